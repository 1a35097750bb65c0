import type { BulkConfirmation } from '#shared/domain/bulk.ts'
import type { StoredRun } from '../../storage/bulk-run-records.ts'

/** Every number of the sentence that a person confirms before anything leaves. */
export function confirmationOf(run: StoredRun): Omit<BulkConfirmation, 'accountName' | 'environment' | 'host'> {
  const none = { create: 0, update: 0, delete: 0, test: 0 }
  const { good, duplicate, counts } = run.review ?? { good: none, duplicate: none, counts: null }
  const added = run.includeDuplicates ? duplicate : none
  const sum = (key: keyof typeof none) => good[key] + added[key]
  const total = sum('create') + sum('update') + sum('delete')
  const all = counts ? counts.good + counts.faulty + counts.duplicate + counts.skipped : 0
  return {
    total,
    create: sum('create'),
    update: sum('update'),
    delete: sum('delete'),
    test: sum('test'),
    leftOut: all - total,
  }
}

/** Rows that would leave by themselves: of a run that is about to start all that were confirmed, of one that is being sent what is left. */
export const rowsLeaving = (runs: readonly StoredRun[], leftOf: (runId: number) => number): number =>
  runs
    .filter(({ state }) => state === 'sending' || state === 'starting')
    .reduce((sum, run) => sum + (run.state === 'starting' ? confirmationOf(run).total : leftOf(run.id)), 0)
