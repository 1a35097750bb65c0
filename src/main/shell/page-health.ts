import type { RenderProcessGoneDetails } from 'electron'
import type { NativeDialogs } from '../dialogs.ts'

/** The part of Electron's contents that tells how the page is; tests play its events. */
export interface Page {
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: Pick<RenderProcessGoneDetails, 'reason' | 'exitCode'>) => void,
  ): unknown
  on(event: 'unresponsive' | 'responsive' | 'did-navigate', listener: () => void): unknown
  reload(): void
  forcefullyCrashRenderer(): void
  isDestroyed(): boolean
}

export interface PageHealthDeps {
  page: Page
  dialogs: Pick<NativeDialogs, 'pageKeepsCrashing' | 'pageHangs'>
  /** The page comes back: it says so itself, since its drafts are on disk. */
  tell(): void
  /** The page is a new one: what the old one held in main is nobody's any more. */
  onNewPage(): void
  quit(): void
  log(message: string, error: unknown): void
  now?: () => number
}

/** A page that goes this often in so short a time will go again. */
const crashesBeforeAsking = 3
const withinMs = 60_000

/**
 * A page that crashes is loaded again and says so; one that keeps crashing or hangs is asked about. Main, and with it every
 * item that is under way, is not touched by it.
 */
export function watchPage({ page, dialogs, tell, onNewPage, quit, log, now = () => performance.now() }: PageHealthDeps): void {
  const crashes: number[] = []
  let hanging: AbortController | null = null
  const reload = () => {
    if (page.isDestroyed()) return
    tell()
    page.reload()
  }
  const guarded = (what: string, work: () => Promise<void>) => void work().catch((error: unknown) => log(what, error))

  page.on('render-process-gone', (_event, { reason, exitCode }) => {
    hanging?.abort()
    if (reason === 'clean-exit') return
    log('The page is gone', new Error(`${reason}, exit code ${exitCode}`))
    crashes.push(now())
    const recent = crashes.filter((at) => at > now() - withinMs)
    if (recent.length < crashesBeforeAsking) {
      reload()
      return
    }
    crashes.length = 0
    guarded('Nobody could be asked about the page', async () => {
      if ((await dialogs.pageKeepsCrashing()) === 'reload') reload()
      else quit()
    })
  })
  page.on('unresponsive', () => {
    if (hanging) return
    const over = new AbortController()
    hanging = over
    guarded('Nobody could be asked about the page', async () => {
      const answer = await dialogs.pageHangs(over.signal)
      hanging = null
      // Ending its process is the only way out of a script that never ends; it then counts as gone, and is loaded again.
      if (answer === 'reload' && !over.signal.aborted && !page.isDestroyed()) page.forcefullyCrashRenderer()
    })
  })
  page.on('responsive', () => hanging?.abort())
  page.on('did-navigate', onNewPage)
}
