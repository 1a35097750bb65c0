import { BrowserWindow, net, protocol, session, shell, type ContextMenuParams, type Menu } from 'electron'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { appOrigin, appScheme } from './ipc/sender.ts'
import { pageHeaders } from './shell/page-headers.ts'
import { policyOf, streamFolder } from './shell/page-policy.ts'
import { minimumSize, type Place } from './shell/window-in-view.ts'

/** Before `ready`: our own scheme, so that pages have an origin, and `file:` rights for none. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built renderer, and nothing outside its folder; below `streamFolder`, the files that `serveStream` answers for. */
export function serveRenderer(folder: string, serveStream: (request: Request) => Promise<Response>): void {
  protocol.handle(appScheme, async (request) => {
    const { pathname, host } = new URL(request.url)
    if (host === 'balie' && pathname.startsWith(streamFolder)) return serveStream(request)
    const file = path.join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname))
    // SECURITY: `..` and other hosts must not reach files beside the bundle.
    if (host !== 'balie' || !file.startsWith(folder + path.sep)) return new Response('Not found', { status: 404 })
    const response = await net.fetch(pathToFileURL(file).href).catch(() => null)
    if (!response?.ok) return new Response('Not found', { status: 404 })
    const headers = new Headers(response.headers)
    headers.set('Content-Security-Policy', policyOf(pathname))
    for (const [name, value] of Object.entries(pageHeaders)) headers.set(name, value)
    return new Response(response.body, { headers })
  })
}

export interface WindowOptions {
  preload: string
  /** The dev server's URL while developing; our own scheme otherwise. */
  devUrl: string | null
  place: Place
  title: string
  /** For what the page shows before it can ask main anything. */
  language: string
  /** The page's canvas: what the window shows until the page has painted, so that none flashes white. */
  background: string
  /** What a right click offers; a menu without items is not shown. */
  contextMenu(clicked: ContextMenuParams): Menu
}

/** Opens the one window, hardened. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { preload, devUrl, place, title, language, background, contextMenu } = options
  const window = new BrowserWindow({
    width: place.width,
    height: place.height,
    ...(place.x === undefined || place.y === undefined ? {} : { x: place.x, y: place.y }),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    title,
    backgroundColor: background,
    webPreferences: {
      preload,
      // SECURITY: the page has no Node, a world apart from the preload, and Chromium's sandbox around it.
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      // SECURITY: Chromium's spelling fetches its dictionaries from outside, which tells others about this desk.
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize()
    window.show()
  })
  window.webContents.on('context-menu', (_event, clicked) => {
    const menu = contextMenu(clicked)
    if (menu.items.length > 0) menu.popup({ window })
  })
  const url = new URL(devUrl ?? `${appOrigin}/index.html`)
  url.searchParams.set('language', language)
  // A page that does not load is told by `did-fail-load` and shows as such; closing while it loads is no fault.
  window.loadURL(url.href).catch(() => undefined)
  return window
}

/** Resolves once the page has painted, or never will: what takes long may begin then. */
export function painted(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.once('ready-to-show', () => resolve())
    window.once('closed', () => resolve())
    window.webContents.once('did-fail-load', () => resolve())
    window.webContents.once('render-process-gone', () => resolve())
  })
}

/**
 * SECURITY: the page needs no camera, place or notification right; copying a number is all it may do. And its session reaches no
 * network: its files come from the app, and what no policy of the page closes, as WebRTC over TCP, ends at a proxy that is not
 * there. What the system's own proxies are is asked of another session.
 */
export async function hardenSession(withoutNetwork: boolean): Promise<void> {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  )
  defaultSession.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
  if (withoutNetwork) await defaultSession.setProxy({ proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' })
}

/** Shows a folder in the system's file manager, or a file in the program that the system has for it. */
export const openPath = async (folder: string): Promise<void> => {
  await shell.openPath(folder)
}

/** Empties what Chromium keeps of the page: its cache, and whatever a page could store. */
export const clearPage = (): Promise<void> => session.defaultSession.clearData()
