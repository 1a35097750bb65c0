import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'

/** The last lines of a feed; YAML takes them for comments, so that every tool can still read it. */
export const signatureMark = '# balie-signature: '

/** First line of what is signed: which feed it is, and when it was signed. A comment, too. */
export const feedMark = '# balie-feed: '

/** What the makers of Balie said, in which feed and when. */
export interface SignedFeed {
  text: string
  /** In milliseconds. */
  signedAt: number
}

/** The feed is not one that Balie's makers signed. */
export class FeedRefused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'FeedRefused'
  }
}

/** A public key as it is written down: 32 bytes of Ed25519 in base64. */
export const publicKeyOf = (text: string): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(text, 'base64').toString('base64url') }, format: 'jwk' })

/** Under which a key's signature stands, so that a feed can have more than one. */
export const keyName = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16)

/**
 * SECURITY: without its own name in it, the feed of one system could be served to another; without its date, one of long ago again.
 */
function said(body: string, name: string): SignedFeed {
  const [, feed, date = ''] = /^# balie-feed: (\S+) (\S+)\n/.exec(body) ?? []
  if (feed === undefined) throw new FeedRefused('The feed does not say which one it is.')
  if (feed !== name) throw new FeedRefused(`The feed is ${feed}, and ${name} was asked for.`)
  const signedAt = Date.parse(date)
  if (Number.isNaN(signedAt)) throw new FeedRefused('The feed does not say when it was signed.')
  return { text: body, signedAt }
}

/**
 * The signed part of the feed `name`. SECURITY: the sums in a feed protect a download against accidents alone; who can change the file on
 * the server can change the sum beside it. So nothing of a feed is read, let alone fetched, before one of our keys signed all of it.
 */
export function signedPart(feed: string, publicKeys: readonly string[], name: string): SignedFeed {
  const at = feed.indexOf(signatureMark)
  if (at === -1) throw new FeedRefused('The feed is not signed.')
  const body = feed.slice(0, at)
  const signatures = feed
    .slice(at)
    .trimEnd()
    .split('\n')
    .map((line) => /^# balie-signature: ([0-9a-f]{16}) ([A-Za-z0-9+/=]+)$/.exec(line))
  // Anything behind the signatures would be read as part of the feed, and nobody signed it.
  if (!signatures.every((found) => found !== null)) throw new FeedRefused('There is something behind the signature of the feed.')
  const keys = new Map(publicKeys.map(publicKeyOf).map((key) => [keyName(key), key]))
  const isOurs = signatures.some((found) => {
    const key = keys.get(found[1] ?? '')
    return key !== undefined && verify(null, Buffer.from(body), key, Buffer.from(found[2] ?? '', 'base64'))
  })
  if (!isOurs) throw new FeedRefused('The feed is signed by nobody that this Balie knows.')
  return said(body, name)
}
