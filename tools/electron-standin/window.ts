import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { browser } from './browser.ts'
import { cancellable } from './cancellable.ts'
import { headless, manifest } from './context.ts'
import { lifecycle } from './lifecycle.ts'
import { seal } from './destroyed.ts'
import { strictEmitter, UnsupportedError } from './unsupported.ts'
import { WebContents } from './web-contents.ts'
import { WindowPlace } from './window-place.ts'

const windows = new Set<BrowserWindow>()
let startPageIsFree = true

/** What throws once a window is gone. */
const sealed = (
  'webContents loadURL loadFile reload capturePage getTitle setTitle getMinimumSize getBounds ' +
  'getNormalBounds getSize getPosition setBounds setSize setPosition maximize unmaximize minimize ' +
  'restore setFullScreen isMaximized isMinimized isFullScreen isNormal hide show showInactive isVisible ' +
  'focus isFocused setProgressBar flashFrame setBackgroundColor close destroy'
).split(' ')

/** The first window takes over the one that Chromium starts with, which looks like an app's; others are made beside it. */
async function takeTarget({ width = 800, height = 600 }: BrowserWindowConstructorOptions): Promise<string> {
  const { cdp, startTargetId } = browser.current
  if (startPageIsFree) {
    startPageIsFree = false
    return startTargetId
  }
  const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })
  return targetId
}

/** Electron's `BrowserWindow`. */
export class BrowserWindow extends strictEmitter('BrowserWindow') {
  readonly id: number
  readonly webContents: WebContents
  private readonly place: WindowPlace
  private readonly closed: Promise<void>
  private title: string
  private visible: boolean
  private closing = false
  private readonly minimum: [number, number]

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    if (!lifecycle.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    for (const name of ['parent', 'modal', 'kiosk', 'fullscreen', 'alwaysOnTop'] as const)
      if (options[name]) throw new UnsupportedError(`new BrowserWindow({ ${name} })`)
    const target = takeTarget(options)
    this.title = options.title ?? manifest.productName ?? manifest.name
    this.visible = options.show ?? true
    this.minimum = [options.minWidth ?? 0, options.minHeight ?? 0]
    this.webContents = new WebContents(target, options.webPreferences ?? {})
    this.id = this.webContents.id
    const { width = 800, height = 600, x, y } = options
    const initial = { width, height, ...(x !== undefined && { x }), ...(y !== undefined && { y }) }
    this.place = new WindowPlace(target, initial, (event) => this.emit(event, {}))
    this.closed = new Promise((resolve) => this.once('closed', resolve))
    windows.add(this)
    this.listen()
    lifecycle.emit('contents-created', this.webContents)
    lifecycle.emit('window-created', this)
  }

  private listen(): void {
    const { webContents } = this
    webContents.once('did-finish-load', () => this.emit('ready-to-show', {}))
    webContents.on('page-title-updated', (event: { defaultPrevented: boolean }, title: string) => {
      this.emit('page-title-updated', event, title, true)
      if (!event.defaultPrevented) this.title = title
    })
    webContents.on('close-wanted', () => this.close())
    webContents.on('resized-page', () => void this.place.refresh().catch(() => {}))
    for (const event of ['focus', 'blur'] as const)
      webContents.on(event, () => {
        this.emit(event, {})
        lifecycle.emit('window-focus', this, event === 'focus')
      })
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows]
  }

  static fromId(id: number): BrowserWindow | null {
    return [...windows].find((window) => window.id === id) ?? null
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows].find(({ webContents }) => webContents === contents) ?? null
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...windows].find((window) => window.isFocused()) ?? null
  }

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url)
  loadFile: WebContents['loadFile'] = (file, options) => this.webContents.loadFile(file, options)
  reload = (): void => this.webContents.reload()
  capturePage: WebContents['capturePage'] = (rect) => this.webContents.capturePage(rect)

  getTitle = (): string => this.title
  setTitle = (title: string): void => void (this.title = title)
  getMinimumSize = (): [number, number] => this.minimum
  getBounds = (): Rectangle => this.place.bounds
  getNormalBounds = (): Rectangle => this.place.normal
  getSize = (): [number, number] => [this.place.bounds.width, this.place.bounds.height]
  getPosition = (): [number, number] => [this.place.bounds.x, this.place.bounds.y]
  setBounds = (bounds: Partial<Rectangle>): void => this.place.set(bounds)
  setSize = (width: number, height: number): void => this.place.set({ width, height })
  setPosition = (x: number, y: number): void => this.place.set({ x, y })

  maximize = (): void => this.place.change('maximized', 'maximize')
  unmaximize = (): void => this.place.change('normal', 'unmaximize')
  minimize = (): void => this.place.change('minimized', 'minimize')
  restore = (): void => this.place.change('normal', 'restore')
  setFullScreen = (on: boolean): void =>
    on ? this.place.change('fullscreen', 'enter-full-screen') : this.place.change('normal', 'leave-full-screen')
  isMaximized = (): boolean => this.place.state === 'maximized'
  isMinimized = (): boolean => this.place.state === 'minimized'
  isFullScreen = (): boolean => this.place.state === 'fullscreen'
  isNormal = (): boolean => this.place.state === 'normal'

  /** A page of a browser can't be shown without its window: hiding minimises it. */
  hide(): void {
    if (!this.visible) return
    this.visible = false
    if (!headless) this.place.change('minimized', 'minimize')
    this.emit('hide', {})
  }

  show(): void {
    if (!this.visible && this.isMinimized()) this.restore()
    if (!this.visible) this.emit('show', {})
    this.visible = true
    this.focus()
  }

  showInactive = (): void => this.show()
  isVisible = (): boolean => this.visible
  focus = (): void => this.webContents.focus()
  isFocused = (): boolean => this.webContents.isFocused()
  isDestroyed = (): boolean => !windows.has(this)

  /** Cosmetic, and without effect here; the README lists them. */
  setProgressBar(): void {}
  flashFrame(): void {}
  setIcon(): void {}
  setBackgroundColor(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  setOverlayIcon(): void {}
  moveTop(): void {}
  center(): void {}

  close(): void {
    void this.requestClose()
  }

  destroy(): void {
    this.closing = true
    void this.dispose()
  }

  /** Not Electron's: closes unless a listener prevents it, and tells whether it did. */
  async requestClose(): Promise<boolean> {
    if (this.isDestroyed()) return true
    const event = cancellable()
    this.emit('close', event)
    if (event.defaultPrevented) return false
    if (!(await this.webContents.mayUnload())) return false
    this.closing = true
    await this.dispose()
    return true
  }

  /** Not Electron's: the page has gone from Chromium. Where a person closed it, Chromium has not asked and nothing can be prevented. */
  gone(): void {
    if (this.isDestroyed()) return
    if (!this.closing) this.emit('close', cancellable())
    windows.delete(this)
    this.webContents.destroy()
    this.emit('closed')
    seal(this, sealed)
    if (windows.size === 0 && !lifecycle.quitting) lifecycle.emit('last-window-closed')
  }

  private async dispose(): Promise<void> {
    if (this.isDestroyed()) return
    // An app that quits ends Chromium with all its pages.
    if (!lifecycle.quitting) {
      await this.webContents.whenAttached().catch(() => {})
      const { targetId } = this.webContents
      if (targetId) await browser.current.cdp.send('Target.closeTarget', { targetId }).catch(() => {})
    }
    this.gone()
    await this.closed
  }
}
