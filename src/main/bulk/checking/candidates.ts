import type { RetryState } from '#shared/domain/bulk.ts'
import type { SubmissionState } from '#shared/domain/submission.ts'
import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { StoredRun } from '../../storage/bulk-run-records.ts'
import type { BulkTableRecords, StoredTableRow } from '../../storage/bulk-table-records.ts'
import { breath } from '../vocabulary/breath.ts'

/** How a row that did not arrive is asked for; a row of any other fate was sent, or may have been. */
export const retryOf: Partial<Record<SubmissionState, RetryState>> = { rejected: 'rejected', withdrawn: 'not-sent' }

/** Whether a row takes part in the run's round: in the first all do, later what did not arrive and is asked for. */
export const takesPart = ({ retries }: Pick<StoredRun, 'retries'>, state: SubmissionState | undefined): boolean => {
  if (retries === null) return true
  const retry = state === undefined ? 'left-out' : retryOf[state]
  return retry !== undefined && retries.includes(retry)
}

/** As many rows as are judged, changed or marked within a moment; a stored piece has some more, since reading one costs less each. */
const together = 50

/** The rows of a round in their order, some at a time, with a breath in between. */
export async function* candidateRows(
  run: StoredRun,
  { table, rows }: { table: Pick<BulkTableRecords, 'after'>; rows: Pick<BulkRowRecords, 'statesBetween'> },
  after = -1,
): AsyncGenerator<StoredTableRow[]> {
  for (let piece = table.after(run.id, after); piece.length > 0;) {
    const first = piece[0]?.row ?? 0
    const last = piece.at(-1)?.row ?? 0
    const states = run.retries === null ? new Map<number, SubmissionState>() : rows.statesBetween(run.id, first, last)
    const taking = piece.filter(({ row }) => takesPart(run, states.get(row)))
    for (let from = 0; from < taking.length; from += together) {
      await breath()
      yield taking.slice(from, from + together)
    }
    await breath()
    piece = table.after(run.id, last)
  }
}
