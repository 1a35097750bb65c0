import { actionOf } from '#shared/domain/kinds.ts'
import { kindOfPayload, type Payload } from '#shared/vendors/index.ts'
import type { BulkField, RowStanding } from '#shared/domain/bulk.ts'
import { unfilledIn } from '#shared/domain/blanks.ts'
import type { FieldMessages, Message } from '#shared/domain/message.ts'
import type { RowChecks } from '../vocabulary/bulk-vendor.ts'
import type { FileEntry } from '../vocabulary/files.ts'
import type { PlannedRow, RowValues } from '../vocabulary/planned-row.ts'

/** A row as it stands at the check, with everything that its screen shows, and what would leave. */
export interface JudgedRow {
  row: number
  standing: Exclude<RowStanding, 'skipped'>
  values: RowValues
  problems: FieldMessages
  warnings: readonly Message[]
  /** Null where the row is faulty. */
  payload: Payload | null
  /** Whether it would be a test; null where nothing would leave, and where items are never tests by themselves. */
  test: boolean | null
  file: FileEntry | null
  /** How far the chain had come of which a colleague's item is part, where there is one. */
  seen?: number
}

interface Rules<C> {
  payloadOf(complete: C): Payload
  isTest(payload: Payload): boolean | null
  /** The text that a person writes, which may have blanks left in it. */
  textField: string
}

const none: readonly Message[] = Object.freeze([])

/** What is still to be filled in goes to a customer as it stands: the form asks about it, and so does the check. */
function blanksLeft(text = ''): readonly Message[] {
  const names = unfilledIn(text)
  return names === '' ? none : [{ id: 'bulk.row.blanks', values: { names } }]
}

/** Nearly every row has nothing to say: no list is made for it. */
const joined = (one: readonly Message[], other: readonly Message[]): readonly Message[] =>
  one.length === 0 ? other : other.length === 0 ? one : [...one, ...other]

/** Checks rows in the order of the file. */
export function rowChecker<C>(checks: RowChecks<C>, { payloadOf, isTest, textField }: Rules<C>) {
  return (row: number, planned: PlannedRow): JudgedRow => {
    const { values } = planned
    const { complete, file, problems, warnings: found } = checks.check(planned)
    const warnings = withCells(planned, found)
    if (complete === null) {
      return { row, standing: 'faulty', values, problems, warnings, payload: null, test: null, file: null }
    }
    const verdict = checks.duplicateOf(row, complete)
    const payload = payloadOf(complete)
    const isWritten = actionOf(kindOfPayload(payload)) !== 'delete'
    const blanks = isWritten ? blanksLeft((values as Partial<Record<string, string>>)[textField]) : none
    return {
      row,
      standing: verdict.duplicate ? 'duplicate' : 'good',
      values,
      problems,
      // First why the row would stay behind, then what is only worth knowing.
      warnings: joined(verdict.warnings, joined(warnings, blanks)),
      payload,
      test: isTest(payload),
      file,
    }
  }
}

/** What was taken off cells is said first. */
const withCells = ({ warnings }: PlannedRow, others: readonly Message[]): readonly Message[] =>
  warnings ? [...Object.values(warnings).flat(), ...others] : others

/** A row with what a person typed into it. They have seen the row, so what was wrong with those cells is settled. */
export function edited({ values, problems, warnings }: PlannedRow, edits: RowValues): PlannedRow {
  const settled = new Set<string>(Object.keys(edits) as BulkField[])
  if (settled.size === 0) return { values, problems, ...(warnings ? { warnings } : {}) }
  const left = (messages: FieldMessages) =>
    Object.fromEntries(Object.entries(messages).filter(([field]) => field !== '' && !settled.has(field)))
  return {
    values: { ...values, ...edits },
    problems: left(problems),
    ...(warnings ? { warnings: left(warnings) } : {}),
  }
}
