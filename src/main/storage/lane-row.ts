import type { Earlier } from '#shared/domain/reading.ts'
import type { SubmissionKind } from '#shared/domain/kinds.ts'

/** A row on its way, as far as sending it and settling its outcome need to know it. */
export interface LaneRow {
  seq: number
  id: string
  runRow: number
  kind: SubmissionKind
  /** As JSON: it crosses a thread, and is read where it is sent. */
  payload: string
  attachmentId: string | null
  noteKey: string | null
  /** Counts the try that begins. */
  attemptCount: number
  backoffCount: number
  uncertain: boolean
  repeats: number
  repeating: boolean
  firstUnknownAt: number | null
  /** What earlier tries left for this one, at a vendor that reads back. */
  earlier: Earlier | null
}

/** A row that was found readable, with its payload still as text: it crosses a thread. */
export interface LedgerRow {
  seq: number
  id: string
  run_row: number
  kind: LaneRow['kind']
  payload: string
  attachment_id: string | null
  note_key: string | null
  attempt_count: number
  backoff_count: number
  uncertain: number
  repeats: number
  repeating: number
  first_unknown_at: number | null
}

/** A row as its lane knows it, with the try that begins counted. */
export const laneRowOf = (row: LedgerRow, earlier: Earlier | null): LaneRow => ({
  seq: row.seq,
  id: row.id,
  runRow: row.run_row,
  kind: row.kind,
  payload: row.payload,
  attachmentId: row.attachment_id,
  noteKey: row.note_key,
  attemptCount: row.attempt_count + 1,
  backoffCount: row.backoff_count,
  uncertain: row.uncertain === 1,
  repeats: row.repeats,
  repeating: row.repeating === 1,
  firstUnknownAt: row.first_unknown_at,
  earlier,
})
