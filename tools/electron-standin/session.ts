import type { WebContents } from 'electron'
import { browser } from './browser.ts'
import type { Cdp, Protocol } from './cdp.ts'
import { protocol } from './protocol.ts'
import { resolveProxy } from './proxy.ts'
import { strictEmitter } from './unsupported.ts'

type CheckHandler = (
  contents: WebContents | null,
  permission: string,
  origin: string,
  details: { isMainFrame: boolean; requestingUrl: string },
) => boolean

type RequestHandler = (
  contents: WebContents | null,
  permission: string,
  answer: (granted: boolean) => void,
  details: { isMainFrame: boolean; requestingUrl: string },
) => void

/** Electron's names of permissions, and Chromium's. */
const permissions: Record<string, Protocol.Browser.PermissionDescriptor[]> = {
  'clipboard-read': [{ name: 'clipboard-read' }],
  'clipboard-sanitized-write': [{ name: 'clipboard-write' }],
  geolocation: [{ name: 'geolocation' }],
  'idle-detection': [{ name: 'idle-detection' }],
  media: [{ name: 'camera' }, { name: 'microphone' }],
  midi: [{ name: 'midi' }],
  midiSysex: [{ name: 'midi', sysex: true }],
  notifications: [{ name: 'notifications' }],
  'persistent-storage': [{ name: 'persistent-storage' }],
  'screen-wake-lock': [{ name: 'screen-wake-lock' }],
  'storage-access': [{ name: 'storage-access' }],
  'window-management': [{ name: 'window-management' }],
}

async function set(cdp: Cdp, name: string, isGranted: boolean, origin?: string): Promise<void> {
  const setting = isGranted ? ('granted' as const) : ('denied' as const)
  const list = permissions[name] ?? []
  await Promise.all(
    list.map((permission) => cdp.send('Browser.setPermission', { permission, setting, ...(origin && { origin }) })),
  )
}

/** Electron's `Session`: there is one. */
export class Session extends strictEmitter('session') {
  readonly protocol = protocol
  private check: CheckHandler | null = null
  private request: RequestHandler | null = null

  resolveProxy(url: string): Promise<string> {
    return Promise.resolve(resolveProxy(url, process.env))
  }

  /** Accepted without effect: Chromium takes its proxies when it starts. */
  setProxy(_config: unknown): Promise<void> {
    return Promise.resolve()
  }

  /** Cookies, and what the pages that are open have stored; Chromium keeps no answers of a scheme that it does not know. */
  async clearData(): Promise<void> {
    const { cdp } = browser.current
    const { targetInfos } = await cdp.send('Target.getTargets', {})
    const pages = targetInfos.filter(({ type, url }) => type === 'page' && URL.canParse(url))
    await cdp.send('Storage.clearCookies', {})
    for (const { targetId, url } of pages) {
      // Chromium itself answers for no origin; a page does for its own.
      const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true })
      const { origin } = new URL(url)
      await cdp.session(sessionId).send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
      await cdp.send('Target.detachFromTarget', { sessionId })
    }
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.request = handler
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.check = handler
  }

  /** Not Electron's: makes Chromium's permissions what the check handler says; without one, all but copying is denied. */
  async applyPermissions(cdp: Cdp, contents: object | null, url: string, origin?: string): Promise<void> {
    const asked = contents as WebContents | null
    const details = { isMainFrame: true, requestingUrl: url }
    const allowed = (name: string) =>
      this.check ? this.check(asked, name, origin ?? '', details) : name === 'clipboard-sanitized-write'
    await Promise.all(Object.keys(permissions).map((name) => set(cdp, name, allowed(name), origin)))
  }

  /** Not Electron's: the page is about to use this. Without a handler it is granted, as in Electron. */
  async askPermission(cdp: Cdp, contents: object, name: string, url: string): Promise<void> {
    const { request } = this
    const details = { isMainFrame: true, requestingUrl: url }
    const isGranted = request
      ? await new Promise<boolean>((answer) => request(contents as WebContents, name, answer, details))
      : true
    await set(cdp, name, isGranted)
  }
}

const defaultSession = new Session()

/** Electron's `session`. */
export const session = {
  defaultSession,
  /** For what needs no page: Chromium has one profile here. */
  fromPartition: (): Session => new Session(),
}
