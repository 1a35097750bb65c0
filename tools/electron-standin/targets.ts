import type { BrowserWindowConstructorOptions } from 'electron'
import { browser } from './browser.ts'
import type { Protocol } from './cdp.ts'
import { lifecycle } from './lifecycle.ts'
import type { WebContents } from './web-contents.ts'
import { BrowserWindow } from './window.ts'

type TargetInfo = Protocol.Target.TargetInfo

const windowOf = (targetId: string | undefined) =>
  targetId === undefined ? undefined : BrowserWindow.getAllWindows().find(({ webContents }) => webContents.targetId === targetId)

/** Opens the window that a page has asked for and its app has allowed. */
function openWanted(options: BrowserWindowConstructorOptions, details: { url: string }, opener: WebContents): void {
  const window = new BrowserWindow(options)
  opener.emit('did-create-window', window, details)
  window.loadURL(details.url).catch((error: unknown) => console.error(error))
}

/** A page that Chromium has opened by itself, as a form with `target=_blank` makes it: closed, and asked for properly. */
function onPopup({ targetId, openerId, type, url }: TargetInfo): void {
  const opener = type === 'page' ? windowOf(openerId) : undefined
  if (!opener) return
  void browser.current.cdp.send('Target.closeTarget', { targetId }).catch(() => {})
  opener.webContents.requestWindow({ url, frameName: '', features: '', disposition: 'foreground-tab' })
}

/** Follows Chromium's pages: those that close or open others. */
export async function followTargets(): Promise<void> {
  const { cdp } = browser.current
  lifecycle.on('window-wanted', (options, details, opener) => openWanted(options, details, opener as WebContents))
  cdp.on('Target.targetCreated', ({ targetInfo }: { targetInfo: TargetInfo }) => onPopup(targetInfo))
  cdp.on('Target.targetDestroyed', ({ targetId }: { targetId: string }) => {
    windowOf(targetId)?.gone()
  })
  cdp.on('close', () => {
    for (const window of BrowserWindow.getAllWindows()) window.gone()
  })
  await cdp.send('Target.setDiscoverTargets', { discover: true })
}

/** Closes every page, for an app whose windows were closed to quit and that then lives on. */
export async function closePages(): Promise<void> {
  const { cdp } = browser.current
  const { targetInfos } = await cdp.send('Target.getTargets')
  const pages = targetInfos.filter(({ type }) => type === 'page')
  await Promise.all(pages.map(({ targetId }) => cdp.send('Target.closeTarget', { targetId })))
}
