/**
 * Two clocks: the wall's, for what a person reads, and a steady one that no time change moves, for holds and backoffs.
 * Passed in, so that tests can turn both.
 */
export interface Clock {
  /** Milliseconds since 1970, as this computer believes. */
  now(): number
  /** Milliseconds since some moment; never jumps. */
  steady(): number
  /** Calls once after so many milliseconds; answers how to call it off. */
  after(ms: number, call: () => void): () => void
}

/** The computer's own clocks. */
export const systemClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}
