import type { Database } from '../database.ts'
import * as z from 'zod'
import { bulkKinds, kindNames, submissionKindSchema } from '#shared/domain/kinds.ts'
import { submissionStateSchema } from '#shared/domain/submission.ts'
import { LedgerDamaged } from '../ledger-failures.ts'

/** What SQLite's check says of a value within a row; all else is said of the file itself. */
const ofOneRow = /^(?:CHECK constraint failed in \w+|(?:NULL|NUMERIC|TEXT|non-\w+) value in \w+\.\w+)$/
/** Where there are more than these the file is not one in which a row fell over. */
const faultyRowsAtMost = 1000

/**
 * SQLite has the search index checked by its module, which reads every text anew: nine tenths of the time that a start takes. The
 * pages it stands on are checked like all others. A module that knows no such check takes its place, on this connection.
 * @see https://www.sqlite.org/vtab.html#the_xintegrity_method
 */
const passOverSearchIndex = (db: Database) => db.table('fts5', () => ({ columns: ['text'], *rows() {} }))

/**
 * Fails where the file is damaged. Answers whether values stand in it that its tables do not allow: such a row is set aside
 * when it is read, and the rest goes on.
 */
export function hasFaultyRows(db: Database, file: string, pragma: 'quick_check' | 'integrity_check'): boolean {
  if (pragma === 'quick_check') passOverSearchIndex(db)
  const said = z.array(z.record(z.string(), z.string())).parse(db.prepare(`PRAGMA ${pragma}(${faultyRowsAtMost})`).all())
  const faults = said.map((row) => row[pragma] ?? '').filter((text) => text !== 'ok')
  const [damage] = faults.length < faultyRowsAtMost ? faults.filter((text) => !ofOneRow.test(text)) : faults
  if (damage !== undefined) throw new LedgerDamaged(file, damage)
  return faults.length > 0
}

const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')

/** Words that no query asks for. Looked for by itself: of a file that is only read SQLite's check says nothing of them. */
export const hasStrangeWords = (db: Database): boolean =>
  db
    .prepare(
      `SELECT 1 FROM submissions WHERE state NOT IN (${listed(submissionStateSchema.options)}) OR kind NOT IN (${listed(submissionKindSchema.options)})
       UNION ALL SELECT 1 FROM drafts WHERE kind NOT IN (${listed(kindNames)})
       UNION ALL SELECT 1 FROM bulk_runs WHERE kind NOT IN (${listed(bulkKinds)}) LIMIT 1`,
    )
    .get() !== undefined
