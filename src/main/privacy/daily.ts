import { hourMs } from '#shared/domain/time-spans.ts'
import type { ExpiredRecords } from '../storage/expired-records.ts'
import type { Clock } from '../submissions/clock.ts'

export interface DailyDeps {
  expired: Pick<ExpiredRecords, 'upkeep' | 'setUpkeep'>
  clock: Clock
  /** False where it is to be tried again. */
  run(): Promise<boolean>
  log(message: string, error: unknown): void
}

/** A little less than a day, so that who opens the app each morning has it done each morning. */
const betweenMs = 20 * hourMs
/** The person's first minute is theirs. */
const firstAfterMs = 60_000
/** Under which name it is remembered when that was. */
export const sweptAt = 'swept-at'

/**
 * Does something once a day while the app runs, also where that is for weeks: looked at by the hour on a steady clock, since a
 * timer of a day would not outlive a sleep. A clock that was set back counts as a day.
 */
export function daily({ expired, clock, run, log }: DailyDeps) {
  let cancel = () => {}
  let isStopped = false
  let running: Promise<unknown> | null = null

  const isDue = () => {
    const last = expired.upkeep(sweptAt)
    return last === null || Math.abs(clock.now() - last) >= betweenMs
  }
  async function look(): Promise<void> {
    try {
      if (isDue() && (await run())) expired.setUpkeep(sweptAt, clock.now())
    } catch (error) {
      log('What has been kept for long enough could not be erased', error)
    }
  }
  const next = (ms: number) => {
    cancel = clock.after(ms, () => {
      running = look().finally(() => {
        running = null
        if (!isStopped) next(hourMs)
      })
    })
  }
  return {
    start: () => next(firstAfterMs),
    /** At once, whenever the last time was: a person chose a shorter time. */
    async now(): Promise<void> {
      await running
      running = (async () => {
        if (await run()) expired.setUpkeep(sweptAt, clock.now())
      })()
      await running.finally(() => (running = null))
    },
    /** What runs comes to its end first; nothing is left that would look at a closed ledger, or keep a process from ending. */
    async stop(): Promise<void> {
      isStopped = true
      cancel()
      await running?.catch(() => undefined)
    },
  }
}
export type Daily = ReturnType<typeof daily>
