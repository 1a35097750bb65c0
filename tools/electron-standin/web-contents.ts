import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { HandlerDetails, IpcMainEvent, WebPreferences, WindowOpenHandlerResponse } from 'electron'
import { accelerators } from './accelerators.ts'
import { browser } from './browser.ts'
import { cancellable } from './cancellable.ts'
import type { CdpSession } from './cdp.ts'
import { commandLine } from './context.ts'
import { seal } from './destroyed.ts'
import { evaluateInPage, Frame } from './frame.ts'
import type { FromPage, KeyCombination, OpenRequest } from './in-page/messages.ts'
import { answerInvoke, deliver, invokeError } from './ipc-main.ts'
import { lifecycle } from './lifecycle.ts'
import { appLocale } from './locale.ts'
import { imageFromPng } from './native-image.ts'
import { nativeTheme, themeFeature } from './native-theme.ts'
import { Navigation } from './navigation.ts'
import { PageLink } from './page-link.ts'
import { forgetFrame, guardFrame } from './requests.ts'
import { schemes } from './schemes.ts'
import { session } from './session.ts'
import { strictEmitter } from './unsupported.ts'
import { checkPreferences, preloadSetup } from './web-preferences.ts'

/** What throws once contents are gone. */
const sealed = (
  'loadURL loadFile reload send executeJavaScript capturePage setZoomFactor getZoomFactor setZoomLevel ' +
  'getZoomLevel setWindowOpenHandler getLastWebPreferences getType getURL getTitle isLoading isFocused ' +
  'isCrashed focus close forcefullyCrashRenderer'
).split(' ')

type OpenHandler = (details: HandlerDetails) => WindowOpenHandlerResponse

/** What exists once Chromium has a page for the contents. */
interface Attached {
  targetId: string
  cdp: CdpSession
  link: PageLink
  navigation: Navigation
}

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
  private readonly attaching: Promise<Attached>
  private attached: Attached | undefined
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

  private async attach(targetId: string): Promise<Attached> {
    const { cdp: connection } = browser.current
    const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true })
    const cdp = connection.session(sessionId)
    const link = new PageLink(cdp, targetId, this.listener)
    const navigation = new Navigation(cdp, targetId, this.listener)
    const { preload } = this.preferences
    cdp.on('Inspector.targetCrashed', () => {
      this.state = 'crashed'
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    })
    guardFrame(targetId, (url, isRedirect) => navigation.guard(url, isRedirect))
    this.attached = { targetId, cdp, link, navigation }
    await Promise.all([
      link.install(
        preloadSetup(this.preferences),
        preload ? { source: readFileSync(preload, 'utf8'), url: pathToFileURL(preload).href } : undefined,
      ),
      navigation.start(),
      this.applyTheme(),
      cdp
        .send('Emulation.setLocaleOverride', { locale: appLocale(process.env, commandLine.switches.get('lang')) })
        .catch(() => {}),
    ])
    accelerators.on('changed', this.onMenu)
    nativeTheme.on('updated', this.onTheme)
    return this.attached
  }

  private readonly listener = {
    emit: (event: string, ...args: unknown[]) => this.emit(event, ...args),
    onCommit: (url: string, isSameDocument: boolean) => this.onCommit(url, isSameDocument),
    onMessage: (message: FromPage) => this.onMessage(message),
    onSendSync: (channel: string, args: unknown[]) => {
      const event = this.ipcEvent()
      deliver(event, channel, args)
      return event.returnValue as unknown
    },
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

  private ipcEvent() {
    const event = { type: 'frame', sender: this, senderFrame: this.mainFrame, frameId: 1, processId: this.processId, ports: [] }
    const reply = (channel: string, ...args: unknown[]) => this.send(channel, ...args)
    return Object.assign(event, { reply, returnValue: undefined }) as unknown as IpcMainEvent
  }

  private onMessage(message: FromPage): void {
    if (message.type === 'send') deliver(this.ipcEvent(), message.channel, message.args)
    else if (message.type === 'invoke') void this.onInvoke(message)
    else if (message.type === 'open') this.requestWindow(message.request)
    else if (message.type === 'menu') accelerators.emit('pressed', message.id, this)
    else if (message.type === 'system-dark') nativeTheme.reportSystem(message.dark)
    else if (message.type === 'close') this.close()
    else if (message.type === 'context-menu') this.emit('context-menu', {}, message.params)
    else if (message.type === 'resized') this.emit('resized-page')
    else if (message.type === 'title') this.followTitle(message.title)
    else if (this.focused !== message.focused) {
      this.focused = message.focused
      this.emit(message.focused ? 'focus' : 'blur')
    }
  }

  private followTitle(title: string): void {
    if (title === this.title) return
    this.title = title
    this.emit('page-title-updated', cancellable(), title, true)
  }

  private async onInvoke({ id, channel, args }: { id: number; channel: string; args: unknown[] }): Promise<void> {
    const fail = (error: unknown) => this.attached?.link.post({ type: 'failure', id, message: (error as Error).message })
    try {
      const value = await answerInvoke(this.ipcEvent(), channel, args)
      try {
        this.attached?.link.post({ type: 'reply', id, value })
      } catch (error) {
        fail(invokeError(channel, error))
      }
    } catch (error) {
      fail(error)
    }
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
