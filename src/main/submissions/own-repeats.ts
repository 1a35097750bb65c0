import type { OutboxQueue } from '../storage/outbox-queue.ts'
import type { SubmissionRecords } from '../storage/submission-records.ts'
import type { StoredSubmission } from '../storage/submission-row.ts'
import { ledgerRetryMs, repeatDelaysMs } from './backoff.ts'
import type { Clock } from './clock.ts'
import { inRepeatWindow, repeatWindowMs } from '../storage/repeat-window.ts'
import { mayRepeat } from './settle.ts'

export interface OwnRepeatsDeps {
  records: SubmissionRecords
  clock: Clock
  isRunning(): boolean
  /** The item waits again, or asks. */
  onRepeat(id: string): void
  onTrouble(error: unknown): void
}

/** Single updates and deletes of unknown outcome, which repeat themselves a few times and then ask. */
export class OwnRepeats {
  readonly #deps: OwnRepeatsDeps
  readonly #timers = new Map<string, () => void>()

  constructor(deps: OwnRepeatsDeps) {
    this.#deps = deps
  }

  /** After a restart. */
  restore(queue: Pick<OutboxQueue, 'repeatsSince'>): void {
    const { records, clock } = this.#deps
    for (const id of queue.repeatsSince(clock.now() - repeatWindowMs)) {
      const item = records.get(id)
      if (item?.state === 'unknown') this.schedule(item)
      else if (item && !records.wasAnswered(id)) this.expire(item)
    }
  }

  /** Its outcome is unknown: it goes again after its delay, where it may. */
  schedule(item: StoredSubmission): void {
    const { records, clock } = this.#deps
    const delay = repeatDelaysMs[item.repeats]
    if (delay === undefined || !mayRepeat(item, clock.now(), records)) return
    this.#after(delay, item.id, () => this.#repeat(item.id))
  }

  /** It waits for its origin, behind others perhaps: when its time is over it asks, though its turn did not come. */
  expire(item: StoredSubmission): void {
    const { clock } = this.#deps
    if (!item.repeating) return
    const left = (item.firstUnknownAt ?? clock.now()) + repeatWindowMs - clock.now()
    this.#after(Math.min(repeatWindowMs, Math.max(1, left)), item.id, () => this.#expire(item.id))
  }

  /** A person decided, or a newer item took its place. */
  stop(id: string): void {
    this.#timers.get(id)?.()
    this.#timers.delete(id)
  }

  clear(): void {
    for (const cancel of this.#timers.values()) cancel()
    this.#timers.clear()
  }

  #after(ms: number, id: string, work: () => void): void {
    const { clock, onTrouble } = this.#deps
    this.stop(id)
    const run = () => {
      this.#timers.delete(id)
      if (!this.#deps.isRunning()) return
      try {
        work()
      } catch (error) {
        onTrouble(error)
        this.#after(ledgerRetryMs, id, work)
      }
    }
    this.#timers.set(id, clock.after(ms, run))
  }

  #repeat(id: string): void {
    const { records, clock, onRepeat } = this.#deps
    const current = records.get(id)
    if (current?.state !== 'unknown' || !mayRepeat(current, clock.now(), records)) return
    records.change(id, 'unknown', {
      state: 'queued',
      at: clock.now(),
      reason: { id: 'outbox.repeating' },
      repeating: true,
      repeats: current.repeats + 1,
    })
    onRepeat(id)
  }

  #expire(id: string): void {
    const { records, clock, onRepeat } = this.#deps
    const current = records.get(id)
    if (current?.state !== 'queued' || !current.repeating || inRepeatWindow(current, clock.now())) return
    records.change(id, 'queued', { state: 'unknown', at: clock.now(), reason: { id: 'outbox.repeatsOver' } })
    onRepeat(id)
  }
}
