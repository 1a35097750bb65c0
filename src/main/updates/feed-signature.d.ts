import { type KeyObject } from 'node:crypto'
/** The feed is not one that Balie's makers signed. */
export declare class FeedRefused extends Error {
  constructor(message: string)
}
/** A public key as it is written down: 32 bytes of Ed25519 in base64. */
export declare const publicKeyOf: (text: string) => KeyObject
/** Puts a signature under a feed. While a key is being replaced, old and new one sign, each on a line of its own. */
export declare function signFeed(text: string, privateKeys: readonly KeyObject[]): string
/**
 * The signed part of a feed. SECURITY: the sums in a feed protect a download against accidents alone; who can change the file on
 * the server can change the sum beside it. So nothing of a feed is read, let alone fetched, before one of our keys signed all of it.
 */
export declare function signedPart(feed: string, publicKeys: readonly string[]): string
