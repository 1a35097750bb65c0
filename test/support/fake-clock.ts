import type { Clock } from '#main/submissions/clock.ts'

/** A clock that a test turns: time passes with `pass`, and the computer's own time jumps with `jump`. */
export class FakeClock implements Clock {
  #steady = 0
  #offset: number
  #timers: { at: number; call: () => void }[] = []

  constructor(start = Date.UTC(2026, 10, 22, 9, 0, 0)) {
    this.#offset = start
  }

  now(): number {
    return Math.floor(this.#offset + this.#steady)
  }

  steady(): number {
    return this.#steady
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.#steady + ms, call }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** On the steady clock: when the first of what waits is due. */
  get nextDue(): number {
    return Math.min(...this.#timers.map(({ at }) => at))
  }

  /** Someone sets the computer's time; no time passes. */
  jump(ms: number): void {
    this.#offset += ms
  }

  /** The computer sleeps: time passes on both clocks and no timer runs. What fell due meanwhile runs at the next `pass`. */
  sleep(ms: number): void {
    this.#steady += ms
  }

  /** Lets time pass, running timers in their order and whatever they start. */
  async pass(ms: number): Promise<void> {
    const end = this.#steady + ms
    await settled()
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
      if (!next) break
      this.#timers = this.#timers.filter((timer) => timer !== next)
      this.#steady = Math.max(this.#steady, next.at)
      next.call()
      await settled()
    }
    this.#steady = end
  }
}

/** Lets everything that is ready to go on do so: a turn of the event loop, several times. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve))
}
