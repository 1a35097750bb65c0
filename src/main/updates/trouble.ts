import type { UpdateTrouble } from '#shared/domain/update.ts'
import { FeedStale } from './feed-freshness.ts'
import { FeedRefused } from './feed-signature.ts'
import { NotTaken } from './squirrel.ts'

const noNetwork = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|socket hang up|net::ERR_/

/** What went wrong, in the few kinds that a person can do something about. */
export function troubleOf(error: unknown): UpdateTrouble {
  if (error instanceof FeedRefused) return 'untrusted'
  if (error instanceof FeedStale) return 'stale'
  if (error instanceof NotTaken) return 'not-taken'
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (code === 'ERR_CHECKSUM_MISMATCH') return 'damaged'
  return noNetwork.test(`${code} ${message}`) ? 'offline' : 'server'
}
