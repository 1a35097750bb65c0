/** Where newer versions are told, and whose signature is believed: known when a release is built. */
export interface Feed {
  url: string
  /** Public keys; more than one while a key is being replaced. */
  keys: readonly string[]
}

/** What an updater may do on a system. */
export type UpdateManner = 'installs' | 'tells'

/**
 * Windows and macOS have no owner of installed programs beside us, and an AppImage is one file of the person's own. A deb or rpm
 * belongs to the system's package manager: putting another in its place asks for an administrator and goes behind their back.
 */
export const mannerOf = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): UpdateManner =>
  platform === 'win32' || platform === 'darwin' || env['APPIMAGE'] ? 'installs' : 'tells'
