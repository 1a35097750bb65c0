/** How long and how much a try may take. All are adjustable, so that tests need not wait for minutes. */
export interface Limits {
  /** From asking for a connection (proxies, names and TLS included) to the moment the request may leave; milliseconds. */
  connectMs: number
  /** From the request having left to the answer's first line; milliseconds. */
  headersMs: number
  /** Without any byte moving, while sending or while the answer comes in; milliseconds. */
  idleMs: number
  /** For the whole try, before what its size adds; milliseconds. */
  totalMs: number
  /** A connection slower than this is given up: it sets what the size adds to `totalMs`. */
  minBytesPerSecond: number
  /** An answer larger than this is no answer of either vendor. */
  answerBytes: number
}

export const defaultLimits: Limits = {
  connectMs: 10_000,
  headersMs: 60_000,
  idleMs: 30_000,
  totalMs: 5 * 60_000,
  minBytesPerSecond: 32 * 1024,
  answerBytes: 1024 * 1024,
}

/** The time for the whole try of so many bytes. */
export const totalMsFor = (limits: Limits, bodyBytes: number) =>
  Math.ceil(limits.totalMs + (bodyBytes / limits.minBytesPerSecond) * 1000)

/**
 * How long after a try its request may still be on its way: all the time that it had, and a minute for what the network or the
 * vendor's own servers held on to.
 */
export const settleAfterMs = (limits: Limits): number => limits.totalMs + 60_000
