import type { StoredSubmission } from '../storage/submission-row.ts'
import type { Clock } from './clock.ts'

/** Why an item waits: a person's hold, a vendor that could not be reached, or a vendor that named a time. */
export type Wait = 'hold' | 'backoff' | 'retry-after'

/**
 * When waiting items may leave, on the steady clock: setting the computer's time neither shortens a hold nor makes an item
 * wait for years.
 */
export class Deadlines {
  readonly #due = new Map<string, { at: number; wait: Wait }>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  set(id: string, ms: number, wait: Wait): void {
    this.#due.set(id, { at: this.#clock.steady() + ms, wait })
  }

  /**
   * After a restart only the wall clock is left; it counts for at most the wait that was meant. An item that waits although its
   * last try was answered waits for the time the vendor named.
   */
  restore(item: Pick<StoredSubmission, 'id' | 'notBefore' | 'waitMs' | 'inHold'>, wasAnswered: boolean): void {
    if (item.notBefore === null) return
    const left = Math.min(item.waitMs, Math.max(0, item.notBefore - this.#clock.now()))
    this.set(item.id, left, item.inHold ? 'hold' : wasAnswered ? 'retry-after' : 'backoff')
  }

  clear(id: string): void {
    this.#due.delete(id)
  }

  /** The network is back: what only waited for that goes at once. */
  clearBackoffs(): string[] {
    const freed = [...this.#due].filter(([, { wait }]) => wait === 'backoff').map(([id]) => id)
    for (const id of freed) this.#due.delete(id)
    return freed
  }

  isDue(id: string): boolean {
    const due = this.#due.get(id)
    return !due || due.at <= this.#clock.steady()
  }

  /** Milliseconds until the next one of these is due; null where none waits. */
  next(ids: readonly string[]): number | null {
    const waits = ids.flatMap((id) => this.#due.get(id)?.at ?? [])
    return waits.length === 0 ? null : Math.max(0, Math.min(...waits) - this.#clock.steady())
  }
}
