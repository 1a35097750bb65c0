import type { Clock } from './clock.ts'

/**
 * When single items may leave that wait for nobody else, on the steady clock: setting the computer's time neither shortens a
 * hold nor makes an item wait for years.
 */
export class Holds {
  readonly #due = new Map<string, number>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  set(id: string, ms: number): void {
    this.#due.set(id, this.#clock.steady() + ms)
  }

  has(id: string): boolean {
    return this.#due.has(id)
  }

  clear(id: string): void {
    this.#due.delete(id)
  }

  clearAll(): void {
    this.#due.clear()
  }

  /** Those whose time has come. */
  over(): string[] {
    const now = this.#clock.steady()
    return [...this.#due].filter(([, at]) => at <= now).map(([id]) => id)
  }

  /** Milliseconds until the next one is over; null where none waits. */
  next(): number | null {
    let first = Number.POSITIVE_INFINITY
    for (const at of this.#due.values()) first = Math.min(first, at)
    return first === Number.POSITIVE_INFINITY ? null : Math.max(0, first - this.#clock.steady())
  }
}

/** After a restart only the wall clock is left; it counts for at most the wait that was meant. */
export const leftOf = (item: { notBefore: number; waitMs: number }, clock: Clock): number =>
  Math.min(item.waitMs, Math.max(0, item.notBefore - clock.now()))
