/** The time for a whole exchange and for the phase it is in. */
export interface Patience {
  /** A new phase begins, in milliseconds from now. */
  within(ms: number): void
  end(): void
}

/**
 * Calls once when the phase or the whole takes too long. One timer, set anew only where it would come too late or came too
 * early: an exchange that goes well has five phases and thousands of them follow each other in a bulk run.
 */
export function createPatience(totalMs: number, expire: () => void): Patience {
  const last = performance.now() + totalMs
  let phaseEnds = last
  let firesAt = last
  let timer: NodeJS.Timeout | undefined
  let ended = false

  const set = () => {
    clearTimeout(timer)
    firesAt = Math.min(phaseEnds, last)
    timer = setTimeout(fire, Math.max(1, Math.ceil(firesAt - performance.now())))
  }
  const fire = () => {
    if (Math.min(phaseEnds, last) > performance.now()) return set()
    ended = true
    expire()
  }
  return {
    within(ms) {
      if (ended) return
      phaseEnds = performance.now() + ms
      if (timer === undefined || Math.min(phaseEnds, last) < firesAt) set()
    },
    end() {
      ended = true
      clearTimeout(timer)
    },
  }
}
