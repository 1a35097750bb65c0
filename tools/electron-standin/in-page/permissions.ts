import type { Bridge } from './bridge.ts'

/**
 * Asks main before the page gets at what Electron asks its permission request handler for: Chromium can ask nobody here, and has
 * main's answer as its setting by the time that the page's own call goes on. Self-contained: evaluated in the page.
 */
export function asksPermission(bridge: Bridge): void {
  type Method = (...args: unknown[]) => unknown
  const before = (owner: object | undefined, name: string, permission: string) => {
    const methods = owner as Record<string, Method> | undefined
    const original = methods?.[name]
    if (!methods || !original) return
    methods[name] = function asking(this: unknown, ...args: unknown[]) {
      const goOn = () => Reflect.apply(original, this, args)
      return (bridge.ask('permission', permission) as Promise<void>).then(goOn, goOn)
    }
  }
  // Where the page is no secure context, some of these are not there.
  const here = globalThis as unknown as Record<string, { prototype?: object } | undefined>
  before(here['Notification'], 'requestPermission', 'notifications')
  before(here['Geolocation']?.prototype, 'getCurrentPosition', 'geolocation')
  before(here['MediaDevices']?.prototype, 'getUserMedia', 'media')
  before(here['Clipboard']?.prototype, 'read', 'clipboard-read')
  before(here['Clipboard']?.prototype, 'readText', 'clipboard-read')
  before(here['Clipboard']?.prototype, 'write', 'clipboard-sanitized-write')
  before(here['Clipboard']?.prototype, 'writeText', 'clipboard-sanitized-write')
  before(here['Navigator']?.prototype, 'requestMIDIAccess', 'midi')
  before(here['StorageManager']?.prototype, 'persist', 'persistent-storage')
  before(here['WakeLock']?.prototype, 'request', 'screen-wake-lock')
}
