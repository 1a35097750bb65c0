/** As much of Electron's contents as can be led astray; tests play them. */
interface Contents {
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
    listener: (event: Navigation, url?: string) => void,
  ): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
  setWebRTCIPHandlingPolicy(policy: 'disable_non_proxied_udp'): void
}
interface Preventable {
  preventDefault(): void
}
interface Navigation extends Preventable {
  url?: string
  isMainFrame?: boolean
}

/** Electron's app, which tells of every page there is, also of one that nobody meant to open. */
interface App {
  on(event: 'web-contents-created', listener: (event: unknown, contents: Contents) => void): unknown
}

const originOf = (address: string): string | null => {
  if (!URL.canParse(address)) return null
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}

/**
 * SECURITY: said of every page and not of our window alone (Electron's checklist, 11 to 14): the main frame stays on our own
 * origin, no other frame goes anywhere, nothing opens a window or attaches a guest.
 */
export function guardContents(app: App, ownOrigin: string): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: Navigation, url = event.url ?? '') => {
      if (event.isMainFrame === false || originOf(url) !== ownOrigin) event.preventDefault()
    }
    contents.on('will-navigate', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    // SECURITY: beside the page's `Connection-Allowlist`, which an older Chromium may not know: no UDP leaves past a proxy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}
