import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { HandlerDetails, WebPreferences, WindowOpenHandlerResponse } from 'electron'
import { accelerators } from './accelerators.ts'
import { attachPage, preparePage, type AttachedPage } from './attached-page.ts'
import { browser } from './browser.ts'
import { cancellable } from './cancellable.ts'
import { commandLine } from './context.ts'
import { seal } from './destroyed.ts'
import { evaluateInPage, Frame } from './frame.ts'
import type { FromPage, KeyCombination, OpenRequest } from './in-page/messages.ts'
import { lifecycle } from './lifecycle.ts'
import { imageFromPng } from './native-image.ts'
import { nativeTheme, themeFeature } from './native-theme.ts'
import { answerSendSync, hearPage } from './page-messages.ts'
import { forgetFrame } from './requests.ts'
import { schemes } from './schemes.ts'
import { session } from './session.ts'
import { strictEmitter } from './unsupported.ts'
import { checkPreferences } from './web-preferences.ts'

/** What throws once contents are gone. */
const sealed = (
  'loadURL loadFile reload send executeJavaScript capturePage setZoomFactor getZoomFactor setZoomLevel ' +
  'getZoomLevel setWindowOpenHandler setWebRTCIPHandlingPolicy getLastWebPreferences getType getURL getTitle isLoading isFocused ' +
  'isCrashed focus close forcefullyCrashRenderer'
).split(' ')

type OpenHandler = (details: HandlerDetails) => WindowOpenHandlerResponse

/** True where the page wants to stay, as a real event of the kind tells. */
const askBeforeUnload = `(() => {
  const event = document.createEvent('BeforeUnloadEvent')
  event.initEvent('beforeunload', false, true)
  window.dispatchEvent(event)
  return event.defaultPrevented || event.returnValue !== ''
})()`

let lastId = 0

/** Electron's `WebContents`: a page in Chromium. */
export class WebContents extends strictEmitter('webContents') {
  readonly id = ++lastId
  readonly processId = this.id
  readonly session = session.defaultSession
  mainFrame = new Frame(this, '')
  private readonly preferences: WebPreferences
  private readonly attaching: Promise<AttachedPage>
  private attached: AttachedPage | undefined
  private state: 'alive' | 'crashed' | 'destroyed' = 'alive'
  private focused = false
  private zoom: number
  private openHandler: OpenHandler | undefined
  private title = ''
  private readonly onMenu = (combinations: KeyCombination[]) => this.attached?.link.post({ type: 'menu', combinations })
  private readonly onTheme = () => void this.applyTheme().catch(() => {})

  constructor(target: Promise<string>, preferences: WebPreferences) {
    super()
    this.preferences = checkPreferences(preferences)
    this.zoom = preferences.zoomFactor ?? 1
    this.attaching = target.then((targetId) => this.attach(targetId))
    this.attaching.catch((error: unknown) => console.error('Electron stand-in: a window could not be made:', error))
  }

  private async attach(targetId: string): Promise<AttachedPage> {
    this.attached = await attachPage(targetId, this.listener)
    this.attached.cdp.on('Inspector.targetCrashed', () => {
      this.state = 'crashed'
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    })
    await Promise.all([preparePage(this.attached, this.preferences), this.applyTheme()])
    accelerators.on('changed', this.onMenu)
    nativeTheme.on('updated', this.onTheme)
    return this.attached
  }

  private readonly listener = {
    emit: (event: string, ...args: unknown[]) => this.emit(event, ...args),
    onCommit: (url: string, isSameDocument: boolean) => this.onCommit(url, isSameDocument),
    onMessage: (message: FromPage) => hearPage(this, this.attached?.link, message),
    onSendSync: (channel: string, args: unknown[]) => answerSendSync(this, channel, args),
    onDocument: () => {
      this.onMenu(accelerators.combinations)
      if (this.zoom !== 1) this.setZoomFactor(this.zoom)
    },
    onPreloadError: (error: Error) => {
      console.error(`Unable to load preload script: ${this.preferences.preload ?? ''}\n${error.message}`)
      this.emit('preload-error', {}, this.preferences.preload ?? '', error)
    },
  }

  private onCommit(url: string, isSameDocument: boolean): void {
    if (this.state === 'crashed') this.state = 'alive'
    const next = new Frame(this, url)
    if (isSameDocument || next.origin === this.mainFrame.origin) this.mainFrame.url = url
    else {
      this.mainFrame.detached = true
      this.mainFrame = next
    }
    const { cdp } = browser.current
    if (!isSameDocument) void this.session.applyPermissions(cdp, this, url).catch(() => {})
    // Another debugger, such as Playwright's, may have taken the theme over when it attached.
    if (!isSameDocument && nativeTheme.themeSource !== 'system') this.onTheme()
  }

  private async applyTheme(): Promise<void> {
    await this.attached?.cdp.send('Emulation.setEmulatedMedia', { features: [themeFeature()] })
  }

