/** A vendor that says "next year" is not believed for longer than a day. */
const longestWaitMs = 24 * 60 * 60_000

/**
 * `Retry-After` as milliseconds from now: seconds, or a date. A date is measured against the answer's own `Date`, so that a
 * wrong clock on this computer changes nothing; `now` serves where there is none.
 */
export function retryAfterMs(retryAfter: unknown, date: unknown, now: number): number | null {
  if (typeof retryAfter !== 'string') return null
  const text = retryAfter.trim()
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, longestWaitMs)
  // The three forms of an HTTP date all start with a weekday; Date.parse alone would take much more for a date.
  const until = /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(until)) return null
  const from = typeof date === 'string' ? Date.parse(date) : Number.NaN
  return Math.min(Math.max(until - (Number.isNaN(from) ? now : from), 0), longestWaitMs)
}
