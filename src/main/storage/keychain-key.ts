import { randomBytes } from 'node:crypto'
import type { KeychainTrouble } from './keychain-errors.ts'
import type { Keychain } from './keychain.ts'

const keyBytes = 32

type MadeKey = { state: 'key'; key: Buffer } | { state: KeychainTrouble }
export type StoredKey = MadeKey | { state: 'missing' }

/** What an entry of the keychain holds; anything but a key there is as good as none. */
export async function readKey(keychain: Keychain, entry: string): Promise<StoredKey> {
  const answer = await keychain.read(entry)
  if (answer.state !== 'stored') return { state: answer.state }
  const key = Buffer.from(answer.secret, 'base64')
  return key.length === keyBytes ? { state: 'key', key } : { state: 'missing' }
}

/** The key of an entry, made where there is none. */
export async function readOrMakeKey(keychain: Keychain, entry: string): Promise<MadeKey> {
  const found = await readKey(keychain, entry)
  if (found.state === 'key') return found
  if (found.state !== 'missing') return { state: found.state }
  const key = randomBytes(keyBytes)
  const written = await keychain.write(entry, key.toString('base64'))
  if (written.state !== 'done') return { state: written.state }
  // A keychain that drops what it accepted would make everything sealed from here on unreadable after a restart.
  const back = await readKey(keychain, entry)
  if (back.state === 'key' && back.key.equals(key)) return back
  return { state: back.state === 'key' || back.state === 'missing' ? 'denied' : back.state }
}
