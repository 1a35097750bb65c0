import { autoUpdater } from './electron-updater-in-node.ts'

/** What macOS did with a new version. */
export interface PlayedSquirrel {
  /** What is there after the app ended: what Squirrel had by then; null where it had nothing, and the old app stays. */
  whenEnded(): Buffer | null
  /** Whether it starts the app again. */
  starts(): boolean
}

/**
 * Squirrel as electron-updater's MacUpdater drives it: it fetches from the address that it was told when it is asked to look, says so
 * once it has everything, and puts that in place when the app ends. `refuses` is what it says to what it was given.
 */
export function playSquirrel(refuses: string | null): PlayedSquirrel {
  let feed: Parameters<typeof autoUpdater.setFeedURL>[0] | null = null
  let taken: Buffer | null = null
  let isStarted = false
  async function take(): Promise<void> {
    if (!feed) throw new Error('It was never told where to look')
    const { url } = (await (await fetch(feed.url, { headers: feed.headers })).json()) as { url: string }
    const content = Buffer.from(await (await fetch(url)).arrayBuffer())
    if (refuses !== null) throw new Error(refuses)
    taken = content
    autoUpdater.emit('update-downloaded')
  }
  autoUpdater.removeAllListeners()
  autoUpdater.setFeedURL = (given) => void (feed = given)
  autoUpdater.checkForUpdates = () => void take().catch((error: unknown) => autoUpdater.emit('error', error))
  autoUpdater.quitAndInstall = () => void (isStarted = true)
  return { whenEnded: () => taken, starts: () => isStarted }
}
