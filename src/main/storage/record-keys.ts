import type { SqlValue } from './database.ts'
import type { RecordSource } from '#shared/domain/damage.ts'

export type RawRow = Record<string, SqlValue>

/** The columns by which a row of each table is found again. */
export const keyColumns = {
  accounts: ['id'],
  attachments: ['id'],
  drafts: ['id'],
  submissions: ['seq'],
  attempts: ['submission_id', 'number'],
  decisions: ['submission_id', 'at'],
  bulk_runs: ['id'],
  bulk_pieces: ['run_id', 'first_row'],
  bulk_marks: ['run_id', 'row'],
  bulk_edits: ['run_id', 'row', 'field', 'step'],
  bulk_plans: ['kind', 'layout'],
  saved_searches: ['id'],
  templates: ['id'],
} as const satisfies Record<RecordSource, readonly string[]>

/** What names a row of a table in one text. */
export const keyOf = (source: RecordSource, row: RawRow): string =>
  keyColumns[source].map((column) => String(row[column] ?? '')).join('/')

const finished = new Set<unknown>(['sent', 'rejected', 'withdrawn', 'closed'])

/** An item that may still leave or have arrived, as far as its state can be read: later items for its note wait for it. */
export function stillOpen(source: RecordSource, row: RawRow): { seq: number; noteKey: string } | null {
  const { seq, note_key: noteKey, state } = row
  if (source !== 'submissions' || finished.has(state)) return null
  return typeof seq === 'number' && typeof noteKey === 'string' ? { seq, noteKey } : null
}
