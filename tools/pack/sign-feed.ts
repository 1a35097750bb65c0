import { createPublicKey, sign, type KeyObject } from 'node:crypto'
import { keyName, signatureMark } from '#main/updates/feed-signature.ts'

/** Puts a signature under a feed. While a key is being replaced, old and new one sign, each on a line of its own. */
export function signFeed(text: string, privateKeys: readonly KeyObject[]): string {
  const body = text.endsWith('\n') ? text : `${text}\n`
  const lines = privateKeys.map(
    (key) => `${signatureMark}${keyName(createPublicKey(key))} ${sign(null, Buffer.from(body), key).toString('base64')}\n`,
  )
  return `${body}${lines.join('')}`
}
