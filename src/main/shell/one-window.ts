import type { BrowserWindow } from 'electron'

/** The app's one window, before it is there and after it has gone as well: a destroyed one throws at every touch. */
export interface OneWindow {
  current(): BrowserWindow | null
  set(window: BrowserWindow): void
  /** In front of all else, as after a second start, a click in the Dock or on a notification. */
  show(): void
  send(channel: string, payload: unknown): void
}

export function oneWindow(): OneWindow {
  let made: BrowserWindow | null = null
  const current = () => (made && !made.isDestroyed() ? made : null)
  return {
    current,
    set(window) {
      made = window
    },
    show() {
      const window = current()
      if (!window) return
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    send(channel, payload) {
      const contents = current()?.webContents
      if (contents && !contents.isDestroyed() && !contents.isCrashed()) contents.send(channel, payload)
    },
  }
}
