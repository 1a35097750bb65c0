import { mkdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { commandLine } from './context.ts'

const home = os.homedir()
const config = process.env.XDG_CONFIG_HOME || path.join(home, '.config')
const own = new Map<string, string>()

/** A desktop names its folders in the person's language, in `user-dirs.dirs`. */
function userFolder(key: string, fallback: string): string {
  try {
    const text = readFileSync(path.join(config, 'user-dirs.dirs'), 'utf8')
    const [, folder] = new RegExp(`^XDG_${key}_DIR="(.*)"$`, 'm').exec(text) ?? []
    if (folder) return folder.replace('$HOME', home)
  } catch {
    // No such file: then the folders have their English names.
  }
  return path.join(home, fallback)
}

const made = (folder: string) => {
  mkdirSync(folder, { recursive: true })
  return folder
}

const userData = (appName: string) =>
  made(own.get('userData') ?? (commandLine.switches.get('user-data-dir') || path.join(config, appName)))

const folders: Record<string, (appName: string) => string> = {
  home: () => home,
  appData: () => config,
  temp: () => os.tmpdir(),
  desktop: () => userFolder('DESKTOP', 'Desktop'),
  documents: () => userFolder('DOCUMENTS', 'Documents'),
  downloads: () => userFolder('DOWNLOAD', 'Downloads'),
  music: () => userFolder('MUSIC', 'Music'),
  pictures: () => userFolder('PICTURES', 'Pictures'),
  videos: () => userFolder('VIDEOS', 'Videos'),
  exe: () => process.execPath,
  module: () => process.execPath,
  userData,
  sessionData: userData,
  logs: (appName) => path.join(userData(appName), 'logs'),
  crashDumps: (appName) => path.join(userData(appName), 'Crashpad'),
}

/** Electron's standard folders on Linux; `appName` names the app's own. */
export function pathOf(name: string, appName: string): string {
  const found = own.get(name) ?? folders[name]?.(appName)
  if (found === undefined) throw new Error(`Failed to get '${name}' path`)
  return found
}

/** Puts another folder in a standard one's place. */
export function setPath(name: string, folder: string): void {
  if (!path.isAbsolute(folder)) throw new Error('Path must be absolute')
  if (!folders[name]) throw new Error(`Failed to set '${name}' path`)
  own.set(name, folder)
}
