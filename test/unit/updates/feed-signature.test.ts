import { describe, expect, test } from 'vitest'
import { FeedRefused, signedPart } from '#main/updates/feed-signature.ts'
import { newKey } from '#test/support/update-server.ts'
import { signFeed } from '#tools/pack/sign-feed.ts'

const text = 'version: 0.2.0\nfiles: []\n'
const ours = newKey()
const next = newKey()
const stranger = newKey()
const signed = signFeed(text, [ours.privateKey])

describe('a feed', () => {
  test('signed by one of our keys is read, and only what was signed', () => {
    expect(signedPart(signed, [ours.publicKey])).toBe(text)
  })

  test('signed by the old and the new key is read by apps that know either', () => {
    const both = signFeed(text, [ours.privateKey, next.privateKey])
    expect(signedPart(both, [ours.publicKey])).toBe(text)
    expect(signedPart(both, [next.publicKey])).toBe(text)
    expect(() => signedPart(both, [stranger.publicKey])).toThrow(FeedRefused)
  })

  test.each([
    ['without a signature', text],
    ['that is empty', ''],
    ['of a captive portal', '<html><body>Log in</body></html>'],
    ['signed by a stranger', signFeed(text, [stranger.privateKey])],
    ['with another version', signed.replace('0.2.0', '0.3.0')],
    ['with a line put before', `stagingPercentage: 100\n${signed}`],
    ['with a line put behind', `${signed}stagingPercentage: 100\n`],
    ['with its signature cut', signed.slice(0, -20)],
    ['with a stranger’s signature under our key’s name', signed.replace(/[A-Za-z0-9+/=]+\n$/, 'AAAA\n')],
  ])('%s is refused', (_, feed) => {
    expect(() => signedPart(feed, [ours.publicKey])).toThrow(FeedRefused)
  })

  test('is refused by an app that knows no key', () => {
    expect(() => signedPart(signed, [])).toThrow(FeedRefused)
  })
})
