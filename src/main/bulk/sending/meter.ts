import type { BulkProgress } from '#shared/domain/bulk.ts'
import type { SubmissionState } from '#shared/domain/submission.ts'
import type { Clock } from '../../submissions/clock.ts'

export type Tally = Pick<BulkProgress, 'total' | 'sent' | 'rejected' | 'unknown' | 'left' | 'notSent' | 'closed' | 'damaged'>

/** How a state counts in a run's progress. */
const countedAs: Record<SubmissionState | 'damaged', Exclude<keyof Tally, 'total'>> = {
  queued: 'left',
  sending: 'left',
  held: 'left',
  sent: 'sent',
  rejected: 'rejected',
  unknown: 'unknown',
  withdrawn: 'notSent',
  closed: 'closed',
  damaged: 'damaged',
}

/** The rows of a run by their state, as a person reads them. */
export function tallyOf(counts: Iterable<{ state: SubmissionState | 'damaged'; count: number }>): Tally {
  const tally: Tally = { total: 0, sent: 0, rejected: 0, unknown: 0, left: 0, notSent: 0, closed: 0, damaged: 0 }
  for (const { state, count } of counts) {
    tally[countedAs[state]] += count
    tally.total += count
  }
  return tally
}

const windowMs = 10_000
const sampleMs = 250

/** Counts what comes of a run's rows, and how fast. */
export class Meter {
  #tally: Tally
  #finished = 0
  #samples: { at: number; finished: number }[] = []
  readonly #clock: Clock

  constructor(tally: Tally, clock: Clock) {
    this.#tally = { ...tally }
    this.#clock = clock
  }

  get tally(): Tally {
    return this.#tally
  }

  /** The ledger's own count, after others changed rows. */
  reset(tally: Tally): void {
    this.#tally = { ...tally }
  }

  /** A row moved on. */
  moved(from: SubmissionState, to: SubmissionState | 'damaged'): void {
    this.#tally[countedAs[from]] -= 1
    this.#tally[countedAs[to]] += 1
    if (countedAs[to] !== 'left') this.#finished += 1
    this.#sample()
  }

  /** Nothing moves any more: a rate that stands still would be one of the past. */
  rest(): void {
    this.#samples = []
  }

  speed(): Pick<BulkProgress, 'rate' | 'secondsLeft'> {
    const now = this.#clock.steady()
    const first = this.#samples.find(({ at }) => at >= now - windowMs)
    const ms = first ? now - first.at : 0
    const finished = first ? this.#finished - first.finished : 0
    if (ms < sampleMs || finished === 0) return { rate: null, secondsLeft: null }
    const rate = (finished * 1000) / ms
    return { rate, secondsLeft: Math.ceil(this.#tally.left / rate) }
  }

  #sample(): void {
    const at = this.#clock.steady()
    const last = this.#samples.at(-1)
    if (last && at - last.at < sampleMs) return
    this.#samples.push({ at, finished: this.#finished })
    while ((this.#samples[0]?.at ?? at) < at - windowMs) this.#samples.shift()
  }
}
