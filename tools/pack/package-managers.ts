import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeScratchRoot } from './scratch-root.ts'

/** How a command of a package manager ended. */
export interface Outcome {
  code: number
  output: string
}

/** A package manager over a root of its own. */
export interface PackageManager {
  install(file: string): Outcome
  remove(): Outcome
  version(): string
}

/** Package managers ask for root's own programs, which no other person's path has. */
const rootsPath = [process.env['PATH'], '/usr/local/sbin', '/usr/sbin', '/sbin'].filter(Boolean).join(':')

const run = (program: string, args: readonly string[]): Outcome => {
  const env = { ...process.env, PATH: rootsPath, LC_ALL: 'C.UTF-8' }
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env })
  return { code: status ?? 1, output: `${stdout}${stderr}` }
}

/** What a package depends on counts as there: those packages are another's to check. */
const asInstalled = (depends: string): string =>
  depends
    .split(',')
    .map(
      (name) =>
        `Package: ${name.trim()}\nStatus: install ok installed\nArchitecture: all\nVersion: 9:1\nMaintainer: m\nDescription: d\n\n`,
    )
    .join('')

/** Debian's. */
export function dpkgIn(root: string, deb: string): PackageManager {
  makeScratchRoot(root)
  const database = join(root, 'var', 'lib', 'dpkg')
  for (const folder of ['info', 'updates', 'triggers', 'alternatives']) mkdirSync(join(database, folder), { recursive: true })
  writeFileSync(join(database, 'status'), asInstalled(run('dpkg-deb', ['-f', deb, 'Depends']).output))
  const dpkg = (...args: string[]) => run('dpkg', [`--root=${root}`, ...args])
  return {
    install: (file) => dpkg('--install', file),
    remove: () => dpkg('--purge', 'balie'),
    version: () => run('dpkg-query', [`--admindir=${database}`, '-W', '-f', '${Version}', 'balie']).output,
  }
}

/** Fedora's and SUSE's. */
export function rpmIn(root: string): PackageManager {
  makeScratchRoot(root)
  mkdirSync(join(root, 'var', 'lib', 'dpkg', 'alternatives'), { recursive: true })
  const rpm = (...args: string[]) => run('rpm', ['--root', root, '--dbpath', '/var/lib/rpm', ...args])
  return {
    install: (file) => rpm('--upgrade', '--nodeps', file),
    remove: () => rpm('--erase', 'balie'),
    version: () => rpm('--query', '--queryformat', '%{VERSION}', 'balie').output,
  }
}
