import type { AppUpdater } from 'electron-updater'
import type { Feed } from './feed.ts'
import type { Updater } from './updates.ts'

/** Sets an updater up so that it does nothing that was not decided here. */
export async function withFeed(
  updater: AppUpdater,
  feed: Feed,
  log: (message: string, error: unknown) => void,
): Promise<Updater> {
  const { signedFeed } = await import('./signed-provider.ts')
  updater.setFeedURL(signedFeed(feed))
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  updater.logger = { info: () => undefined, warn: (text) => log(String(text), null), error: () => undefined }
  // Each failure is also the answer of the call that failed; unheard, this event would end the app.
  updater.on('error', () => undefined)
  return updater
}

/** electron-updater's own choice for this system. Loaded when first needed, since it asks for Electron. */
export async function openUpdater(feed: Feed, log: (message: string, error: unknown) => void): Promise<Updater> {
  const { autoUpdater } = (await import('electron-updater')).default
  return await withFeed(autoUpdater, feed, log)
}
