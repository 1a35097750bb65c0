import type { LedgerDoubt } from '../storage/ledger-identity/doubt.ts'
import type { BulkRunRecords } from '../storage/bulk-run-records.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { SubmissionRecords } from '../storage/submission-records.ts'
import { doubtReason } from '../storage/submission-row.ts'

/**
 * The ledger may not know all that left: nothing goes by itself any more, be it filed alone or a row of a run, and no unknown
 * update or delete repeats itself, since a newer one may have left that is not in here. Answers the runs that ask.
 */
export function askAboutAll(
  { ledger, records, runs }: { ledger: Ledger; records: SubmissionRecords; runs: BulkRunRecords },
  doubt: LedgerDoubt,
): number[] {
  const reason = doubtReason(doubt)
  return ledger.transaction(() => {
    records.askAboutAll(reason)
    const paused = runs.list().filter(({ state }) => state === 'paused')
    for (const { id } of paused) runs.change(id, { pauseReason: reason })
    return paused.map(({ id }) => id)
  })
}
