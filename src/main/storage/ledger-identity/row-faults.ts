import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { LedgerDamaged } from '../ledger-failures.ts'

/** What SQLite's check says of a value within a row; all else is said of the file itself. */
const ofOneRow = /^(?:CHECK constraint failed in \w+|(?:NULL|NUMERIC|TEXT|non-\w+) value in \w+\.\w+)$/
/** Where there are more than these the file is not one in which a row fell over. */
const faultyRowsAtMost = 1000

/**
 * Fails where the file is damaged. Answers whether values stand in it that its tables do not allow: such a row is set aside
 * when it is read, and the rest goes on.
 */
export function hasFaultyRows(db: DatabaseSync, file: string, pragma: 'quick_check' | 'integrity_check'): boolean {
  const said = z.array(z.record(z.string(), z.string())).parse(db.prepare(`PRAGMA ${pragma}(${faultyRowsAtMost})`).all())
  const faults = said.map((row) => row[pragma] ?? '').filter((text) => text !== 'ok')
  const [damage] = faults.length < faultyRowsAtMost ? faults.filter((text) => !ofOneRow.test(text)) : faults
  if (damage !== undefined) throw new LedgerDamaged(file, damage)
  return faults.length > 0
}
