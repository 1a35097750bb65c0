import type { JsonValue } from './json.ts'
import { isLoopback } from './routes.ts'
import type { Evidence } from './types.ts'

/** A body made while it leaves. */
export interface StreamedBody {
  bytes: number
  /** Reads far enough to know that the source is there: afterwards the first chunk waits in memory. */
  open(): Promise<AsyncIterableIterator<Uint8Array>>
}

/** What an endpoint needs sent, and how it reads what comes back. */
export interface Call {
  url: URL
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Raw: neither parsed nor normalised by anything on its way. */
  path: string
  headers: Record<string, string>
  body: Uint8Array | StreamedBody | null
  /** Keeps every key of the answer, for what is written back as it came. */
  keys?: 'whole'
  read(value: JsonValue | undefined, status: number): Evidence['vendor']
}

/** What both endpoints say: JSON is wanted, as it is, and who asks. Accepting only `identity` keeps answers bounded. */
export const commonHeaders = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'Balie' } as const

/**
 * The address of an account, or null where nothing may go.
 * SECURITY: checked here as well as in the form: a key and customers' data leave only over TLS, or to this computer.
 */
export function sendableUrl(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || url.username || url.password || url.search || url.hash) return null
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  return allowed ? url : null
}

/** A key fit for a header: what HTTP cannot carry is refused rather than changed. */
export const fitsHeader = (secret: string) => /^[\x21-\x7e]+$/.test(secret)
