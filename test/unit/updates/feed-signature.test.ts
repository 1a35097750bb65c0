import { describe, expect, test } from 'vitest'
import { FeedRefused, signedPart } from '#main/updates/feed-signature.ts'
import { newKey } from '#test/support/update-server.ts'
import { signFeed } from '#tools/pack/sign-feed.ts'

const text = 'version: 0.2.0\nfiles: []\n'
const name = 'latest-linux.yml'
const at = new Date('2026-11-01T00:00:00Z')
const ours = newKey()
const next = newKey()
const stranger = newKey()
const by = (...keys: (typeof ours)[]) => signFeed(text, { name, at, privateKeys: keys.map(({ privateKey }) => privateKey) })
const signed = by(ours)

describe('a feed', () => {
  test('signed by one of our keys is read, and only what was signed', () => {
    expect(signedPart(signed, [ours.publicKey], name)).toEqual({
      text: `# balie-feed: latest-linux.yml 2026-11-01T00:00:00.000Z\n${text}`,
      signedAt: at.getTime(),
    })
  })

  test('signed by the old and the new key is read by apps that know either', () => {
    const both = by(ours, next)
    expect(signedPart(both, [ours.publicKey], name).signedAt).toBe(at.getTime())
    expect(signedPart(both, [next.publicKey], name).signedAt).toBe(at.getTime())
    expect(() => signedPart(both, [stranger.publicKey], name)).toThrow(FeedRefused)
  })

  test('signed again says the same at a later date, and nothing twice', () => {
    const later = new Date('2026-12-01T00:00:00Z')
    const again = signFeed(signed, { name, at: later, privateKeys: [ours.privateKey] })
    expect(again).toBe(signFeed(text, { name, at: later, privateKeys: [ours.privateKey] }))
    expect(signedPart(again, [ours.publicKey], name).signedAt).toBe(later.getTime())
  })

  test.each([
    ['without a signature', text],
    ['that is empty', ''],
    ['of a captive portal', '<html><body>Log in</body></html>'],
    ['signed by a stranger', by(stranger)],
    ['of another system', signFeed(text, { name: 'latest-mac.yml', privateKeys: [ours.privateKey] })],
    ['with another version', signed.replace('0.2.0', '0.3.0')],
    ['with another date', signed.replace('2026-11-01', '2026-12-01')],
    ['with a line put before', `stagingPercentage: 100\n${signed}`],
    ['with a line put behind', `${signed}stagingPercentage: 100\n`],
    ['with its signature cut', signed.slice(0, -20)],
    ['with a stranger’s signature under our key’s name', signed.replace(/[A-Za-z0-9+/=]+\n$/, 'AAAA\n')],
  ])('%s is refused', (_, feed) => {
    expect(() => signedPart(feed, [ours.publicKey], name)).toThrow(FeedRefused)
  })

  test('is refused by an app that knows no key', () => {
    expect(() => signedPart(signed, [], name)).toThrow(FeedRefused)
  })
})
