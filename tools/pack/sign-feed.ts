import { createPublicKey, sign, type KeyObject } from 'node:crypto'
import { feedMark, keyName, signatureMark } from '#main/updates/feed-signature.ts'

/** A feed as electron-builder wrote it: without what an earlier signing put above and below. */
function unsigned(text: string): string {
  const lines = text.split('\n').filter((line) => !line.startsWith(feedMark) && !line.startsWith(signatureMark))
  return `${lines.join('\n').trimEnd()}\n`
}

/** Signs a feed under its own name and a date. While a key is being replaced, old and new one sign, each on a line of its own. */
export function signFeed(
  text: string,
  { name, at = new Date(), privateKeys }: { name: string; at?: Date; privateKeys: readonly KeyObject[] },
): string {
  const body = `${feedMark}${name} ${at.toISOString()}\n${unsigned(text)}`
  const lines = privateKeys.map(
    (key) => `${signatureMark}${keyName(createPublicKey(key))} ${sign(null, Buffer.from(body), key).toString('base64')}\n`,
  )
  return `${body}${lines.join('')}`
}
