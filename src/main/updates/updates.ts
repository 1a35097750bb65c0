import type { UpdateState } from '#shared/domain/update.ts'
import type { UpdateManner } from './feed.ts'
import { troubleOf } from './trouble.ts'

/** As much of electron-updater as is used here. */
export interface Updater {
  checkForUpdates(): Promise<{ isUpdateAvailable: boolean; updateInfo: { version: string; releaseNotes?: unknown } } | null>
  downloadUpdate(): Promise<unknown>
  /** Resolves once the system can put it in place when Balie ends; null where nothing has to be done for that before. */
  prepare: (() => Promise<void>) | null
  /** Puts it in place without a word, and starts it where that was asked. */
  quitAndInstall(runAfter: boolean): void
}

export interface UpdatesDeps {
  /** Null where nothing is ever updated, with the reason in `off`. */
  updater: (() => Promise<Updater>) | null
  off: Extract<UpdateState, { state: 'off' }>['why']
  manner: UpdateManner
  changed(state: UpdateState): void
  quit(): void
  log(message: string, error: unknown): void
}

/** How long after the start is asked for the first time, so that the clerk's first work is not slowed down; and how often then. */
const firstAfterMs = 60_000
const everyMs = 6 * 3600_000

/** While one of these goes on, or there is something to put in place, nothing is looked for. */
const busy: ReadonlySet<UpdateState['state']> = new Set(['checking', 'downloading', 'ready', 'preparing'])

/** Newer versions: looked for now and then, fetched, and put in place when Balie is closed. */
export function createUpdates({ updater, off, manner, changed, quit, log }: UpdatesDeps) {
  let state: UpdateState = updater ? { state: 'idle' } : { state: 'off', why: off }
  let opened: Updater | null = null
  let asked = false
  /** Until the desk says otherwise: one that never opened may hold anything. */
  let unfinished = true
  let isPrepared = false
  let isEnding = false
  let timer: NodeJS.Timeout | null = null
  const become = (next: UpdateState) => {
    state = next
    changed(next)
  }

  async function check(): Promise<void> {
    if (!updater || busy.has(state.state)) return
    become({ state: 'checking' })
    try {
      opened ??= await updater()
      const found = await opened.checkForUpdates()
      if (!found?.isUpdateAvailable) {
        become({ state: 'newest' })
        return
      }
      const { version, releaseNotes } = found.updateInfo
      const next = { version, notes: typeof releaseNotes === 'string' ? releaseNotes : null }
      if (manner === 'tells') {
        become({ state: 'told', ...next })
        return
      }
      become({ state: 'downloading', ...next })
      await opened.downloadUpdate()
      isPrepared = opened.prepare === null
      become({ state: 'ready', ...next })
    } catch (error) {
      log('A newer version could not be had', error)
      become({ state: 'failed', trouble: troubleOf(error) })
    }
  }

  /** Whether the system has all it needs to put the version in place. */
  async function prepare(ready: Extract<UpdateState, { state: 'ready' }>): Promise<boolean> {
    become({ ...ready, state: 'preparing' })
    try {
      await opened?.prepare?.()
      isPrepared = true
      become(ready)
      return true
    } catch (error) {
      log('A newer version was not taken', error)
      become({ state: 'failed', trouble: troubleOf(error) })
      return false
    }
  }

  return {
    state: (): UpdateState => state,
    check,
    /** Begins to look for newer versions by itself. */
    begin() {
      if (!updater) return
      const again = (ms: number) => {
        timer = setTimeout(() => void check().finally(() => again(everyMs)), ms)
        timer.unref()
      }
      again(firstAfterMs)
    },
    /** The person's word: closes Balie, with all its questions, then puts the new version in place and starts it. */
    async installNow() {
      if (state.state !== 'ready' || !(isPrepared || (await prepare(state)))) return
      asked = true
      quit()
    },
    /** The person stayed after all. */
    stayed() {
      asked = false
    },
    /** The last that is known of the desk before it closes: whether items wait or a run is under way. */
    leaving(work: { unfinished: boolean }) {
      unfinished = work.unfinished
    },
    /**
     * Once the window is closed and the ledger with it; `hold` keeps the app from ending until it is called again. A person who leaves
     * something to do finds it in the same version, unless they asked. SECURITY: Windows' installer ends a running app by force,
     * so nothing is installed before this.
     */
    closed(hold: () => void) {
      if (timer) clearTimeout(timer)
      if (isEnding || state.state !== 'ready' || !opened || (unfinished && !asked)) return
      const { quitAndInstall } = opened
      isEnding = true
      if (isPrepared) {
        quitAndInstall(asked)
        return
      }
      hold()
      void prepare(state).then(
        (isTaken) => (isTaken ? quitAndInstall(asked) : quit()),
        () => quit(),
      )
    },
  }
}

export type Updates = ReturnType<typeof createUpdates>
