import { keyEntries } from '../data-keys.ts'
import type { Keychain } from '../keychain.ts'
import { readKey, readOrMakeKey } from '../keychain-key.ts'
import { readRing } from '../keys/key-ring.ts'
import type { KeyTrouble } from '../ledger-failures.ts'
import { markOfKey, type LedgerKey } from '../ledger-key.ts'

export type LedgerKeyAnswer = { state: 'key'; key: LedgerKey } | { state: KeyTrouble }

/** The keys that ledgers are sealed under. */
export interface LedgerKeys {
  /** The one for a ledger from now on, made where there is none. */
  newest(): Promise<LedgerKeyAnswer>
  /** The one that a ledger names by its mark. */
  of(mark: Buffer): Promise<LedgerKeyAnswer>
  /** Whether they are at hand without asking a keychain, which might keep the end of the app waiting for a person. */
  isHeld?(): boolean
}

/** For whoever seals nothing, as tests of other things do. */
export const noKeys: LedgerKeys = {
  newest: () => Promise.resolve({ state: 'no-keychain' }),
  of: () => Promise.resolve({ state: 'no-keychain' }),
}

/** The keys in the keychain. Each is asked for once a session: a keychain may ask a person at every look. */
export function createLedgerKeys(keychain: Keychain): LedgerKeys {
  let known: LedgerKey | null = null
  const remember = <T extends { state: string }>(answer: T): T => {
    if ('key' in answer) known = answer.key as LedgerKey
    return answer
  }
  const stored = async (): Promise<LedgerKeyAnswer> =>
    known ? { state: 'key', key: known } : remember(await readKey(keychain, keyEntries.ledger))
  const isOf = (mark: Buffer) => (key: LedgerKey) => markOfKey(key).equals(mark)

  return {
    async newest() {
      return known ? { state: 'key', key: known } : remember(await readOrMakeKey(keychain, keyEntries.ledger))
    },
    async of(mark) {
      const answer = await stored()
      if (answer.state === 'key' && isOf(mark)(answer.key)) return answer
      if (answer.state !== 'key' && answer.state !== 'missing') return answer
      const ring = await keychain.read(keyEntries.earlier)
      const earlier = ring.state === 'stored' ? (readRing(ring.secret) ?? []).map(({ ledger }) => ledger) : []
      const key = earlier.find(isOf(mark))
      if (key) return { state: 'key', key }
      return answer.state === 'key' ? { state: 'other' } : answer
    },
  }
}
