import type { WebContents } from 'electron'
import type { Cdp, Protocol } from './cdp.ts'
import { protocol } from './protocol.ts'
import { resolveProxy } from './proxy.ts'
import { strictEmitter, UnsupportedError } from './unsupported.ts'

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

/** Electron's `Session`: there is one. */
export class Session extends strictEmitter('session') {
  readonly protocol = protocol
  private check: CheckHandler | null = null
  private request: RequestHandler | null = null

  resolveProxy(url: string): Promise<string> {
    return Promise.resolve(resolveProxy(url, process.env))
  }

  /** Chromium can't ask us when the page does, so the handler is asked at each navigation, for whatever the check allows. */
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
    const granted = async (name: string): Promise<boolean> => {
      if (!allowed(name)) return false
      const { request } = this
      return request ? await new Promise((answer) => request(asked, name, answer, details)) : true
    }
    const settings = (
      await Promise.all(
        Object.entries(permissions).map(async ([name, list]) => {
          const setting = (await granted(name)) ? ('granted' as const) : ('denied' as const)
          return list.map((permission) => ({ permission, setting }))
        }),
      )
    ).flat()
    await Promise.all(settings.map((setting) => cdp.send('Browser.setPermission', { ...setting, ...(origin && { origin }) })))
  }
}

const defaultSession = new Session()

/** Electron's `session`. */
export const session = {
  defaultSession,
  fromPartition(): never {
    throw new UnsupportedError('session.fromPartition')
  },
}
