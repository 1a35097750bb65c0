/**
 * The time for a whole exchange and for the phase it is in: calls once when either takes too long. One timer, set anew only
 * where it would come too late or came too early: an exchange that goes well has five phases and thousands of them follow
 * each other in a bulk run.
 */
export class Patience {
  readonly #last: number
  readonly #expire: () => void
  #phaseEnds: number
  #firesAt: number
  #timer: NodeJS.Timeout | undefined
  #ended = false

  constructor(totalMs: number, expire: () => void) {
    this.#last = performance.now() + totalMs
    this.#phaseEnds = this.#last
    this.#firesAt = this.#last
    this.#expire = expire
  }

  /** A new phase begins, in milliseconds from now. */
  within(ms: number): void {
    if (this.#ended) return
    this.#phaseEnds = performance.now() + ms
    if (this.#timer === undefined || Math.min(this.#phaseEnds, this.#last) < this.#firesAt) this.#set()
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
  }

  #set(): void {
    clearTimeout(this.#timer)
    this.#firesAt = Math.min(this.#phaseEnds, this.#last)
    this.#timer = setTimeout(fire, Math.max(1, Math.ceil(this.#firesAt - performance.now())), this)
  }

  /** The timer is up: a phase that began since may have more time. */
  fire(): void {
    if (Math.min(this.#phaseEnds, this.#last) > performance.now()) return this.#set()
    this.#ended = true
    this.#expire()
  }
}

const fire = (patience: Patience) => patience.fire()
