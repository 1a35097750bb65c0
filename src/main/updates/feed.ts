import path from 'node:path'

/** Where newer versions are told, and whose signature is believed: known when a release is built. */
export interface Feed {
  url: string
  /** Public keys; more than one while a key is being replaced. */
  keys: readonly string[]
}

/** What an updater may do on a system. */
export type UpdateManner = 'installs' | 'tells'

/** The system as far as it says who owns the installed app. */
export interface InstalledOn {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  execPath: string
  exists(file: string): boolean
}

/** Any program that was started by an AppImage has its variables: it is one where it lies in what was mounted. */
const isAppImage = ({ APPIMAGE, APPDIR }: NodeJS.ProcessEnv, execPath: string): boolean =>
  Boolean(APPIMAGE && APPDIR && execPath.startsWith(`${APPDIR}/`))

/** Set-up for one person leaves its uninstaller beside the app, under this name; an MSI leaves none, wherever it put the app. */
const uninstaller = 'Uninstall Balie.exe'

/** Set-up for one person, in a folder of that person's own. */
function isOnePersons({ env, execPath, exists }: InstalledOn): boolean {
  const shared = [env['ProgramFiles'], env['ProgramFiles(x86)']].filter((folder) => folder !== undefined)
  if (shared.some((folder) => execPath.toLowerCase().startsWith(`${folder.toLowerCase()}\\`))) return false
  return exists(path.win32.join(path.win32.dirname(execPath), uninstaller))
}

/**
 * macOS and Windows have no owner of what one person installed, and an AppImage is one file of the person's own. A deb, rpm or MSI
 * belongs to whoever installed it for all: it is not replaced behind their back.
 */
export function mannerOf(installed: InstalledOn): UpdateManner {
  const { platform, env, execPath } = installed
  if (platform === 'darwin') return 'installs'
  const isOwn = platform === 'win32' ? isOnePersons(installed) : isAppImage(env, execPath)
  return isOwn ? 'installs' : 'tells'
}
