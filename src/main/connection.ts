/** How often the system is asked; the answer costs nothing. */
const everyMs = 3_000

/** Electron tells nobody when the network returns, so it is asked every few seconds. */
export function watchConnection(isOnline: () => boolean, changed: (online: boolean) => void): void {
  let online = isOnline()
  setInterval(() => {
    const now = isOnline()
    if (now === online) return
    online = now
    changed(online)
  }, everyMs).unref()
}