  /** Not Electron's: the page has another title. */
  followTitle(title: string): void {
    if (title === this.title) return
    this.title = title
    this.emit('page-title-updated', cancellable(), title, true)
  }

  /** Not Electron's: the page got the focus, or lost it. */
  followFocus(focused: boolean): void {
    if (this.focused === focused) return
    this.focused = focused
    this.emit(focused ? 'focus' : 'blur')
  }

  /** Not Electron's: the page wants another window, and the app's handler decides; without one it is allowed. */
  requestWindow({ url: address, frameName, features, disposition }: OpenRequest): void {
    const url = schemes.fromBrowser(address)
    const details = { url, frameName, features, disposition, referrer: { url: this.getURL(), policy: 'default' as const } }
    const answer = this.openHandler?.(details) ?? { action: 'allow' }
    if (answer.action === 'deny') return
    const webPreferences = { ...this.preferences, ...answer.overrideBrowserWindowOptions?.webPreferences }
    lifecycle.emit('window-wanted', { ...answer.overrideBrowserWindowOptions, webPreferences }, details, this)
  }

  /** Not Electron's: the page is about to use this. */
  async askPermission(name: string): Promise<void> {
    const { cdp } = browser.current
    await this.session.askPermission(cdp, this, name, this.getURL()).catch(() => {})
  }

  async loadURL(url: string): Promise<void> {
    const { navigation } = await this.attaching
    await navigation.load(url)
  }

  loadFile(file: string, { query = {}, hash = '' }: { query?: Record<string, string>; hash?: string } = {}): Promise<void> {
    const url = pathToFileURL(path.resolve(commandLine.appDir, file))
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
    url.hash = hash
    return this.loadURL(url.href)
  }

  /** Ends the page's process, as its own listeners then hear. */
  forcefullyCrashRenderer(): void {
    // Chromium answers with the crash and not to the call.
    this.attached?.cdp.send('Page.crash').catch(() => {})
  }

  reload(): void {
    void this.attached?.navigation.reload(this.getURL()).catch(() => {})
  }

  send(channel: string, ...args: unknown[]): void {
    this.attached?.link.post({ type: 'event', channel, args })
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { cdp } = await this.attaching
    return await evaluateInPage(cdp, code, userGesture)
  }

  async capturePage(rect?: { x: number; y: number; width: number; height: number }) {
    const { cdp } = await this.attaching
    const { data } = await cdp.send('Page.captureScreenshot', rect ? { clip: { ...rect, scale: 1 } } : {})
    return imageFromPng(Buffer.from(data, 'base64'))
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.zoom = factor
    this.attached?.link.post({ type: 'zoom', factor })
  }

  getZoomFactor = (): number => this.zoom
  setZoomLevel = (level: number): void => this.setZoomFactor(1.2 ** level)
  getZoomLevel = (): number => Math.log(this.zoom) / Math.log(1.2)
  setWindowOpenHandler = (handler: OpenHandler): void => void (this.openHandler = handler)
  setWebRTCIPHandlingPolicy = (_policy: string): void => {}
  getLastWebPreferences = (): WebPreferences => ({ ...this.preferences })
  getType = () => 'window' as const
  getURL = (): string => this.mainFrame.url
  getTitle = (): string => this.title
  isLoading = (): boolean => this.attached?.navigation.isLoading ?? false
  isFocused = (): boolean => this.focused
  isCrashed = (): boolean => this.state === 'crashed'
  isDestroyed = (): boolean => this.state === 'destroyed'

  focus(): void {
    void this.attached?.cdp.send('Page.bringToFront').catch(() => {})
  }

  /** The window that shows these contents closes, and asks its listeners. */
  close(): void {
    this.emit('close-wanted')
  }

  /** Not Electron's: whether the page's `beforeunload` lets it go; where it does not, the app has the last word. */
  async mayUnload(): Promise<boolean> {
    if (this.state !== 'alive' || !this.attached) return true
    const asked = evaluateInPage(this.attached.cdp, askBeforeUnload, false).catch(() => false)
    if ((await asked) !== true) return true
    const event = cancellable()
    this.emit('will-prevent-unload', event)
    return event.defaultPrevented
  }

  /** Not Electron's: Chromium's name of the page. */
  get targetId(): string | undefined {
    return this.attached?.targetId
  }

  /** Not Electron's: settles when the page can be used. */
  async whenAttached(): Promise<void> {
    await this.attaching
  }

  /** Not Electron's: the page has gone. */
  destroy(): void {
    if (this.state === 'destroyed') return
    this.state = 'destroyed'
    accelerators.off('changed', this.onMenu)
    nativeTheme.off('updated', this.onTheme)
    if (this.attached) {
      forgetFrame(this.attached.targetId)
      this.attached.navigation.end()
    }
    this.emit('destroyed')
    seal(this, sealed)
  }
}
