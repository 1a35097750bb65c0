import { AppFailure } from '../../ipc/failure.ts'
import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { Ledger } from '../../storage/ledger.ts'
import type { SubmissionRecords } from '../../storage/submission-records.ts'
import { actionsOf } from '../../submissions/actions.ts'
import type { Clock } from '../../submissions/clock.ts'
import { decided } from '../../submissions/decided.ts'
import { breath } from '../vocabulary/breath.ts'

export interface DecidingDeps {
  ledger: Ledger
  rows: BulkRowRecords
  records: Pick<SubmissionRecords, 'change' | 'recordDecision'>
  clock: Clock
}

const page = 100

/**
 * One word of a person for all rows of unknown outcome, recorded at each. Where a newer item took a row's place its unknown
 * try can only be closed, and stays as it is.
 */
export function deciding({ ledger, rows, records, clock }: DecidingDeps) {
  return async (runId: number, decision: 'arrived' | 'send-again', total: number): Promise<void> => {
    const unknown = rows.counts(runId, 0).find(({ state }) => state === 'unknown')?.count ?? 0
    // It was said of so many rows; others have become unknown, or have been decided, since.
    if (unknown !== total || total === 0) throw new AppFailure({ kind: 'invalid', message: { id: 'bulk.totalChanged' } })
    // Rows that become unknown from now on are none of those it was said of.
    const meant = new Set(rows.rowsIn(runId, ['unknown'], -1, total))
    let after = -1
    for (;;) {
      const items = rows.inState(runId, 'unknown', after, page)
      if (items.length === 0) return
      const at = clock.now()
      ledger.transaction(() => {
        for (const item of items) {
          if (item.runRow === null || !meant.has(item.runRow)) continue
          if (!actionsOf(item, { superseded: item.superseded, now: at }).includes(decision)) continue
          records.recordDecision(item.id, decision, null, at)
          records.change(item.id, 'unknown', decided(item, decision, null, at))
        }
      })
      after = items.at(-1)?.runRow ?? after
      await breath()
    }
  }
}
export type Deciding = ReturnType<typeof deciding>
