import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { capture, tail } from '#tools/setup/commands.mjs'
import { inProject } from '#tools/setup/project.mjs'
import { layOutAppImageTools } from './appimage-tools.ts'
import { seedElectronCache } from './electron-cache.ts'
import type { System } from './fuses.ts'

/** electron-builder with the project's configuration. */
export const builder = (args: readonly string[]): string[] => [
  inProject('node_modules', '.bin', 'electron-builder'),
  '--config',
  'electron-builder.config.mjs',
  '--publish',
  'never',
  ...args,
]

/** Packs with dummies of Electron and this system's own tools, in a folder that goes away afterwards. */
export interface Workshop {
  pack(name: string, args: readonly string[], more?: NodeJS.ProcessEnv): Promise<string>
}

/** SECURITY: what it packs is never a release: the binary is a dummy, and nothing is signed. */
export async function openWorkshop(work: string, systems: readonly System[]): Promise<Workshop> {
  mkdirSync(work, { recursive: true })
  await seedElectronCache(work, systems, process.arch)
  const appImage = join(work, 'appimage')
  layOutAppImageTools(appImage)
  const env = {
    XDG_CACHE_HOME: join(work, 'cache'),
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7z',
    CUSTOM_FPM_PATH: inProject('tools', 'pack', 'fpm.ts'),
    APPIMAGE_TOOLS_PATH: appImage,
    CSC_IDENTITY_AUTO_DISCOVERY: 'false',
  }
  return {
    async pack(name, args, more = {}) {
      const folder = join(work, name)
      rmSync(folder, { recursive: true, force: true })
      const { code, output } = await capture(builder([`-c.directories.output=${folder}`, ...args]), { env: { ...env, ...more } })
      if (code !== 0) throw new Error(`electron-builder ${args.join(' ')}:\n${tail(output)}`)
      return folder
    },
  }
}
