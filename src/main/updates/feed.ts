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
}

/** Any program that was started by an AppImage has its variables: it is one where it lies in what was mounted. */
const isAppImage = ({ APPIMAGE, APPDIR }: NodeJS.ProcessEnv, execPath: string): boolean =>
  Boolean(APPIMAGE && APPDIR && execPath.startsWith(`${APPDIR}/`))

/**
 * macOS and Windows have no owner of what one person installed, and an AppImage is one file of the person's own. A deb or rpm belongs
 * to the system's package manager, and what lies in Program Files to an administrator: neither is replaced behind their back.
 */
export function mannerOf({ platform, env, execPath }: InstalledOn): UpdateManner {
  if (platform === 'darwin') return 'installs'
  if (platform !== 'win32') return isAppImage(env, execPath) ? 'installs' : 'tells'
  const shared = [env['ProgramFiles'], env['ProgramFiles(x86)']].filter((folder) => folder !== undefined)
  return shared.some((folder) => execPath.toLowerCase().startsWith(`${folder.toLowerCase()}\\`)) ? 'tells' : 'installs'
}
