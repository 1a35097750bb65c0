import { homedir } from 'node:os'
import path from 'node:path'

/** Which system, and what it says of the person's folders. */
export interface FolderWorld {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
}

/**
 * Where this computer remembers the ledgers it has seen: on its own disk, beside the data folder and never in it, so that a
 * copy of the data that is put back does not bring it along.
 */
export function stateFolderOf({ platform, env }: FolderWorld, home = homedir()): string {
  if (platform === 'win32')
    return path.win32.join(env['LOCALAPPDATA'] || path.win32.join(home, 'AppData', 'Local'), 'Balie State')
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'Balie State')
  // The standard has an absolute path only (https://specifications.freedesktop.org/basedir-spec).
  const state = env['XDG_STATE_HOME']
  return path.posix.join(state && path.posix.isAbsolute(state) ? state : path.posix.join(home, '.local', 'state'), 'balie')
}

export interface DataFolderChoice extends FolderWorld {
  isPackaged: boolean
  /** Where Electron would keep it: on Windows in the roaming profile, which another computer gets a copy of. */
  given: string
}

/**
 * Where the ledger and the vault are kept. A roaming profile is copied between computers when a person logs on and off, so that
 * two of them could send the same items; and an app that is being developed does not share a ledger with the installed one.
 */
export function dataFolderOf({ platform, env, isPackaged, given }: DataFolderChoice): string {
  if (!isPackaged) return `${given} Development`
  const local = env['LOCALAPPDATA']
  return platform === 'win32' && local ? path.win32.join(local, path.win32.basename(given)) : given
}
