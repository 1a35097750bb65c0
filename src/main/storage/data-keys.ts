import { createHash } from 'node:crypto'
import { readKey, readOrMakeKey } from './keychain-key.ts'
import type { Keychain } from './keychain.ts'
import type { KeychainTrouble } from './keychain-errors.ts'
import { readRing, type KeyRing } from './keys/key-ring.ts'
import { keyIdBytes, type DataKey } from './sealed-stream.ts'

export type KeyAnswer = { state: 'key'; key: DataKey } | { state: KeychainTrouble }

/** The keys that files in the vault are sealed with. */
export interface DataKeys {
  /** The key for a new file; `no-keychain` means that there is nowhere to keep one, and the vault holds plain files. */
  forSealing(audience: 'practice' | 'live'): Promise<KeyAnswer>
  /** The key a sealed file names; `missing` means that this computer does not have it any more. */
  forOpening(keyId: Uint8Array): Promise<KeyAnswer | { state: 'missing' }>
  /** Keys that came by another way than the keychain, good from here on: the first for what is new, all for what there is. */
  hold(ring: KeyRing): void
}

/** What the keychain's entries are called. `earlier` holds the sets before this one: what they sealed may still lie somewhere. */
export const keyEntries = { vault: 'vault-key', ledger: 'ledger-key', earlier: 'earlier-keys' } as const

/** A key with the name that what it sealed knows it by. */
export const dataKeyOf = (key: Buffer): DataKey => ({
  id: createHash('sha256').update(key).digest().subarray(0, keyIdBytes),
  key,
})

/**
 * SECURITY: public on purpose. Practising needs no keychain and must not wait for one; sealing keeps one code path and keeps
 * practice files out of desktop search. It hides nothing from anyone who wants to read them.
 */
const practiceKey = dataKeyOf(createHash('sha256').update('Balie practice files: this key is public').digest())

/** Whether a sealed file names the public key of practice files. */
export const isPracticeKey = (keyId: Uint8Array): boolean => practiceKey.id.equals(keyId)

/** Keeps the vault's key in the keychain and, once read, in memory: a keychain may ask a person at every look. */
export function createDataKeys(keychain: Keychain): DataKeys {
  let known: DataKey | null = null
  let making: Promise<KeyAnswer> | null = null
  let earlier: readonly DataKey[] | null = null
  const keysOf = (sets: readonly { vault: Buffer }[]) => sets.map(({ vault }) => dataKeyOf(vault))

  /** Asked for only where the newest is not the one: a keychain may ask a person at every look. */
  const earlierKeys = async (): Promise<readonly DataKey[]> => {
    if (earlier) return earlier
    const answer = await keychain.read(keyEntries.earlier)
    if (answer.state === 'stored') earlier = keysOf(readRing(answer.secret) ?? [])
    else if (answer.state === 'missing') earlier = []
    return earlier ?? []
  }

  const remember = <T extends string>(answer: { state: 'key'; key: Buffer } | { state: T }) => {
    if (!('key' in answer)) return answer
    known = dataKeyOf(answer.key)
    return { state: 'key' as const, key: known }
  }
  const stored = async (): Promise<KeyAnswer | { state: 'missing' }> =>
    known ? { state: 'key', key: known } : remember(await readKey(keychain, keyEntries.vault))
  const storedOrNew = async (): Promise<KeyAnswer> =>
    known ? { state: 'key', key: known } : remember(await readOrMakeKey(keychain, keyEntries.vault))

  return {
    async forSealing(audience) {
      if (audience === 'practice') return { state: 'key', key: practiceKey }
      making ??= storedOrNew().finally(() => {
        making = null
      })
      return making
    },
    async forOpening(keyId) {
      if (practiceKey.id.equals(keyId)) return { state: 'key', key: practiceKey }
      const answer = await stored()
      if (answer.state !== 'key' || answer.key.id.equals(keyId)) return answer
      const key = (await earlierKeys()).find(({ id }) => id.equals(keyId))
      return key ? { state: 'key', key } : { state: 'missing' }
    },
    hold([newest, ...others]) {
      known = dataKeyOf(newest.vault)
      earlier = keysOf(others)
    },
  }
}
