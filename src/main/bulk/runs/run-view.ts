import type { BulkRun, RetryState } from '#shared/domain/bulk.ts'
import type { BulkStep } from '#shared/domain/bulk-check.ts'
import { kindOfBulk, kinds, type BulkKind } from '#shared/domain/kinds.ts'
import type { BulkEditRecords, StoredStep } from '../../storage/bulk-edit-records.ts'
import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { BulkRunRecords, StoredRun } from '../../storage/bulk-run-records.ts'
import { isDoubtReason } from '../../storage/submission-row.ts'
import { createdBy } from './undo.ts'
import type { Lanes } from '../sending/lanes.ts'

const canDelete = (kind: BulkKind) => 'delete' in kinds[kindOfBulk(kind)].actions

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

const stepOf = (stored: StoredStep | null): BulkStep | null =>
  stored && { kind: stored.kind, field: stored.field, rows: stored.rows }

export interface RunViewDeps {
  runs: Pick<BulkRunRecords, 'undoneBy'>
  rows: Pick<BulkRowRecords, 'countSent'>
  lanes: Pick<Lanes, 'progress'>
  edits: Pick<BulkEditRecords, 'last' | 'undone'>
}

/** A run as the screens see it. */
export function runView({ runs, rows, lanes, edits }: RunViewDeps) {
  return (stored: StoredRun): BulkRun => {
    const started = stored.startedAt !== null && stored.state !== 'starting'
    const progress = started ? lanes.progress(stored.id) : null
    const isChecked = stored.state === 'checked'
    const over = stored.state === 'done' || stored.state === 'stopped'
    const undoneBy = runs.undoneBy(stored.id)
    const leftOut = progress ? stored.rowCount - progress.total : 0
    const isDoubted = stored.state !== 'paused' && isDoubtReason(stored.pauseReason)
    const canRetry: RetryState[] = []
    // A stopped run may still wait for answers of the vendor, and a further round would wait with it.
    if (over && progress && !stored.underWay) {
      if (progress.rejected > 0) canRetry.push('rejected')
      if (progress.notSent > 0) canRetry.push('not-sent')
      if (leftOut > 0) canRetry.push('left-out')
    }
    return {
      id: String(stored.id),
      kind: stored.kind,
      state: stored.state,
      accountId: stored.accountId,
      accountName: stored.accountName,
      environment: stored.environment,
      fileName: stored.fileName,
      createdAt: new Date(stored.createdAt).toISOString(),
      rowCount: stored.rowCount,
      columns: stored.table.columns,
      sheets: stored.table.sheets,
      top: stored.table.top,
      settings: stored.settings,
      remarks: stored.table.remarks,
      plan: stored.plan,
      planFrom: stored.planFrom,
      files: stored.files && { name: stored.files.name, count: stored.files.count },
      counts: stored.review?.counts ?? null,
      findings: stored.review?.findings ?? [],
      undoStep: isChecked ? stepOf(edits.last(stored.id, stored.round)) : null,
      redoStep: isChecked ? stepOf(edits.undone(stored.id, stored.round)) : null,
      includeDuplicates: stored.includeDuplicates,
      connections: stored.connections,
      progress,
      leftOut,
      startedAt: iso(stored.startedAt),
      endedAt: iso(stored.endedAt),
      pauseReason: isDoubted ? null : stored.pauseReason,
      inDoubt: isDoubted ? stored.pauseReason : null,
      retries: stored.retries,
      canRetry,
      undoes: stored.undoes === null ? null : String(stored.undoes),
      undoneBy: undoneBy === null ? null : String(undoneBy),
      canUndo:
        canDelete(stored.kind) &&
        (over || stored.state === 'paused') &&
        undoneBy === null &&
        rows.countSent(stored.id, createdBy(stored)) > 0,
    }
  }
}
export type RunView = ReturnType<typeof runView>
