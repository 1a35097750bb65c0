import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { IconIcns, IconIco } from '@shockpkg/icon-encoder'
import { inProject } from '#tools/setup/project.mjs'

/** Where the drawing and all that is made of it lie, so that the script and its test mean the same place. */
export const resources = inProject('resources')

const pngSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const icoSizes = [16, 24, 32, 48, 64, 128, 256]
/** Apple's name for each size; retina ones have twice the pixels of what they are for. */
const icnsTypes = [
  ['ic04', 16],
  ['ic05', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const

/** Every icon file that an installed app needs, from the one drawing: nobody edits pixels, and no size can be forgotten. */
export async function drawIcons(): Promise<Map<string, Uint8Array>> {
  const svg = readFileSync(join(resources, 'icon.svg'))
  const png = (size: number): Uint8Array =>
    new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render().asPng()

  const files = new Map(pngSizes.map((size) => [`icons/${size}x${size}.png`, png(size)]))
  const ico = new IconIco()
  // Windows before 10 reads a PNG inside an ICO at 256 pixels alone.
  for (const size of icoSizes) await ico.addFromPng(png(size), size === 256, true)
  files.set('icon.ico', ico.encode())
  const icns = new IconIcns()
  icns.toc = true
  for (const [type, size] of icnsTypes) await icns.addFromPng(png(size), [type], true)
  files.set('icon.icns', icns.encode())
  return files
}
