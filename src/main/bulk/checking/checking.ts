import { kindOfBulk, kinds, type BulkKind } from '#shared/domain/kinds.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { BulkRunRecords, Review, StoredRun } from '../../storage/bulk-run-records.ts'
import type { KnownRecords } from '../../storage/known-records.ts'
import type { Clock } from '../../submissions/clock.ts'
import type { AnyBulkVendor } from '../vocabulary/bulk-vendor.ts'
import type { Files } from '../vocabulary/files.ts'
import type { Colleagues } from '../vocabulary/colleagues.ts'
import { byColleagues } from './by-colleagues.ts'
import { checkRun, type CheckDeps } from './check-run.ts'
import { judging, type Judge } from './judging.ts'
import type { JudgedRow } from './rows.ts'
import type { RunFiles } from '../reading/run-files.ts'

export interface CheckingDeps extends CheckDeps {
  runs: Pick<BulkRunRecords, 'rememberPlan'>
  /** A check begins. Why an earlier start failed is out of date by then. */
  begins(runId: number): void
  /** Its last row was checked. */
  ends(runId: number, review: Review): void
  vendorOf(kind: BulkKind): AnyBulkVendor
  known: KnownRecords
  files: RunFiles
  colleagues: Colleagues
  clock: Clock
  onChange(runId: number): void
}

/** What can't be read is faulty, whatever can still be made of it. */
const unreadable = (row: number): JudgedRow => ({
  row,
  standing: 'faulty',
  values: {},
  problems: { '': [{ id: 'bulk.rowDamaged' }] },
  warnings: [],
  payload: null,
  test: null,
  file: null,
})

/** Checks runs, and judges rows as the check does. */
export function checking(deps: CheckingDeps) {
  const { runs, vendorOf, known, files: runFiles } = deps
  const theirs = byColleagues(deps)

  /** A judge for one pass; what was seen in a file that was looked into holds until others are chosen. */
  function ownJudge(run: StoredRun, account: StoredAccount, files: Files | null, compare: boolean): Judge {
    const inner = judging(run, { vendor: vendorOf(run.kind), account, known, files, compare, at: deps.clock.now() })
    const hasFiles = kinds[kindOfBulk(run.kind)].attachment
    return {
      problems: inner.problems,
      original: inner.original,
      judge(row) {
        if (row.damaged) return unreadable(row.row)
        const judged = inner.judge(row)
        if (!hasFiles || !judged.payload) return judged
        const refusal = runFiles.refusalOf(run.id, row.row)
        if (refusal)
          return { ...judged, standing: 'faulty', payload: null, file: null, problems: { ...judged.problems, file: [refusal] } }
        const doubt = runFiles.doubtOf(run.id, row.row)
        return doubt ? { ...judged, warnings: [...judged.warnings, doubt] } : judged
      },
    }
  }

  /** What a check noted of colleagues holds until the next one. */
  function judge(run: StoredRun, account: StoredAccount, files: Files | null, compare = true): Judge {
    const inner = ownJudge(run, account, files, compare)
    const noted = compare ? theirs.noted(run.id, account.id) : (judged: JudgedRow) => judged
    return { ...inner, judge: (row) => noted(inner.judge(row)) }
  }

  return {
    judge,
    /** The run is `checked` when its last row is, and never in between: half a check must not be confirmed. */
    async check(run: StoredRun, account: StoredAccount): Promise<StoredRun> {
      deps.begins(run.id)
      const own = ownJudge(run, account, await runFiles.of(run), true)
      const review = await checkRun(run, own, deps, theirs.pass(run.id, account))
      deps.ends(run.id, review)
      if (run.layout !== '') runs.rememberPlan(run, deps.clock.now())
      deps.onChange(run.id)
      return { ...run, state: 'checked', review, pauseReason: null }
    },
  }
}
export type Checking = ReturnType<typeof checking>
