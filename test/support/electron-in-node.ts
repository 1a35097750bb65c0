/** In place of Electron, of which electron-updater asks little when it is given an app of its own. */
export const app = {}
export const net = {}
export const session = {}
export const autoUpdater = { on: () => undefined, once: () => undefined, emit: () => false }
