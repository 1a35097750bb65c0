import { isDeepStrictEqual } from 'node:util'
import { kindOfPayload } from '#shared/vendors/index.ts'
import { actionOf } from '#shared/domain/kinds.ts'
import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { Review, StoredRun, Tallies } from '../../storage/bulk-run-records.ts'
import type { BulkTableRecords, Mark } from '../../storage/bulk-table-records.ts'
import type { Ledger } from '../../storage/ledger.ts'
import { inGeneral } from './by-colleagues.ts'
import { candidateRows } from './candidates.ts'
import { findingKeeper } from './findings.ts'
import type { Judge } from './judging.ts'
import type { JudgedRow } from './rows.ts'

export interface CheckDeps {
  ledger: Ledger
  table: BulkTableRecords
  rows: BulkRowRecords
}

const emptyTallies = (): Tallies => ({ create: 0, update: 0, delete: 0, test: 0 })

function count(tallies: Tallies, { payload, test }: JudgedRow): void {
  if (!payload) return
  tallies[actionOf(kindOfPayload(payload))] += 1
  if (test) tallies.test += 1
}

/** Writes what differs from what stood there: a check after one cell was mended changes next to nothing. */
function remark(runId: number, numbers: readonly number[], found: ReadonlyMap<number, Mark>, { ledger, table }: CheckDeps): void {
  const before = table.marksAt(runId, numbers)
  const gone = [...before.keys()].filter((row) => !found.has(row))
  const changed = [...found.values()].filter((mark) => {
    const old = before.get(mark.row)
    return !old || old.unreadable || !isDeepStrictEqual(old, mark)
  })
  if (gone.length + changed.length === 0) return
  // None of it counts before the run is `checked`, whose commit has all of this on disk.
  ledger.unflushed(() => {
    for (const row of gone) table.unmark(runId, row)
    for (const mark of changed) table.mark(runId, mark)
  })
}

/**
 * Goes through the rows of a run's round and marks those that are not simply good; what an earlier round found of rows that are not in
 * this one is still true of them. What a person took out stays out, and is no first of anything: a row that is left out makes no other
 * one a duplicate.
 */
export async function checkRun(
  run: StoredRun,
  judge: Judge,
  deps: CheckDeps,
  /** What colleagues did of some rows; none where nobody is asked. */
  withColleagues: (rows: readonly JudgedRow[]) => Promise<readonly JudgedRow[]>,
): Promise<Review> {
  const findings = findingKeeper()
  const review: Review = {
    counts: { good: 0, faulty: 0, duplicate: 0, skipped: 0 },
    findings: [],
    good: emptyTallies(),
    duplicate: emptyTallies(),
  }
  for await (const piece of candidateRows(run, deps)) {
    const marks = new Map<number, Mark>()
    const mark = (row: number, standing: Mark['standing'], warnings: Mark['warnings'] = []) =>
      marks.set(row, { row, standing, warnings })
    const taking = piece.filter(({ leftOut }) => !leftOut)
    for (const { row, leftOut } of piece) if (leftOut) mark(row, 'skipped')
    review.counts.skipped += piece.length - taking.length
    for (const judged of await withColleagues(taking.map((row) => judge.judge(row)))) {
      review.counts[judged.standing] += 1
      findings.note({ problems: judged.problems, warnings: judged.warnings.map(inGeneral) })
      if (judged.standing === 'faulty') mark(judged.row, 'faulty')
      else {
        if (judged.standing === 'duplicate') mark(judged.row, 'duplicate', judged.warnings)
        count(review[judged.standing], judged)
      }
    }
    remark(
      run.id,
      piece.map(({ row }) => row),
      marks,
      deps,
    )
  }
  deps.table.forgetDamagedMarks(run.id)
  return { ...review, findings: findings.list() }
}
