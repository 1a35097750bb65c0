import { errors } from 'undici'
import type { Progress } from '#shared/domain/submission.ts'
import { ProxyChallenge } from './proxy-client.ts'
import type { Cause } from './types.ts'

/** The source of a request's body failed under way: the vault's file is lost, shortened or changed. */
export class BodyFailure extends Error {
  override name = 'BodyFailure'
}

const byCode: Readonly<Record<string, Cause>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ECONNREFUSED: 'refused',
  ENETUNREACH: 'offline',
  ENETDOWN: 'offline',
  EHOSTUNREACH: 'offline',
  EHOSTDOWN: 'offline',
  EADDRNOTAVAIL: 'offline',
  ETIMEDOUT: 'connect-timeout',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  UND_ERR_INVALID_ARG: 'not-sendable',
  UND_ERR_NOT_SUPPORTED: 'not-sendable',
}

/** OpenSSL's and BoringSSL's verdicts on a certificate, and a peer that cannot speak TLS with us at all. */
const certificate =
  /^(?:CERT_|CRL_|UNABLE_TO_|ERROR_IN_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|HOSTNAME_MISMATCH|ERR_TLS_CERT|ERR_SSL_|EPROTO|UND_ERR_PRX_TLS)/

/** A SOCKS proxy that wants to know who passes, by a password or otherwise (RFC 1928, 3). */
const socksPassword = /^UND_ERR_SOCKS5_AUTH_(?:REJECTED|METHOD)$/

/** What came in was no HTTP/1.1, or its head was too large. */
const isUnreadable = (error: unknown) => error instanceof errors.HTTPParserError || error instanceof errors.HeadersOverflowError

/** An error's own code and those of what lies beneath: several addresses may have been tried, or a proxy in between. */
function* codesOf(error: unknown, depth = 0): Generator<string> {
  if (!(error instanceof Error) || depth > 4) return
  if ('code' in error && typeof error.code === 'string') yield error.code
  if (error instanceof AggregateError) for (const one of error.errors) yield* codesOf(one, depth + 1)
  yield* codesOf(error.cause, depth + 1)
}

/** Names an error of the connection. What it means for the item is `decideOutcome`'s business, not the error's. */
export function causeOf(error: unknown, progress: Progress, proxied: boolean): Cause {
  if (error instanceof BodyFailure) return 'file-lost'
  if (progress !== 'nothing-sent') return isUnreadable(error) ? 'answer-unreadable' : 'reset'
  const challenge = error instanceof Error && error.cause instanceof ProxyChallenge ? error.cause : error
  if (challenge instanceof ProxyChallenge) return challenge.takesBasic ? 'proxy-password' : 'proxy-scheme'
  const codes = [...codesOf(error)]
  if (codes.some((code) => certificate.test(code))) return 'certificate'
  if (codes.some((code) => socksPassword.test(code))) return 'proxy-scheme'
  if (proxied) return 'proxy'
  for (const code of codes) {
    const cause = byCode[code]
    if (cause) return cause
  }
  return 'reset'
}
