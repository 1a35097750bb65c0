import type { CdpSession, Protocol } from './cdp.ts'
import { cancellable } from './cancellable.ts'
import { schemes } from './schemes.ts'
import { setTimeout as sleep } from 'node:timers/promises'

/** Chromium's numbers of what keeps a page from loading (net/base/net_error_list.h); all others pass for ERR_FAILED. */
const errorCodes: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_TIMED_OUT: -7,
  ERR_UNEXPECTED: -9,
  ERR_ACCESS_DENIED: -10,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_ADDRESS_UNREACHABLE: -109,
  ERR_UNKNOWN_URL_SCHEME: -302,
}

interface Waiting {
  resolve(): void
  reject(error: Error): void
}

/** Who hears of navigations: the window's WebContents. */
export interface NavigationListener {
  emit(event: string, ...args: unknown[]): boolean
  /** Another document is there, or the same under another address. */
  onCommit(url: string, isSameDocument: boolean): void
}

/** Where a page is and where it goes: Electron's loading methods and navigation events over CDP. */
export class Navigation {
  isLoading = false
  private readonly session: CdpSession
  private readonly frameId: string
  private readonly listener: NavigationListener
  /** The address that the app itself has asked for; all others are the page's wish and may be refused. */
  private own: string | undefined
  private begun = false
  private loader: string | undefined
  private loaded: string | undefined
  private readonly waiting = new Map<string, Waiting>()

  constructor(session: CdpSession, frameId: string, listener: NavigationListener) {
    this.session = session
    this.frameId = frameId
    this.listener = listener
  }

  async start(): Promise<void> {
    this.session.on('Page.frameNavigated', ({ frame }) => this.onNavigated(frame))
    this.session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== this.frameId) return
      const address = schemes.fromBrowser(url)
      this.listener.onCommit(address, true)
      this.listener.emit('did-navigate-in-page', {}, address, true, 1, 1)
    })
    this.session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (frameId === this.frameId && loaderId === this.loader) this.onLifecycle(name)
    })
    await this.session.send('Page.setLifecycleEventsEnabled', { enabled: true })
  }

  /** Goes to an address; settles when the page has loaded. */
  async load(url: string): Promise<void> {
    const target = new URL(schemes.toBrowser(url)).href
    const isFirst = !this.begun
    this.begun = true
    this.isLoading = true
    this.listener.emit('did-start-loading')
    const { errorText, loaderId } = await this.navigate(target, isFirst ? 5 : 0)
    if (errorText) this.fail(errorText, url)
    if (loaderId !== undefined && loaderId !== this.loaded)
      await new Promise<void>((resolve, reject) => this.waiting.set(loaderId, { resolve, reject }))
  }

  /** A window's first document, the empty one, may still be on its way and cancel ours: then we ask again. */
  private async navigate(url: string, patience: number): Promise<Protocol.Page.navigateReturnValue> {
    this.own = url
    const result = await this.session.send('Page.navigate', { url })
    if (result.errorText !== 'net::ERR_ABORTED' || patience === 0) return result
    await sleep(50)
    return await this.navigate(url, patience - 1)
  }

  /** Loads the page at this address once more, also where its process has crashed and can't be asked. */
  async reload(url: string): Promise<void> {
    this.own = new URL(schemes.toBrowser(url)).href
    await this.session.send('Page.reload', {})
  }

  /** Decides on a document that is about to be fetched. */
  guard(url: string, isRedirect: boolean): boolean {
    const isOwn = schemes.toBrowser(url) === this.own
    if (isOwn && !isRedirect) return true
    const event = cancellable({ url, isMainFrame: true, isSameDocument: false })
    if (isRedirect) this.listener.emit('will-redirect', event, url, false, true)
    else {
      this.listener.emit('will-frame-navigate', event)
      this.listener.emit('will-navigate', event, url, false, true)
    }
    return !event.defaultPrevented
  }

  /** The window has gone; what waits for it waits no longer. */
  end(): void {
    for (const { reject } of this.waiting.values()) reject(new Error('ERR_ABORTED (-3): the window was closed'))
    this.waiting.clear()
  }

  private fail(errorText: string, url: string): never {
    const name = errorText.replace(/^net::/, '')
    const code = errorCodes[name] ?? -2
    this.isLoading = false
    this.listener.emit('did-fail-load', {}, code, name, url, true)
    this.listener.emit('did-stop-loading')
    throw Object.assign(new Error(`${name} (${code}) loading '${url}'`), { errno: code, code: name, url })
  }

  private onNavigated({ id, loaderId, url }: Protocol.Page.Frame): void {
    if (id !== this.frameId || !this.begun || url === 'about:blank') return
    this.own = undefined
    this.loader = loaderId
    for (const [other, { reject }] of this.waiting) {
      if (other === loaderId) continue
      this.waiting.delete(other)
      reject(new Error(`ERR_ABORTED (-3): replaced by ${schemes.fromBrowser(url)}`))
    }
    const address = schemes.fromBrowser(url)
    this.listener.onCommit(address, false)
    // The status is not Electron's: Chromium tells it only where the network is watched.
    this.listener.emit('did-navigate', {}, address, -1, '')
  }

  private onLifecycle(name: string): void {
    if (name === 'DOMContentLoaded') this.listener.emit('dom-ready', {})
    if (name !== 'load' || this.loaded === this.loader) return
    this.loaded = this.loader
    this.isLoading = false
    this.listener.emit('did-finish-load', {})
    this.listener.emit('did-stop-loading')
    const waiting = this.waiting.get(this.loaded ?? '')
    this.waiting.delete(this.loaded ?? '')
    waiting?.resolve()
  }
}
