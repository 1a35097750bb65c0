import type { Bridge } from './bridge.ts'
import type { OpenRequest } from './messages.ts'

/**
 * What a page sees of the stand-in: the frozen objects that its preload exposes, and a `window.open`
 * and `window.close` that ask main.
 * New windows are asked for here because Chromium would open them by itself. Self-contained: evaluated in the page.
 */
export function pageWorld(bridge: Bridge): void {
  const freeze = <T>(value: T, seen = new Set<unknown>()): T => {
    const freezable = (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) || typeof value === 'function'
    if (!freezable || seen.has(value)) return value
    seen.add(value)
    for (const item of Object.values(value)) freeze(item, seen)
    return Object.freeze(value)
  }
  bridge.serve('expose', (payload) => {
    const { key, api } = payload as { key: string; api: unknown }
    if (Object.hasOwn(globalThis, key))
      throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`)
    Object.defineProperty(globalThis, key, { value: freeze(api), enumerable: true, writable: false, configurable: false })
  })

  const open = (request: OpenRequest) => bridge.ask('open', request)
  window.open = (url = '', name = '', features = '') => {
    open({
      url: new URL(url, document.baseURI).href,
      frameName: name,
      features,
      disposition: features ? 'new-window' : 'foreground-tab',
    })
    return null
  }

  window.close = () => void bridge.ask('close', null)

  const staysHere = (target: string) => ['', '_self', '_top', '_parent'].includes(target.toLowerCase())
  const onLink = (event: MouseEvent) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement || node instanceof HTMLAreaElement)
    if (!link?.href || event.defaultPrevented || event.button > 1) return
    const aside = event.button === 1 || event.ctrlKey || event.metaKey
    if (!aside && !event.shiftKey && staysHere(link.target)) return
    event.preventDefault()
    const disposition = aside ? 'background-tab' : event.shiftKey ? 'new-window' : 'foreground-tab'
    open({ url: link.href, frameName: link.target, features: '', disposition })
  }
  window.addEventListener('click', onLink)
  window.addEventListener('auxclick', onLink)
}
