import { inspectLedger, type Inspected } from '../ledger-identity/inspect.ts'
import type { Looked } from '../ledger-identity/look.ts'
import type { LedgerKey } from '../ledger-key.ts'
import type { LedgerKeys } from './keys.ts'
import { resealedAs, resealLedger } from './reseal.ts'

interface Order {
  file: string
  keys: LedgerKeys
  now: number
  log(message: string, error: unknown): void
}

/** Done, or the ledger is as it was; what is done by half a later start finishes, and nothing may be written before that. */
function tried({ file, now, log }: Order, from: LedgerKey | null, to: LedgerKey): boolean {
  try {
    resealLedger(file, from, to, now)
    return true
  } catch (error) {
    if (resealedAs(file).state !== 'none') throw error
    log('The ledger could not be sealed; it stays as it is until the next start', error)
    return false
  }
}

/**
 * Seals a ledger that was looked at and is not open yet: one that lies open as soon as there is an account of a vendor, and one
 * under an earlier key. Practice alone is never asked about, so that it waits for no keychain. Where there is none, or the disk
 * is full, the ledger stays as it is.
 */
export async function sealNow(order: Order & { looked: Looked }): Promise<{ key: LedgerKey | null; inspected: Inspected }> {
  const { file, keys, looked } = order
  const { inspected, key, logDoubt } = looked
  // Of a ledger whose log is in doubt nothing is changed before a person has been told.
  if (inspected.state !== 'ledger' || logDoubt || (key === null && !inspected.isForVendors)) return { key, inspected }
  const newest = await keys.newest()
  if (newest.state !== 'key' || (key && newest.key.equals(key)) || !tried(order, key, newest.key)) return { key, inspected }
  return { key: newest.key, inspected: inspectLedger(file, newest.key) }
}

/** Seals a ledger that was closed. */
export async function sealClosed(order: Order): Promise<void> {
  const newest = await order.keys.newest()
  if (newest.state === 'key') tried(order, null, newest.key)
}
