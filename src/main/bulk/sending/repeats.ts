import { repeatDelaysMs } from '../../submissions/backoff.ts'
import type { Clock } from '../../submissions/clock.ts'
import { mayRepeat, type TriedItem } from '../../submissions/settle.ts'
import type { SubmissionRecords } from '../../storage/submission-records.ts'
import type { LaneNews } from './lane-news.ts'

type Others = Pick<SubmissionRecords, 'get' | 'isSuperseded' | 'hasConfirmedNote'>

/** Updates and deletes of unknown outcome that will repeat themselves, each at its time. */
export class Repeats {
  readonly #clock: Clock
  readonly #others: Others
  readonly #news: Pick<LaneNews, 'repeat'>
  readonly #changed: () => void
  readonly #timers = new Map<string, () => void>()

  /** `changed` is called when one is due, and when one will not repeat itself after all. */
  constructor(clock: Clock, others: Others, news: Pick<LaneNews, 'repeat'>, changed: () => void) {
    this.#clock = clock
    this.#others = others
    this.#news = news
    this.#changed = changed
  }

  get pending(): number {
    return this.#timers.size
  }

  /** Where it may, the row repeats itself after its delay; by then a newer item may have taken its place. */
  schedule(row: TriedItem): void {
    const delay = repeatDelaysMs[row.repeats]
    if (delay === undefined || !mayRepeat(row, this.#clock.now(), this.#others)) return
    this.#timers.get(row.id)?.()
    const cancel = this.#clock.after(delay, () => {
      this.#timers.delete(row.id)
      if (mayRepeat(row, this.#clock.now(), this.#others)) this.#news.repeat(row.id)
      this.#changed()
    })
    this.#timers.set(row.id, cancel)
  }

  /** What a person decided meanwhile has nothing to wait for. */
  dropDecided(): void {
    for (const [id, cancel] of this.#timers) {
      const state = this.#others.get(id)?.state
      // The outcome of a try may still have to be written.
      if (state === 'unknown' || state === 'sending') continue
      cancel()
      this.#timers.delete(id)
    }
  }

  clear(): void {
    for (const cancel of this.#timers.values()) cancel()
    this.#timers.clear()
  }
}
