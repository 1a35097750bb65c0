import { browser } from './browser.ts'
import { cancellable } from './cancellable.ts'
import { commandLine, manifest } from './context.ts'
import { lifecycle } from './lifecycle.ts'
import { appLocale, preferredLanguages, systemLocale } from './locale.ts'
import { nativeTheme } from './native-theme.ts'
import { pathOf, setPath } from './paths.ts'
import { interceptRequests } from './requests.ts'
import { readDesktop } from './screen.ts'
import { session } from './session.ts'
import { hasLock, releaseLock, takeLock } from './single-instance.ts'
import { closePages, followTargets } from './targets.ts'
import { strictEmitter, strictModule } from './unsupported.ts'
import { BrowserWindow } from './window.ts'

/** Switches that the app has appended, for Chromium. */
const appended = new Map<string, string>()

/** Electron's `app`. */
export class App extends strictEmitter('app') {
  readonly isPackaged = false
  name = manifest.productName ?? manifest.name
  readonly commandLine = strictModule('app.commandLine', {
    appendSwitch(name: string, value = ''): void {
      appended.set(name, value)
      commandLine.switches.set(name, value)
    },
    removeSwitch(name: string): void {
      appended.delete(name)
      commandLine.switches.delete(name)
    },
    hasSwitch: (name: string): boolean => commandLine.switches.has(name),
    getSwitchValue: (name: string): string => commandLine.switches.get(name) ?? '',
  })
  private readonly readiness = Promise.withResolvers<void>()
  private exiting = false

  constructor() {
    super()
    this.setMaxListeners(0)
    lifecycle.on('contents-created', (contents) => this.emit('web-contents-created', {}, contents))
    lifecycle.on('window-created', (window) => this.emit('browser-window-created', {}, window))
    lifecycle.on('window-focus', (window, focused) =>
      this.emit(focused ? 'browser-window-focus' : 'browser-window-blur', {}, window),
    )
    lifecycle.on('last-window-closed', () => {
      if (!this.emit('window-all-closed')) this.quit()
    })
  }

  getName = (): string => this.name
  setName = (name: string): void => void (this.name = name)
  getVersion = (): string => manifest.version
  getAppPath = (): string => commandLine.appDir
  getPath = (name: string): string => pathOf(name, this.name)
  setPath = (name: string, folder: string): void => setPath(name, folder)
  getLocale = (): string => appLocale(process.env, commandLine.switches.get('lang'))
  getSystemLocale = (): string => systemLocale(process.env)
  getPreferredSystemLanguages = (): string[] => preferredLanguages(process.env)
  getLocaleCountryCode = (): string => new Intl.Locale(systemLocale(process.env)).region ?? ''
  isReady = (): boolean => lifecycle.ready
  whenReady = (): Promise<void> => this.readiness.promise

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const second = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    return takeLock(this.getPath('userData'), second, ({ argv, workingDirectory, additionalData: data }) =>
      this.emit('second-instance', {}, argv, workingDirectory, data),
    )
  }

  hasSingleInstanceLock = (): boolean => hasLock()
  releaseSingleInstanceLock = (): void => releaseLock()

  focus(): void {
    BrowserWindow.getAllWindows()[0]?.focus()
  }

  quit(): void {
    void this.tryToQuit()
  }

  exit(code = 0): void {
    if (this.exiting) return
    this.exiting = true
    lifecycle.quitting = true
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
    this.emit('quit', {}, code)
    // The lock goes with the process, so that the next instance doesn't start before Chromium has left the profile.
    void browser.stop().finally(() => process.exit(code))
  }

  /** Cosmetic, and without effect here; the README lists them. */
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  addRecentDocument(): void {}
  clearRecentDocuments(): void {}

  /** Not Electron's: starts Chromium once the app's own code has run, and makes the app ready when `attached` says so. */
  async start(attached: Promise<void>): Promise<void> {
    if (lifecycle.quitting) return
    const { version } = await browser.start(this.getPath('userData'), appended)
    Object.defineProperty(process.versions, 'chrome', { value: version, enumerable: true })
    const [{ dark }] = await Promise.all([readDesktop(), interceptRequests(), followTargets(), attached])
    await session.defaultSession.applyPermissions(browser.current.cdp, null, '')
    if (lifecycle.quitting) return
    this.emit('will-finish-launching')
    lifecycle.ready = true
    nativeTheme.reportSystem(dark)
    this.emit('ready', {}, {})
    this.readiness.resolve()
  }

  private async tryToQuit(): Promise<void> {
    if (lifecycle.quitting) return
    const before = cancellable()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    lifecycle.quitting = true
    const closed = await Promise.all(BrowserWindow.getAllWindows().map((window) => window.requestClose()))
    const will = cancellable()
    if (closed.every(Boolean)) this.emit('will-quit', will)
    if (closed.every(Boolean) && !will.defaultPrevented) {
      this.exit()
      return
    }
    lifecycle.quitting = false
    if (will.defaultPrevented) await closePages()
  }
}

/** The app. */
export const app = new App()

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
process.on('exit', () => browser.kill())
