import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openWorkshop, type Workshop } from '#tools/pack/builder.ts'
import { fullVariable } from '#tools/pack/dist-check-options.ts'
import { unpackDeb, unpackRpm } from '#tools/pack/unpack.ts'
import { setUpWindows, whyNoWindows } from '#tools/pack/windows-workshop.ts'
import { inProject } from '#tools/setup/project.mjs'

/** What the checks look at. Paths, since they go to the tests' own process. */
export interface Packed {
  deb: string
  rpm: string
  appImage: string
  /** The next version, to upgrade to. */
  nextDeb: string
  nextRpm: string
  /** What electron-updater reads. */
  feed: string
  linuxFolder: string
  windowsFolder: string
  macFolder: string
  /** Where wine's Windows is, and set-up of this and the next version for it; where all is asked for. */
  windows: string
  windowsSetUps: string[]
  /** Executables out of what was packed. */
  inDeb: string
  inRpm: string
}

declare module 'vitest' {
  interface ProvidedContext {
    packed: Packed
    scratch: string
  }
}

const nextVersion = '0.99.0'

/** Set-up for Windows, of this version and the next. */
async function packForWindows({ pack }: Workshop, folder: string): Promise<string[]> {
  mkdirSync(folder)
  const { env } = setUpWindows(folder)
  const setUps: string[] = []
  for (const version of ['0.0.1', nextVersion]) {
    const args = ['--win', 'nsis', '--x64', `-c.extraMetadata.version=${version}`, '-c.nsis.warningsAsErrors=false']
    setUps.push(oneOf(await pack(`set-up-${version}`, args, env), `${version}-win-x64.exe`))
  }
  return setUps
}

const oneOf = (folder: string, extension: string): string => {
  const name = readdirSync(folder).find((file) => file.endsWith(extension))
  if (name === undefined) throw new Error(`Nothing was packed as ${extension}`)
  return join(folder, name)
}

/** Packs for all three systems, then takes the bundles away: what starts from here on can only be what was packed. */
export default async function packOnce(project: TestProject): Promise<() => void> {
  const scratch = mkdtempSync(join(tmpdir(), 'balie-pack-'))
  const bundles = inProject('out')
  const away = inProject('out.away')
  const restore = () => {
    if (existsSync(away)) renameSync(away, bundles)
    rmSync(scratch, { recursive: true, force: true })
  }
  process.once('exit', restore)
  // Left by a run that was killed; the build has made them anew.
  rmSync(away, { recursive: true, force: true })
  const workshop = await openWorkshop(scratch, ['linux', 'win32', 'darwin'])
  const { pack } = workshop
  const isFull = process.env[fullVariable] !== undefined && whyNoWindows() === undefined
  const onWindows = join(scratch, 'on-windows')
  // All of Linux in one run, or the feed names the last one only.
  const packForLinux = async () => [
    await pack('linux', ['--linux', 'AppImage', 'deb', 'rpm']),
    await pack('next', ['--linux', 'deb', 'rpm', `-c.extraMetadata.version=${nextVersion}`]),
  ]
  const packForOthers = async () => [
    await pack('windows', ['--win', 'dir', `--${process.arch}`]),
    await pack('mac', ['--mac', 'dir', `--${process.arch}`]),
  ]
  const [[linux = '', next = ''], [windows = '', mac = '']] = await Promise.all([packForLinux(), packForOthers()])
  const windowsSetUps = isFull ? await packForWindows(workshop, onWindows) : []
  const [deb, rpm] = [oneOf(linux, '.deb'), oneOf(linux, '.rpm')]
  for (const folder of ['in-deb', 'in-rpm']) mkdirSync(join(scratch, folder))
  unpackDeb(deb, join(scratch, 'in-deb'))
  unpackRpm(rpm, join(scratch, 'in-rpm'))
  renameSync(bundles, away)
  project.provide('scratch', scratch)
  project.provide('packed', {
    deb,
    rpm,
    appImage: oneOf(linux, '.AppImage'),
    nextDeb: oneOf(next, '.deb'),
    nextRpm: oneOf(next, '.rpm'),
    feed: oneOf(linux, 'latest-linux.yml'),
    linuxFolder: oneOf(linux, 'unpacked'),
    windowsFolder: oneOf(windows, 'unpacked'),
    windows: onWindows,
    windowsSetUps,
    macFolder: join(oneOf(mac, 'mac'), 'Balie.app'),
    inDeb: join(scratch, 'in-deb', 'opt', 'Balie', 'balie'),
    inRpm: join(scratch, 'in-rpm', 'opt', 'Balie', 'balie'),
  })
  return restore
}
