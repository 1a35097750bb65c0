import path from 'node:path'
import { attachmentRecords } from '../attachment-records.ts'
import { dataKeyOf } from '../data-keys.ts'
import { sealPlainFiles } from '../keys/seal-plain.ts'
import { keepTracesOf } from '../traces.ts'
import { LedgerDamaged, LedgerSealed, LedgerTooNew } from '../ledger-failures.ts'
import { inspectLedger } from '../ledger-identity/inspect.ts'
import { dropLock, readHolder } from '../ledger-identity/lock.ts'
import { renewIdentity } from '../ledger-identity/renew.ts'
import { keyAmong } from '../ledger-seal/open-key.ts'
import { resealLedger } from '../ledger-seal/reseal.ts'
import { openLedger } from '../ledger.ts'
import type { DataKeySet, KeyRing } from '../keys/key-ring.ts'
import { BackupFailure } from './container.ts'
import type { RestoredLedger } from './put-back.ts'

/**
 * Makes a ledger out of a backup this computer's own: checked, brought up to date, held by nobody, and through the one function
 * that changes who a ledger is. That it does not know all that left is remembered where it is put back.
 */
export async function restoreLedger(
  file: string,
  ring: KeyRing | null,
  target: DataKeySet,
  now: number,
): Promise<RestoredLedger> {
  try {
    const key = keyAmong(
      (ring ?? []).map((set) => set.ledger),
      file,
    )
    if (inspectLedger(file, key).state !== 'ledger') throw new BackupFailure('damaged')
    resealLedger(file, key, target.ledger, now)
    const ledger = openLedger(file, target.ledger)
    try {
      // What lay open on a computer without a keychain is sealed from here on.
      await sealPlainFiles(path.join(path.dirname(file), 'attachments'), attachmentRecords(ledger), dataKeyOf(target.vault))
      keepTracesOf(
        ledger,
        (ring ?? []).map(({ vault }) => vault),
        now,
      )
      const { session } = readHolder(ledger.db) ?? { session: '' }
      renewIdentity(ledger, { event: 'moved', at: now }, () => dropLock(ledger.db, session))
      const { id, generation } = renewIdentity(ledger, { event: 'closed', at: now })
      return { id, generation }
    } finally {
      ledger.close()
    }
  } catch (error) {
    if (error instanceof LedgerDamaged || error instanceof LedgerSealed) throw new BackupFailure('damaged', { cause: error })
    if (error instanceof LedgerTooNew) throw new BackupFailure('newer', { cause: error })
    throw error
  }
}
