import { errors } from 'undici'
import { describe, expect, test } from 'vitest'
import { BodyFailure, causeOf } from '#main/upstream/cause.ts'
import type { Cause } from '#main/upstream/types.ts'

const coded = (code: string, cause?: unknown) => Object.assign(new Error(code, { cause }), { code })

describe('before a byte was written', () => {
  test.each<[string, Cause]>([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ECONNREFUSED', 'refused'],
    ['ENETUNREACH', 'offline'],
    ['EHOSTUNREACH', 'offline'],
    ['ENETDOWN', 'offline'],
    ['ETIMEDOUT', 'connect-timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect-timeout'],
    ['ECONNRESET', 'reset'],
    ['EPIPE', 'reset'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['CERT_NOT_YET_VALID', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'certificate'],
    ['EPROTO', 'certificate'],
    ['UND_ERR_INVALID_ARG', 'not-sendable'],
    ['SOMETHING_NEW', 'reset'],
  ])('%s is %s', (code, cause) => {
    expect(causeOf(coded(code), 'nothing-sent', false)).toBe(cause)
    // Over a proxy only the certificate is still the vendor's own.
    expect(causeOf(coded(code), 'nothing-sent', true)).toBe(cause === 'certificate' ? 'certificate' : 'proxy')
    // Once a byte left, a connection's error says nothing but that it broke.
    expect(causeOf(coded(code), 'connected', false)).toBe('reset')
  })

  test('several addresses and wrapped errors are looked into', () => {
    const both = new AggregateError([coded('ENETUNREACH'), coded('ECONNREFUSED')])
    expect(causeOf(both, 'nothing-sent', false)).toBe('offline')
    expect(causeOf(coded('UND_ERR_PRX_CONN', coded('CERT_HAS_EXPIRED')), 'nothing-sent', true)).toBe('certificate')
    const endless = new Error('a')
    endless.cause = endless
    expect(causeOf(endless, 'nothing-sent', false)).toBe('reset')
    expect(causeOf('thrown text', 'nothing-sent', false)).toBe('reset')
  })
})

test('a file that fails is named as such at any time, an answer that is no HTTP once something left', () => {
  expect(causeOf(new BodyFailure('gone'), 'nothing-sent', true)).toBe('file-lost')
  expect(causeOf(new BodyFailure('gone'), 'connected', false)).toBe('file-lost')
  expect(causeOf(new errors.HTTPParserError('no HTTP'), 'request-sent', false)).toBe('answer-unreadable')
  expect(causeOf(new errors.HeadersOverflowError(), 'request-sent', false)).toBe('answer-unreadable')
  expect(causeOf(new errors.SocketError('closed'), 'request-sent', false)).toBe('reset')
})
