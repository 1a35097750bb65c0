import type { Lease } from './proxy.ts'

/** The connection of a try of several requests: the next one goes over the one that served the last. */
export class Line {
  #lease: Lease | null = null

  take(): Lease | null {
    const lease = this.#lease
    this.#lease = null
    return lease
  }

  hold(lease: Lease): void {
    this.#lease = { ...lease, used: true }
  }

  /** The try is over; others may have it. */
  end(): void {
    this.take()?.end(true)
  }
}
