import type { BulkField, RowStanding } from '#shared/domain/bulk.ts'
import type { CompleteDispute } from '#shared/vendors/billink/dispute.ts'
import type { FieldMessages, Message } from '#shared/domain/message.ts'
import type { CompleteNote } from '#shared/vendors/digiwallet/sale-note.ts'
import type { FileEntry } from '../vocabulary/files.ts'
import type { disputeDuplicates } from './dispute-duplicates.ts'
import { checkDispute, type DisputeContext } from './disputes.ts'
import type { noteDuplicates } from './note-duplicates.ts'
import { checkNote, type NoteContext } from './notes.ts'
import type { PlannedRow, RowValues } from '../vocabulary/planned-row.ts'

/** A row with everything that the Check screen shows, and what would leave. */
export interface CheckedRow<T> {
  row: number
  standing: Exclude<RowStanding, 'skipped'>
  values: RowValues
  problems: FieldMessages
  warnings: readonly Message[]
  /** Null where the row is faulty. */
  complete: T | null
}

/** Checks rows of notes, in the order of the file. */
export function noteRowChecker(context: NoteContext, duplicateOf: ReturnType<typeof noteDuplicates>) {
  return (row: number, planned: PlannedRow): CheckedRow<CompleteNote> => {
    const { note, problems, warnings: found } = checkNote(planned, context)
    const warnings = withCells(planned, found)
    if (!note) return { row, standing: 'faulty', values: planned.values, problems, warnings, complete: null }
    const verdict = duplicateOf(row, note)
    const standing = verdict.duplicate ? 'duplicate' : 'good'
    // First why the row would stay behind, then what is only worth knowing.
    const all = verdict.warnings.length === 0 ? warnings : [...verdict.warnings, ...warnings]
    return { row, standing, values: planned.values, problems, warnings: all, complete: note }
  }
}

/** Checks rows of disputes, in the order of the file. */
export function disputeRowChecker(context: DisputeContext, duplicateOf: ReturnType<typeof disputeDuplicates>) {
  return (row: number, planned: PlannedRow): CheckedRow<{ dispute: CompleteDispute; file: FileEntry | null }> => {
    const { dispute, file, problems, warnings: found } = checkDispute(planned, context)
    const warnings = withCells(planned, found)
    if (!dispute) return { row, standing: 'faulty', values: planned.values, problems, warnings, complete: null }
    const verdict = duplicateOf(row, dispute.invoice)
    const standing = verdict.duplicate ? 'duplicate' : 'good'
    return {
      row,
      standing,
      values: planned.values,
      problems,
      warnings: [...verdict.warnings, ...warnings],
      complete: { dispute, file },
    }
  }
}

/** What was taken off cells is said first. */
const withCells = ({ warnings }: PlannedRow, others: readonly Message[]): readonly Message[] =>
  warnings ? [...Object.values(warnings).flat(), ...others] : others

/** A row with what a person typed into it. They have seen the row, so what was wrong with those cells is settled. */
export function edited({ values, problems, warnings }: PlannedRow, edits: RowValues): PlannedRow {
  const settled = new Set<string>(Object.keys(edits) as BulkField[])
  if (settled.size === 0) return { values, problems, ...(warnings ? { warnings } : {}) }
  const left = (messages: FieldMessages) =>
    Object.fromEntries(Object.entries(messages).filter(([field]) => field !== '' && !settled.has(field)))
  return {
    values: { ...values, ...edits },
    problems: left(problems),
    ...(warnings ? { warnings: left(warnings) } : {}),
  }
}
