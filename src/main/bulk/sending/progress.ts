import type { BulkProgress } from '#shared/domain/bulk.ts'
import type { Clock } from '../../submissions/clock.ts'
import type { Lane } from './lane.ts'
import type { Meter, Tally } from './meter.ts'

/** A screen shows numbers that change; more often than this nobody can read them. */
const everyMs = 250

/** A run's progress as a screen shows it. */
export function progressOf(tally: Tally, sending: { lane: Lane; meter: Meter } | null, clock: Clock): BulkProgress {
  const wait = sending?.lane.waiting ?? null
  const until = wait?.untilMs ?? null
  return {
    ...tally,
    ...(sending ? sending.meter.speed() : { rate: null, secondsLeft: null }),
    waiting: wait && { reason: wait.reason, until: until === null ? null : new Date(clock.now() + until).toISOString() },
  }
}

/** Tells at once and then at most four times a second, or as often as said, and the last word always. */
export function throttled(clock: Clock, tell: () => void, ms = everyMs) {
  let last = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | null = null
  let isOver = false
  return {
    soon(): void {
      if (cancel || isOver) return
      const wait = last + ms - clock.steady()
      if (wait <= 0) {
        last = clock.steady()
        tell()
        return
      }
      cancel = clock.after(wait, () => {
        cancel = null
        last = clock.steady()
        tell()
      })
    },
    /** For good: what is told about may be gone by then. */
    stop(): void {
      isOver = true
      cancel?.()
      cancel = null
    },
  }
}
