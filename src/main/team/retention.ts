import { hourMs } from '#shared/domain/time-spans.ts'
import type { Clock } from '../submissions/clock.ts'
import { TeamFailure } from './failures.ts'
import type { TeamStore } from './store.ts'

export interface RetentionDeps {
  store: Pick<TeamStore, 'sweep'>
  clock: Pick<Clock, 'after'>
  isOnline(): boolean
  log(message: string, error: unknown): void
}

/** Few enough that each answer comes well within a call's patience. */
const together = 200
/** The person's first minute is theirs. */
const firstAfterMs = 60_000

/**
 * What the team kept for long enough goes, once a day for all of it: the database remembers when that was, so that whichever desk asks
 * first does it and the others are answered "done".
 */
export function retention({ store, clock, isOnline, log }: RetentionDeps) {
  const stopping = new AbortController()
  let cancel = () => {}

  async function look(): Promise<void> {
    try {
      while (!stopping.signal.aborted && isOnline()) if ((await store.sweep(together)) === 0) break
    } catch (error) {
      // Out of reach: another desk does it, or this one in an hour.
      if (!(error instanceof TeamFailure)) log('What the team kept for long enough could not be erased', error)
    }
    if (!stopping.signal.aborted) next(hourMs)
  }
  const next = (ms: number) => {
    cancel = clock.after(ms, () => void look())
  }
  next(firstAfterMs)
  return {
    stop(): void {
      stopping.abort()
      cancel()
    },
  }
}
