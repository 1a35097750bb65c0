import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'

/** Where our own page lives; nothing else is answered. */
export const appScheme = 'app'
export const appOrigin = `${appScheme}://balie`

/** Says whether a call comes from our window's main frame on our own origin. */
export type TrustCheck = (event: Pick<IpcMainInvokeEvent | IpcMainEvent, 'senderFrame' | 'sender'>) => boolean

/**
 * SECURITY: every message from a page is checked (Electron security checklist, 17): a frame that got into the window, or a
 * page it was navigated to, must not reach the vendors through main.
 */
export function trustOnly(origins: readonly string[], windowContentsId: () => number | null): TrustCheck {
  return ({ senderFrame, sender }) => {
    if (!senderFrame || sender.id !== windowContentsId()) return false
    if (senderFrame.parent !== null) return false
    const { protocol, host } = new URL(senderFrame.url)
    // A custom scheme's URL has the origin "null" for Node, so it is put together here.
    return origins.includes(`${protocol}//${host}`)
  }
}
