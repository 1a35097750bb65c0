import { kindOfPayload } from '#shared/vendors/index.ts'
import { actionOf } from '#shared/domain/kinds.ts'
import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { Review, StoredRun, Tallies } from '../../storage/bulk-run-records.ts'
import type { BulkTableRecords, Mark } from '../../storage/bulk-table-records.ts'
import type { Ledger } from '../../storage/ledger.ts'
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

/**
 * Goes through the rows of a run's round and marks those that are not simply good. What a person took out stays out, and is
 * no first of anything: a row that is left out makes no other one a duplicate.
 */
export async function checkRun(run: StoredRun, judge: Judge, { ledger, table, rows }: CheckDeps): Promise<Review> {
  const edits = table.edits(run.id)
  const skipped = table.skipped(run.id)
  const findings = findingKeeper()
  const review: Review = {
    counts: { good: 0, faulty: 0, duplicate: 0, skipped: 0 },
    findings: [],
    good: emptyTallies(),
    duplicate: emptyTallies(),
  }
  // What an earlier round found of rows that are not in this one is still true of them.
  const isPart = run.retries !== null
  if (!isPart) table.eraseFound(run.id)
  for await (const piece of candidateRows(run, { table, rows })) {
    const marks: Mark[] = []
    for (const row of piece) {
      if (skipped.has(row.row)) {
        review.counts.skipped += 1
        continue
      }
      const judged = judge.judge(row, edits.get(row.row) ?? {})
      review.counts[judged.standing] += 1
      findings.note(judged)
      if (judged.standing === 'faulty') marks.push({ row: row.row, standing: 'faulty', warnings: [] })
      else if (judged.standing === 'duplicate') marks.push({ row: row.row, standing: 'duplicate', warnings: judged.warnings })
      if (judged.standing !== 'faulty') count(review[judged.standing], judged)
    }
    ledger.transaction(() => {
      for (const { row } of isPart ? piece : []) if (!skipped.has(row)) table.unmark(run.id, row)
      for (const mark of marks) table.mark(run.id, mark)
    })
  }
  return { ...review, findings: findings.list() }
}
