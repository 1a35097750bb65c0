import { LedgerSealed } from '../ledger-failures.ts'
import { markOfKey, sealingOf, type LedgerKey, type Sealing } from '../ledger-key.ts'
import type { LedgerKeys } from './keys.ts'
import { finishReseal, resealedAs } from './reseal.ts'

/** The one of these keys that a file is sealed under; null for one that lies open. */
export function keyAmong(keys: readonly LedgerKey[], file: string): LedgerKey | null {
  const sealing = sealingOf(file)
  if (sealing.state !== 'sealed') return null
  const key = keys.find((one) => markOfKey(one).equals(sealing.mark))
  if (!key) throw new LedgerSealed(file, 'other')
  return key
}

/**
 * What opens the ledger that lies there, null where it lies open, after a change of key that a crash broke off has been finished.
 * A ledger that lies open asks nobody: practising waits for no keychain.
 */
export async function keyOfLedger(file: string, keys: LedgerKeys): Promise<LedgerKey | null> {
  const keyOf = async (sealing: Sealing): Promise<LedgerKey | null> => {
    if (sealing.state !== 'sealed') return null
    const answer = await keys.of(sealing.mark)
    if (answer.state !== 'key') throw new LedgerSealed(file, answer.state)
    return answer.key
  }
  finishReseal(file, await keyOf(resealedAs(file)))
  return keyOf(sealingOf(file))
}
