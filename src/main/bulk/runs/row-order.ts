import type { BulkRow, RowFate, RowStanding } from '#shared/domain/bulk.ts'
import type { FindingKey, RowSort } from '#shared/domain/bulk-check.ts'
import { rowStandingSchema } from '#shared/domain/bulk.ts'
import { submissionStateSchema } from '#shared/domain/submission.ts'
import type { Language } from '#shared/languages/index.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { StoredRun } from '../../storage/bulk-run-records.ts'
import type { BulkTableRecords, StoredTableRow } from '../../storage/bulk-table-records.ts'
import { candidateRows } from '../checking/candidates.ts'
import type { Checking } from '../checking/checking.ts'
import { isSaidOf } from '../checking/findings.ts'
import type { RunFiles } from '../reading/run-files.ts'
import { breath } from '../vocabulary/breath.ts'
import type { RowViews } from './row-views.ts'
import { sortedInPieces } from './sorted-in-pieces.ts'

export interface RowOrderDeps {
  table: BulkTableRecords
  rows: Pick<BulkRowRecords, 'statesBetween'>
  checking: Pick<Checking, 'judge'>
  files: RunFiles
  rowViews: Pick<RowViews, 'numbers' | 'at'>
  language(): Language
}

export interface OrderWanted {
  standing: RowStanding | null
  states: readonly RowFate[]
  finding: FindingKey | null
  sort: RowSort | null
  /** The rows of a list that is kept as it was asked for. */
  among?: readonly number[] | undefined
}

const page = 200

/** What a row is sorted by; empty comes last either way, as in a spreadsheet. */
type SortKey = number | string | null

const states: readonly string[] = submissionStateSchema.options
/** What stops a row first, then what is worth knowing; rows that say the same stand together. */
const messageKey = ({ problems, warnings, outcome }: BulkRow): string => {
  const told = outcome ? [...Object.values(outcome.fields).flat(), ...outcome.head, outcome.reason] : []
  const [first] = [...told, ...Object.values(problems).flat(), ...warnings]
  if (!first) return ''
  const rank = Object.keys(problems).length > 0 || outcome?.state === 'rejected' ? '0' : '1'
  return `${rank} ${'id' in first ? `${first.id} ${JSON.stringify(first.values ?? {})}` : first.text}`
}

function keyOf(row: BulkRow, by: RowSort['by']): SortKey {
  switch (by) {
    case 'row':
      return row.row
    case 'included':
      return rowStandingSchema.options.indexOf(row.standing)
    case 'messages':
      return messageKey(row) || null
    case 'state':
      return row.outcome ? states.indexOf(row.outcome.state) : states.length
    case 'number':
      return row.outcome?.number ?? null
    default:
      return row.values[by] || null
  }
}

/** Which rows a list has and in what order, where that is not simply the file's: worked out once, when a person asks for it. */
export function rowOrder({ table, rows, checking, files, rowViews, language }: RowOrderDeps) {
  /** The rows that stand here as faulty, a page at a time. */
  async function* faulty(run: StoredRun): AsyncGenerator<StoredTableRow[]> {
    for (let after = -1; ;) {
      const marks = table.marksIn(run.id, 'faulty', after, page)
      const last = marks.at(-1)
      if (!last) return
      yield table.rowsAt(
        run.id,
        marks.map(({ row }) => row),
      )
      after = last.row
      await breath()
    }
  }

  /** Judged as the check judged them, so that there are as many as it counted. */
  async function withFinding(run: StoredRun, account: StoredAccount, finding: FindingKey): Promise<number[]> {
    const isProblem = finding.severity === 'problem'
    // Of which other row one is a double can only be told by going through them all.
    const judge = checking.judge(run, account, await files.of(run), !isProblem)
    const found: number[] = []
    for await (const piece of isProblem ? faulty(run) : candidateRows(run, { table, rows })) {
      for (const row of piece) {
        if (!row.leftOut && isSaidOf(finding, judge.judge(row))) found.push(row.row)
      }
    }
    return found
  }

  async function sortedRows(run: StoredRun, account: StoredAccount, numbers: readonly number[], { by, descending }: RowSort) {
    if (by === 'row') return descending ? numbers.toReversed() : [...numbers]
    const keyed: { row: number; key: SortKey }[] = []
    for (let from = 0; from < numbers.length; from += page) {
      const shown = await rowViews.at(run, account, numbers.slice(from, from + page))
      for (const row of shown) keyed.push({ row: row.row, key: keyOf(row, by) })
      await breath()
    }
    const { compare } = new Intl.Collator(language(), { numeric: true, sensitivity: 'base' })
    const sign = descending ? -1 : 1
    const sorted = await sortedInPieces(keyed, (a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
      const order = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : compare(String(a.key), String(b.key))
      return sign * order
    })
    return sorted.map(({ row }) => row)
  }

  return async (run: StoredRun, account: StoredAccount, { finding, sort, among, ...which }: OrderWanted): Promise<number[]> => {
    const numbers = among ?? (finding ? await withFinding(run, account, finding) : await rowViews.numbers(run, which))
    return sort ? sortedRows(run, account, numbers, sort) : [...numbers]
  }
}
export type RowOrder = ReturnType<typeof rowOrder>
