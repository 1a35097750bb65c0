import type { FieldMessages } from '#shared/domain/message.ts'
import { kindOfBulk } from '#shared/domain/kinds.ts'
import { sharedVendorOf } from '#shared/vendors/index.ts'
import { accountKindOf } from '#shared/ipc/bulk-contract.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { StoredRun } from '../../storage/bulk-run-records.ts'
import type { StoredTableRow } from '../../storage/bulk-table-records.ts'
import type { KnownRecords } from '../../storage/known-records.ts'
import { compilePlan } from '../planning/plan.ts'
import type { AnyBulkVendor } from '../vocabulary/bulk-vendor.ts'
import type { Files } from '../vocabulary/files.ts'
import type { RowValues } from '../vocabulary/planned-row.ts'
import type { TableRow } from '../vocabulary/table-row.ts'
import { edited, rowChecker, type JudgedRow } from './rows.ts'

/** Judges the rows of a run once, in their order: each is compared with those before it. */
export interface Judge {
  /** What keeps the plan itself from being used, by field. */
  problems: FieldMessages
  judge(row: StoredTableRow): JudgedRow
  /** What the file alone says in a row. */
  original(row: StoredTableRow): RowValues
}

export interface JudgingDeps {
  vendor: AnyBulkVendor
  account: StoredAccount
  known: KnownRecords
  /** The files that rows name; null until they are chosen. */
  files: Files | null
  /** False where rows are only shown: what they are duplicates of was found by the check. */
  compare: boolean
  at: number
}

const noEdits: RowValues = Object.freeze({})

/** Prepares a run's plan, its account's rules and what is known already, for one pass through the table. */
export function judging(run: StoredRun, { vendor, account, known, files, compare, at }: JudgingDeps): Judge {
  const { boundOrigin, accountId, includeDuplicates, undoes } = run
  // An account of another vendor has other rules.
  if (account.settings.kind !== accountKindOf(run.kind)) throw new TypeError(`Rows of ${run.kind} go to another vendor`)
  const plan = compilePlan(run.kind, run.plan, run.table.columns)
  const context = {
    boundOrigin,
    accountId,
    includeDuplicates,
    known,
    findFile: files && files.find,
    compare,
    at,
    undoes,
    retries: run.retries && run.id,
  }
  const checks = vendor.checks(account.settings, context)
  const { payloadOf, templates } = sharedVendorOf(kindOfBulk(run.kind))
  const check = rowChecker(checks, { payloadOf, isTest: vendor.isTest, textField: templates.field })
  return {
    problems: plan.problems,
    judge: (row) => check(row.row, edited(plan.apply(row as TableRow), row.edits ?? noEdits)),
    original: (row) => plan.apply(row as TableRow).values,
  }
}
