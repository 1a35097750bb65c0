import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from '#tools/setup/commands.mjs'
import { inProject } from '#tools/setup/project.mjs'
import { writeDummyElectron } from './dummy-electron.ts'
import type { System } from './fuses.ts'

const electronVersion = (): string =>
  (JSON.parse(readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8')) as { version: string }).version

/**
 * Puts dummies of Electron where electron-builder looks before it fetches one, with their sums. Naming another folder in the
 * configuration would be simpler, but leaves `default_app.asar` in and would not be what a release does.
 */
export async function seedElectronCache(work: string, systems: readonly System[], arch: string): Promise<void> {
  const version = electronVersion()
  const release = `https://github.com/electron/electron/releases/download/v${version}`
  const cache = join(work, 'cache', 'electron')
  const folder = join(cache, createHash('sha256').update(release).digest('hex'))
  mkdirSync(folder, { recursive: true })
  const sums: string[] = []
  for (const system of systems) {
    const dummy = join(work, 'dummy', system)
    await writeDummyElectron(dummy, system)
    const name = `electron-v${version}-${system}-${arch}.zip`
    // Symbolic links as such, as in Electron's own zip for macOS.
    const { code, output } = await capture(['7z', 'a', '-tzip', '-mx1', '-snl', '-bd', join(folder, name), `${dummy}/*`])
    if (code !== 0) throw new Error(output)
    sums.push(
      `${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')} *${name}\n`,
    )
  }
  writeFileSync(join(cache, `SHASUMS256.txt-${version}`), sums.join(''))
}
