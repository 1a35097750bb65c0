import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { underVirtualDisplay } from '#tools/setup/display.mjs'
import { inProject } from '#tools/setup/project.mjs'

const compiler = 'x86_64-w64-mingw32-gcc'

/** What electron-builder's installer calls and Debian's NSIS lacks; each is a stub, so that the installer's own logic is what runs. */
const plugins = ['UAC', 'StdUtils', 'WinShell', 'SpiderBanner', 'nsProcess', 'nsisunz', 'inetc', 'Nsis7z']

/** Why a Windows installer can't be tried here, or undefined. */
export const whyNoWindows = (): string | undefined => {
  const missing = ['makensis', 'wine', compiler].filter((program) => !existsSync(`/usr/bin/${program}`))
  return missing.length === 0 ? undefined : `needs ${missing.join(', ')} (Debian's nsis, wine, wine64, gcc-mingw-w64-x86-64)`
}

/** Debian's NSIS as electron-builder expects its own. Installers are 64-bit here, since Debian's wine runs no others. */
function layOutNsis(folder: string): void {
  const stubs = join(folder, 'plugins', 'amd64-unicode')
  mkdirSync(stubs, { recursive: true })
  mkdirSync(join(folder, 'plugins', 'x86-unicode'), { recursive: true })
  for (const name of plugins) {
    const source = inProject('tools', 'pack', 'nsis-plugins.c')
    const flags = ['-shared', '-s', '-O1', `-D${name.toUpperCase()}`, '-static-libgcc']
    execFileSync(compiler, [...flags, '-o', join(stubs, `${name}.dll`), source, '-luser32'])
  }
  const makensis = `#!/bin/sh\nexec /usr/bin/makensis "-XTarget amd64-unicode" "-X!addplugindir /amd64-unicode ${stubs}" "$@"\n`
  writeFileSync(join(folder, 'makensis'), makensis, { mode: 0o755 })
  writeFileSync(join(folder, 'elevate.exe'), 'MZ')
}

/** A Windows of wine's, in a folder of its own. */
export interface Windows {
  /** What electron-builder needs to make an installer with it. */
  env: NodeJS.ProcessEnv
  /** Runs a program and answers how it ended. */
  run(program: string, ...args: string[]): { code: number | null; output: string }
  /** The person's own folder for programs and data. */
  localAppData: string
}

/** One that was set up. */
export function windowsIn(folder: string): Windows {
  const nsis = join(folder, 'nsis')
  const prefix = join(folder, 'wine')
  const env = {
    ...process.env,
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    // wine's own findstr and powershell always say "found", and set-up would take Balie for running.
    WINEDLLOVERRIDES: 'winemenubuilder.exe=d;findstr.exe=n;powershell.exe=d',
    ELECTRON_BUILDER_NSIS_DIR: nsis,
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: nsis,
  }
  const run: Windows['run'] = (program, ...args) => {
    const [command = '', ...rest] = underVirtualDisplay(['wine', program, ...args])
    const { status, stdout, stderr } = spawnSync(command, rest, { env, encoding: 'utf8', timeout: 120_000 })
    return { code: status, output: `${stdout}${stderr}` }
  }
  const users = join(prefix, 'drive_c', 'users')
  const person = existsSync(users) ? readdirSync(users).find((name) => name !== 'Public') : undefined
  return { env, run, localAppData: join(users, person ?? '', 'AppData', 'Local') }
}

/** Sets one up; it takes ten seconds. */
export function setUpWindows(folder: string): Windows {
  layOutNsis(join(folder, 'nsis'))
  windowsIn(folder).run('wineboot', '-i')
  const notFound = join(folder, 'findstr.c')
  writeFileSync(notFound, 'int main(void) { return 1; }\n')
  const to = join(folder, 'wine', 'drive_c', 'windows', 'system32', 'findstr.exe')
  rmSync(to, { force: true })
  execFileSync(compiler, ['-o', to, notFound])
  return windowsIn(folder)
}
