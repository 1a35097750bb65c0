import type { Clock } from '../submissions/clock.ts'

/** When it was last known that something may leave. */
interface Lease {
  try: number
  /** By both clocks: a computer that slept may have stopped the one, and a person may have set the other. */
  steady: number
  now: number
}

/**
 * What the team let go, and how long ago. A third of the time after which colleagues read silence as "unknown": what leaves on a
 * lease has long left when they do.
 */
export class Leases {
  readonly #clock: Clock
  readonly #leases = new Map<string, Lease>()
  #leaseMs = 60_000

  constructor(clock: Clock) {
    this.#clock = clock
  }

  setLength(leaseMs: number): void {
    this.#leaseMs = leaseMs
  }

  /** The moment at which a question is put; its answer counts from here. */
  moment(): { steady: number; now: number } {
    return { steady: this.#clock.steady(), now: this.#clock.now() }
  }

  grant(id: string, tryNumber: number, asked: { steady: number; now: number }): void {
    this.#leases.set(id, { try: tryNumber, ...asked })
  }

  /** Whether this try may leave now. */
  holds(id: string, tryNumber: number): boolean {
    const lease = this.#leases.get(id)
    if (!lease || lease.try !== tryNumber) return false
    const third = this.#leaseMs / 3
    const steady = this.#clock.steady() - lease.steady
    const now = this.#clock.now() - lease.now
    return steady <= third && Math.abs(now) <= third
  }

  drop(id: string): void {
    this.#leases.delete(id)
  }

  /** The database may be another by now: nothing that was let go before counts. */
  dropAll(): void {
    this.#leases.clear()
  }
}
