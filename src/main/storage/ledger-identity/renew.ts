import { randomUUID } from 'node:crypto'
import type { Ledger } from '../ledger.ts'
import { readMark, type Generation } from './mark.ts'

/** What is remembered of a ledger outside its folder. */
export interface LedgerRecord extends Generation {
  id: string
}

/** The mark of what a backup brought, as it is remembered: none that the ledger has been through, so that all that waits asks. */
export const restoredMark = 'restored'

export interface Renewal {
  event: 'opened' | 'closed' | 'moved'
  at: number
  /** What was seen elsewhere: a ledger that goes on from an older copy goes beyond it. */
  beyond?: { generation: number; claims: number }
}

/**
 * THE only legitimate change of a ledger's identity: each start, clean end, move, restore and later migration goes through it.
 * It raises the generation in the transaction that `alongside` joins, and has it in the ledger's own file, not only in its log,
 * when it returns: a file without its log still says that it is open, and since which generation.
 *
 * Whoever calls it writes the record down elsewhere afterwards. A crash between the two leaves the ledger ahead, which is no
 * reason to doubt it; the other order would be.
 */
export function renewIdentity(ledger: Ledger, { event, at, beyond }: Renewal, alongside?: () => void): LedgerRecord {
  const record = ledger.transaction((): LedgerRecord => {
    const now = readMark(ledger.db)
    const next = {
      id: now.id,
      generation: Math.max(now.generation, beyond?.generation ?? 0) + 1,
      mark: randomUUID(),
    }
    ledger.db
      .prepare('UPDATE ledger_identity SET generation = ?, mark = ?, clean = ?, claims = ?')
      .run(next.generation, next.mark, event === 'closed' ? 1 : 0, Math.max(now.claims, beyond?.claims ?? 0))
    ledger.db
      .prepare('INSERT INTO ledger_generations (generation, mark, at, event) VALUES (?, ?, ?, ?)')
      .run(next.generation, next.mark, at, event)
    alongside?.()
    return next
  })
  // Not `TRUNCATE`: from here on there is always a log, so that one that is gone is noticed.
  ledger.db.exec('PRAGMA wal_checkpoint(PASSIVE)')
  return record
}
