/**
 * The time for a whole exchange and for the phase it is in: calls once when either takes too long. One timer, set anew only
 * where it would come too late or came too early: an exchange that goes well has five phases and thousands of them follow
 * each other in a bulk run.
 */
export class ExchangeTimer {
  #last: number
  readonly #expire: () => void
  #phaseEnds: number
  #firesAt: number
  #timer: NodeJS.Timeout | undefined
  #lastLook: NodeJS.Immediate | undefined
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
    clearImmediate(this.#lastLook)
  }

  #set(): void {
    clearTimeout(this.#timer)
    this.#firesAt = Math.min(this.#phaseEnds, this.#last)
    this.#timer = setTimeout(fire, Math.max(1, Math.ceil(this.#firesAt - performance.now())), this)
  }

  /**
   * The timer is up: a phase that began since may have more time. Else what lies in the socket is read first. A process that
   * was stopped, or a computer that slept, wakes to its timers before its sockets, and the answer may have come long ago.
   */
  fire(): void {
    if (this.#isInTime()) return this.#set()
    // How late it is by the steady clock is time in which nobody could read, and is not the peer's.
    this.#last += performance.now() - this.#firesAt
    this.#lastLook = setImmediate(decide, this)
  }

  /** The sockets have been read once since the time was up. */
  decide(): void {
    if (this.#ended) return
    if (this.#isInTime()) return this.#set()
    this.#ended = true
    this.#expire()
  }

  #isInTime(): boolean {
    return Math.min(this.#phaseEnds, this.#last) > performance.now()
  }
}

const fire = (timer: ExchangeTimer) => timer.fire()
const decide = (timer: ExchangeTimer) => timer.decide()
