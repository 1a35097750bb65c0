import { randomBytes } from 'node:crypto'
import { keyEntries } from '../data-keys.ts'
import type { Keychain } from '../keychain.ts'
import type { KeychainTrouble } from '../keychain-errors.ts'
import { readRing, withNewest, writeRing, type DataKeySet, type KeyRing } from './key-ring.ts'

const keyBytes = 32

export type KeptKeys = { state: 'ring'; ring: KeyRing } | { state: 'missing' } | { state: KeychainTrouble }

/** The person's keys as their keychain has them. */
export function keptKeys(keychain: Keychain) {
  const readKey = async (entry: string): Promise<{ state: 'key'; key: Buffer } | { state: 'missing' | KeychainTrouble }> => {
    const answer = await keychain.read(entry)
    if (answer.state !== 'stored') return { state: answer.state }
    const key = Buffer.from(answer.secret, 'base64')
    return key.length === keyBytes ? { state: 'key', key } : { state: 'missing' }
  }

  async function read(): Promise<KeptKeys> {
    const vault = await readKey(keyEntries.vault)
    const ledger = vault.state === 'key' ? await readKey(keyEntries.ledger) : vault
    if (vault.state !== 'key') return vault
    if (ledger.state !== 'key') return ledger
    const answer = await keychain.read(keyEntries.earlier)
    const earlier = (answer.state === 'stored' && readRing(answer.secret)) || []
    return { state: 'ring', ring: withNewest({ vault: vault.key, ledger: ledger.key }, earlier) }
  }

  /** False where the keychain did not take all of it: then the keys are good for this session. */
  async function write([newest, ...earlier]: KeyRing): Promise<boolean> {
    // The earlier ones first: at no moment is a key that something is sealed with in neither place.
    const entries = [
      [keyEntries.earlier, writeRing(earlier)],
      [keyEntries.ledger, newest.ledger.toString('base64')],
      [keyEntries.vault, newest.vault.toString('base64')],
    ] as const
    for (const [entry, secret] of entries) {
      if (entry === keyEntries.earlier && earlier.length === 0) continue
      if ((await keychain.write(entry, secret)).state !== 'done') return false
      const back = await keychain.read(entry)
      // A keychain that drops what it accepted is none.
      if (back.state !== 'stored' || back.secret !== secret) return false
    }
    return true
  }

  /** What was there before stays known, the half of a set as well: another folder of this computer may still be sealed with it. */
  async function put(ring: KeyRing): Promise<boolean> {
    const [vault, ledger, earlier] = [await readKey(keyEntries.vault), await readKey(keyEntries.ledger), await read()]
    const [newest, ...others] = ring
    const before: DataKeySet = {
      vault: vault.state === 'key' ? vault.key : newest.vault,
      ledger: ledger.state === 'key' ? ledger.key : newest.ledger,
    }
    return write(withNewest(newest, [...others, before, ...(earlier.state === 'ring' ? earlier.ring : [])]))
  }

  /** The keys that are there, each that is not yet made now: what is half there would be lost with a whole new set. */
  async function ensure(): Promise<KeptKeys> {
    const vault = await readKey(keyEntries.vault)
    if (vault.state !== 'key' && vault.state !== 'missing') return vault
    const ledger = await readKey(keyEntries.ledger)
    if (ledger.state !== 'key' && ledger.state !== 'missing') return ledger
    const set: DataKeySet = {
      vault: vault.state === 'key' ? vault.key : randomBytes(keyBytes),
      ledger: ledger.state === 'key' ? ledger.key : randomBytes(keyBytes),
    }
    if (vault.state === 'key' && ledger.state === 'key') return read()
    return (await write([set])) ? read() : { state: 'denied' }
  }

  return { read, put, ensure }
}
export type KeptKeyring = ReturnType<typeof keptKeys>
