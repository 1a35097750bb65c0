import type { RowStanding } from '#shared/domain/bulk.ts'
import type { FieldMessages, Message } from '#shared/domain/message.ts'
import type { CompleteNote, NoteTarget } from '#shared/vendors/digiwallet/sale-note.ts'
import type { Payload } from '#shared/vendors/index.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { StoredRun } from '../../storage/bulk-run-records.ts'
import type { StoredTableRow } from '../../storage/bulk-table-records.ts'
import type { KnownRecords } from '../../storage/known-records.ts'
import { noteKey } from '#shared/vendors/digiwallet/note-key.ts'
import { disputeDuplicates } from './dispute-duplicates.ts'
import { disputeContextOf } from './disputes.ts'
import { noteDuplicates } from './note-duplicates.ts'
import { noteContextOf } from './notes.ts'
import { disputeRowChecker, edited, noteRowChecker } from './rows.ts'
import { compilePlan } from '../planning/plan.ts'
import type { FileEntry, Files } from '../vocabulary/files.ts'
import type { TableRow } from '../vocabulary/table-row.ts'
import type { PlannedRow, RowValues } from '../vocabulary/planned-row.ts'

/** A row as it stands at the check, and what would leave. */
export interface JudgedRow {
  row: number
  standing: Exclude<RowStanding, 'skipped'>
  values: RowValues
  problems: FieldMessages
  warnings: readonly Message[]
  /** Null where the row is faulty. */
  payload: Payload | null
  file: FileEntry | null
}

/** Judges the rows of a run once, in their order: each is compared with those before it. */
export interface Judge {
  /** What keeps the plan itself from being used, by field. */
  problems: FieldMessages
  judge(row: StoredTableRow, edits: RowValues): JudgedRow
}

export interface JudgingDeps {
  account: StoredAccount
  known: KnownRecords
  /** The files a table of disputes names; null until they are chosen. */
  files: Files | null
  /** False where rows are only shown: what they are duplicates of was found by the check. */
  compare: boolean
}

const payloadOf = (note: CompleteNote): Payload => {
  const { outletID, saleID, paymentMethodCode, test } = note
  const target = { outletID, saleID, paymentMethodCode, test }
  return { kind: 'note', action: note.action, target, ...(note.action === 'delete' ? {} : { text: note.text }) }
}

type Check = (row: number, planned: PlannedRow) => JudgedRow

function noteCheck(run: StoredRun, { account, known }: JudgingDeps): Check {
  if (account.settings.kind !== 'digiwallet') throw new TypeError('Notes go to DigiWallet.')
  const isKnown = known.notesSoFar()
  const isThere = (note: NoteTarget) => isKnown(noteKey(run.boundOrigin, note))
  const check = noteRowChecker(noteContextOf(account.settings), noteDuplicates(isThere))
  return (row, planned) => {
    const { complete, ...checked } = check(row, planned)
    return { ...checked, payload: complete && payloadOf(complete), file: null }
  }
}

function disputeCheck(run: StoredRun, { account, known, files, compare }: JudgingDeps): Check {
  if (account.settings.kind !== 'billink') throw new TypeError('Disputes go to Billink.')
  const invoices = compare ? known.disputedInvoices(run.boundOrigin, run.accountId) : new Set<string>()
  const duplicates = disputeDuplicates((invoice) => invoices.has(invoice.toLowerCase()))
  const check = disputeRowChecker(disputeContextOf(account.settings, files && files.find), duplicates)
  return (row, planned) => {
    const { complete, ...checked } = check(row, planned)
    return { ...checked, payload: complete && { kind: 'dispute', dispute: complete.dispute }, file: complete?.file ?? null }
  }
}

/** Prepares a run's plan, its account's rules and what is known already, for one pass through the table. */
export function judging(run: StoredRun, deps: JudgingDeps): Judge {
  const plan = compilePlan(run.kind, run.plan, run.table.columns)
  const check = run.kind === 'notes' ? noteCheck(run, deps) : disputeCheck(run, deps)
  return {
    problems: plan.problems,
    judge: (row, edits) => check(row.row, edited(plan.apply(row as TableRow), edits)),
  }
}
