// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './commands.mjs'
import { SetupProblem } from './problem.mjs'
import { inProject } from './project.mjs'
import { readStamp, writeStamp } from './stamps.mjs'

const electronFolder = inProject('node_modules', 'electron')

/** Enough for its 120 MB on a slow line; a network without it says no at once. */
const downloadTimeoutMs = 180_000

/** Name of the note that the download was tried in vain for this version. */
const triedStamp = 'electron-download-failed'

/**
 * Electron's own binary, where its installer says it put it.
 * @param {string} [folder] of the package
 * @returns {string | undefined}
 */
export const findElectronBinary = (folder = electronFolder) => {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

/** Runs the same bundles on Debian's Chromium, for trying out and testing; there is none for Windows and macOS. */
export const standIn = inProject('tools', 'electron-standin', 'electron')

/**
 * @typedef {{ kind: 'electron' | 'stand-in', path: string }} Shell what runs the app's bundles
 */

/**
 * Finds what runs the app: Electron's binary, else fetched once, else the stand-in. A failed download is remembered, so
 * that it costs its time once and not at each start.
 * @param {object} options
 * @param {string} options.node Node 24
 * @param {(what: string) => void} options.announce
 * @returns {Promise<Shell>}
 */
export const ensureElectron = async ({ node, announce }) => {
  const there = findElectronBinary()
  if (there) return { kind: 'electron', path: there }

  const { version } = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'))
  const canStandIn = process.platform === 'linux'
  if (!canStandIn || readStamp(triedStamp) !== version) {
    announce(`fetching Electron ${version}`)
    const { output } = await capture([node, join(electronFolder, 'install.js')], { timeoutMs: downloadTimeoutMs })
    const fetched = findElectronBinary()
    if (fetched) return { kind: 'electron', path: fetched }
    if (!canStandIn) {
      throw new SetupProblem(
        'Electron could not be fetched.',
        `${output.trim().split('\n')[0] ?? ''}\nRun \`npx install-electron\` with a connection to the internet, then try again.`,
      )
    }
    writeStamp(triedStamp, version)
  }
  return { kind: 'stand-in', path: standIn }
}
