import { dayMs } from '#shared/domain/time-spans.ts'

/** Nothing newer was signed for so long that somebody may be holding it back. */
export const freshForDays = 90

/** The feed was signed, and is not the last one that was. */
export class FeedStale extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'FeedStale'
  }
}

/** When the newest feed that this computer has seen was signed, in milliseconds; null where it has seen none. */
export interface FeedDates {
  newest(): number | null
  keep(signedAt: number): void
}

/**
 * SECURITY: a signature is for ever. Who can change what the server sends could send a feed of long ago, and keep Balie at a
 * version whose defects are known. So a feed counts until the next one was seen, and no longer than the makers promise a new one.
 */
export function refuseStale(signedAt: number, now: number, dates: FeedDates): void {
  const date = new Date(signedAt).toISOString()
  if (now - signedAt > freshForDays * dayMs)
    throw new FeedStale(`The feed was signed on ${date}, more than ${freshForDays} days ago.`)
  const newest = dates.newest()
  if (newest !== null && signedAt < newest) throw new FeedStale(`The feed of ${date} is older than one that was here.`)
  if (newest === null || signedAt > newest) dates.keep(signedAt)
}
