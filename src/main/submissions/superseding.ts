import type { SubmissionRecords } from '../storage/submission-records.ts'
import type { StoredSubmission } from '../storage/submission-row.ts'

/**
 * What would repeat itself after an unknown outcome gives way to a newer item for the same thing (specs/decisions.md); part of
 * the transaction that files the newer one. Answers with what gave way.
 */
export function supersede(
  records: Pick<SubmissionRecords, 'repeatsOfNote' | 'change'>,
  noteKey: string | null,
  at: number,
): StoredSubmission[] {
  const repeats = noteKey === null ? [] : records.repeatsOfNote(noteKey)
  for (const { id } of repeats) {
    records.change(id, 'queued', { state: 'unknown', at, reason: { id: 'outbox.superseded' } })
  }
  return repeats
}
