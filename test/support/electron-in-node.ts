import { EventEmitter } from 'node:events'

/** In place of Electron, of which electron-updater asks little when it is given an app of its own. */
export const app = {}
export const net = {}
export const session = {}
/** Of macOS: what a test plays Squirrel with. */
export const autoUpdater = Object.assign(new EventEmitter(), {
  setFeedURL: (_feed: { url: string; headers: Record<string, string> }): void => undefined,
  checkForUpdates: (): void => undefined,
  quitAndInstall: (): void => undefined,
})
