import { markOfKey } from '../ledger-key.ts'
import type { LedgerKeys } from '../ledger-seal/keys.ts'
import type { KeyRing } from './key-ring.ts'

/** The ledger's keys of a ring that a person opened in this session; without one those of the keychain. */
export const heldFirst = (inKeychain: LedgerKeys, held: () => KeyRing | null): LedgerKeys => ({
  isHeld: () => held() !== null,
  async newest() {
    const ring = held()
    return ring ? { state: 'key', key: ring[0].ledger } : inKeychain.newest()
  },
  async of(mark) {
    const set = held()?.find(({ ledger }) => markOfKey(ledger).equals(mark))
    return set ? { state: 'key', key: set.ledger } : inKeychain.of(mark)
  },
})
