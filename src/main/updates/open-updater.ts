import type { AppUpdater } from 'electron-updater'
import type { ProxySignIns } from '../upstream/proxy-sign-ins.ts'
import type { FeedDates } from './feed-freshness.ts'
import type { Feed } from './feed.ts'
import { proxyLogin } from './proxy-login.ts'
import { handOver, type NativeUpdater } from './squirrel.ts'
import type { Updater } from './updates.ts'

/** What an updater is set up with. */
export interface UpdaterParts {
  feed: Feed
  dates: FeedDates
  /** Of macOS, which puts a version in place itself; null elsewhere. */
  native: NativeUpdater | null
  /** How the organisation wants servers to be reached, as Electron's sessions say it. */
  proxy: Parameters<AppUpdater['netSession']['setProxy']>[0]
  signIns: ProxySignIns
  log(message: string, error: unknown): void
}

/** Sets an updater up so that it does nothing that was not decided here. */
export async function withFeed(
  updater: AppUpdater,
  { feed, dates, native, signIns, log }: Omit<UpdaterParts, 'proxy'>,
): Promise<Updater> {
  const { signedFeed } = await import('./signed-provider.ts')
  updater.setFeedURL(signedFeed(feed, dates))
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  updater.logger = { info: () => undefined, warn: (text) => log(String(text), null), error: () => undefined }
  const login = proxyLogin(signIns)
  updater.on('login', (asked, answer: (...given: string[]) => void) => {
    login(asked, answer).catch((error: unknown) => {
      log('A proxy on the way to newer versions got no answer', error)
      answer()
    })
  })
  // Each failure is also the answer of the call that failed; unheard, this event would end the app.
  updater.on('error', () => undefined)
  return {
    checkForUpdates: () => updater.checkForUpdates(),
    downloadUpdate: () => updater.downloadUpdate(),
    prepare: native && (() => handOver(native)),
    quitAndInstall(runAfter) {
      // What macOS goes by; the others go by the argument.
      updater.autoRunAppAfterInstall = runAfter
      updater.quitAndInstall(true, runAfter)
    },
  }
}

/** electron-updater's own choice for this system. Loaded when first needed, since it asks for Electron. */
export async function openUpdater(parts: UpdaterParts): Promise<Updater> {
  const { autoUpdater } = (await import('electron-updater')).default
  await autoUpdater.netSession.setProxy(parts.proxy)
  return await withFeed(autoUpdater, parts)
}
