import type { Message } from '#shared/domain/message.ts'
import { backoffMs } from '../../submissions/backoff.ts'
import type { Clock } from '../../submissions/clock.ts'

/** Why nothing of a lane leaves just now. */
export interface Pausing {
  reason: Message
  /** On the steady clock. */
  until: number
  /** The return of the network ends the one and not the other: a vendor that names a time means it. */
  kind: 'backoff' | 'retry-after'
}

/**
 * One wait for all rows of a lane: what one connection learns of the network or the vendor holds for the others. Afterwards
 * one row goes alone, to see whether it is over.
 */
export class Pace {
  readonly #clock: Clock
  readonly #random: () => number
  readonly #over: () => void
  #wait: Pausing | null = null
  #cancel: (() => void) | null = null
  #failures = 0

  constructor(clock: Clock, random: () => number, over: () => void) {
    this.#clock = clock
    this.#random = random
    this.#over = over
  }

  get wait(): Pausing | null {
    return this.#wait
  }

  /** A row came back unsent. The others of the same moment tell the same, and count as one. */
  notSent(reason: Message, retryAfterMs: number | null): void {
    if (retryAfterMs === null && this.#wait) return
    if (retryAfterMs === null) this.#failures += 1
    this.#begin(
      reason,
      retryAfterMs ?? backoffMs(this.#failures, this.#random),
      retryAfterMs === null ? 'backoff' : 'retry-after',
    )
  }

  /** The server asked for time, whatever became of the row. */
  asked(reason: Message, retryAfterMs: number): void {
    this.#begin(reason, retryAfterMs, 'retry-after')
  }

  /** Something got through. */
  reached(): void {
    this.#failures = 0
  }

  networkReturned(): boolean {
    if (this.#wait?.kind !== 'backoff') return false
    this.clear()
    return true
  }

  clear(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#wait = null
  }

  #begin(reason: Message, ms: number, kind: Pausing['kind']): void {
    const until = this.#clock.steady() + ms
    if (this.#wait && this.#wait.until >= until) return
    this.clear()
    this.#wait = { reason, until, kind }
    this.#cancel = this.#clock.after(Math.max(1, ms), () => {
      this.#wait = null
      this.#cancel = null
      this.#over()
    })
  }
}
