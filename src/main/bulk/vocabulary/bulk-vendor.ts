import type { AccountSettings, Payload } from '#shared/vendors/index.ts'
import type { BulkField } from '#shared/domain/bulk.ts'
import type { FieldMessages, Message } from '#shared/domain/message.ts'
import type { KnownRecords } from '../../storage/known-records.ts'
import type { Clues } from './clues.ts'
import type { FileEntry, Files } from './files.ts'
import type { PlannedRow } from './planned-row.ts'

/** A row as it would leave, with the file it names, or why it cannot. */
export interface CheckedRow<Complete> {
  complete: Complete | null
  file: FileEntry | null
  problems: FieldMessages
  warnings: readonly Message[]
}

/** Whether a row says what another one, or the ledger, says already. */
export interface DuplicateVerdict {
  duplicate: boolean
  warnings: readonly Message[]
}

/** What a run's rows are checked against. */
export interface CheckContext {
  boundOrigin: string
  accountId: string
  known: KnownRecords
  /** Null until a folder or ZIP was chosen. */
  findFile: Files['find'] | null
  /** False where rows are only shown: what they are duplicates of was found by the check. */
  compare: boolean
  /** Whether rows that say what another one says leave as well. */
  includeDuplicates: boolean
  /** When they are filed, if they are. */
  at: number
  /** The run whose creates these rows delete; null where they are a table of their own. */
  undoes: number | null
  /** The run itself where its refused rows come again: what stopped them was read since. Null in a first round. */
  retries: number | null
}

/** Checks the rows of one run, in their order. */
export interface RowChecks<Complete> {
  /** As the single form does, after reading the words that clerks and other systems use. */
  check(row: PlannedRow): CheckedRow<Complete>
  /** Asked of each row that could leave, once. */
  duplicateOf(row: number, complete: Complete): DuplicateVerdict
}

/** How what a run created is deleted again: as a table like any other. */
export interface Undo<P> {
  fields: readonly BulkField[]
  /** The row that deletes what was sent. */
  cells(sent: P): string[]
  /** What a person should know where others created something at the same place. */
  beside(others: number): Message
}

/** All that tables of rows need of a vendor: its folder's `bulk/` makes one. */
export interface BulkVendor<Settings, Complete, P> {
  clues(settings: Settings): Clues
  checks(settings: Settings, context: CheckContext): RowChecks<Complete>
  /** Whether it is a test; null where items are never tests by themselves. */
  isTest(payload: P): boolean | null
  /** Null where nothing can be deleted. */
  undo: Undo<P> | null
}

/** A vendor whose rows are whatever its kind makes them: to be given those of this vendor alone. */
export type AnyBulkVendor = BulkVendor<AccountSettings, unknown, Payload>
