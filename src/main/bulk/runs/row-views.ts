import type { BulkField, BulkRow, RetryState, RowFate, RowStanding } from '#shared/domain/bulk.ts'
import { kindOf, kinds } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { BulkRowRecords, RunItem } from '../../storage/bulk-row-records.ts'
import type { StoredRun } from '../../storage/bulk-run-records.ts'
import type { SalvagedSubmission } from '../../storage/salvage.ts'
import type { BulkTableRecords, Mark, StoredTableRow } from '../../storage/bulk-table-records.ts'
import { actionsOf } from '../../submissions/actions.ts'
import type { Clock } from '../../submissions/clock.ts'
import { breath } from '../vocabulary/breath.ts'
import { candidateRows } from '../checking/candidates.ts'
import type { Checking } from '../checking/checking.ts'
import type { Judge } from '../checking/judging.ts'
import type { JudgedRow } from '../checking/rows.ts'
import type { RunFiles } from '../reading/run-files.ts'
import type { RowValues } from '../vocabulary/planned-row.ts'
import { wasStarted } from './run-states.ts'

export interface RowViewsDeps {
  rows: BulkRowRecords
  table: BulkTableRecords
  checking: Pick<Checking, 'judge'>
  files: RunFiles
  clock: Clock
}

export interface RowsWanted {
  standing: RowStanding | null
  states: readonly RowFate[]
  /** Rows after this one. */
  after: number | null
  limit: number
}

/** A row as a screen or a file shows it, with its cells as they were read. */
export interface ShownRow {
  cells: readonly string[]
  edits: RowValues | undefined
  row: BulkRow
}

const outcomeOf = (item: RunItem | SalvagedSubmission, now: number): NonNullable<BulkRow['outcome']> =>
  'damage' in item ? damagedOutcome(item) : readableOutcome(item, now)

const damagedOutcome = ({
  id,
  state,
  vendorNumber,
  damage,
  textGoneAt,
}: SalvagedSubmission): NonNullable<BulkRow['outcome']> => ({
  submissionId: id,
  state,
  number: vendorNumber,
  reason: textGoneAt === null ? { id: 'damage.item' } : null,
  head: [],
  fields: {},
  actions: [],
  damage: textGoneAt === null ? damage : null,
})

const readableOutcome = (item: RunItem, now: number): NonNullable<BulkRow['outcome']> => ({
  damage: null,
  submissionId: item.id,
  state: item.state,
  number: item.vendorNumber,
  reason: item.reason,
  head: item.head,
  fields: item.fields,
  actions: actionsOf(item, { superseded: item.superseded, now }),
})

function warningsOf(judged: JudgedRow, mark: Mark | null, wasSent: boolean): readonly Message[] {
  // What the check said of a row that was sent is out of date: its own item is in the ledger now.
  if (wasSent) return []
  if (mark?.standing === 'duplicate') return mark.warnings
  return judged.standing === 'duplicate' ? [] : judged.warnings
}

/** From what was sent: a cell says it in many words, or an account or an outlet decides. */
const wasTest = (item: RunItem | SalvagedSubmission): boolean | null =>
  'damage' in item || !kinds[kindOf(item.kind)].testMode ? null : item.test

/** What the file says in the cells that a person changed. */
const originalsOf = (edits: RowValues, file: RowValues): RowValues =>
  Object.fromEntries(Object.keys(edits).map((field) => [field, file[field as BulkField] ?? '']))

/** Rows so far apart are read from other pieces of the table than those before them. */
const nearRows = 2_000

/** Rows in their order, as many at once as take a moment to read. */
function* nearby(ordered: readonly number[]): Generator<number[]> {
  let some: number[] = []
  for (const row of ordered) {
    const [first] = some
    if (first !== undefined && (row - first > nearRows || some.length >= 200)) {
      yield some
      some = []
    }
    some.push(row)
  }
  yield some
}

/** Rows of runs as the screens and files show them. */
export function rowViews({ rows, table, checking, files, clock }: RowViewsDeps) {
  function show(stored: StoredRun, judge: Judge, found: readonly StoredTableRow[]): ShownRow[] {
    const numbers = found.map(({ row }) => row)
    const marks = table.marksAt(stored.id, numbers)
    const items = rows.ofRows(stored.id, numbers)
    // What was sent does not become wrong because a folder, a column or an account is another one now.
    const isOver = wasStarted(stored.state)
    return found.map((one) => {
      const judged = judge.judge(one)
      const mark = marks.get(one.row) ?? null
      const item = items.get(one.row) ?? null
      const problems = item && isOver && !one.damaged ? {} : judged.problems
      const isFaulty = Object.keys(problems).length > 0
      return {
        cells: one.cells,
        edits: one.edits,
        row: {
          row: one.row,
          standing: mark?.standing ?? (isFaulty ? 'faulty' : 'good'),
          values: judged.values,
          originals: one.edits ? originalsOf(one.edits, judge.original(one)) : {},
          test: item ? wasTest(item) : judged.test,
          problems,
          warnings: [...warningsOf(judged, mark, item !== null && isOver)],
          outcome: item && outcomeOf(item, clock.now()),
        },
      }
    })
  }

  /** The rows asked for: by outcome, by standing, or all of the round in their order. */
  async function wanted(stored: StoredRun, { standing, states, after, limit }: RowsWanted): Promise<StoredTableRow[]> {
    const from = after ?? -1
    const sent = states.filter((state) => state !== 'left-out')
    if (sent.length > 0) return table.rowsAt(stored.id, rows.rowsIn(stored.id, sent, from, limit))
    if (standing === 'faulty' || standing === 'duplicate' || standing === 'skipped') {
      const marks = table.marksIn(stored.id, standing, from, limit)
      return table.rowsAt(
        stored.id,
        marks.map(({ row }) => row),
      )
    }
    const found: StoredTableRow[] = []
    // The result shows every row of the table, the check those of the round.
    const behind: RetryState[] | null = states.length > 0 ? ['left-out'] : null
    const shown = behind || wasStarted(stored.state) ? { ...stored, retries: behind } : stored
    for await (const piece of candidateRows(shown, { table, rows }, from)) {
      const numbers = piece.map(({ row }) => row)
      const marks = standing === 'good' ? table.marksAt(stored.id, numbers) : null
      found.push(...piece.filter(({ row }) => !marks?.has(row)))
      if (found.length >= limit) break
    }
    return found.slice(0, limit)
  }

  const judgeFor = async (stored: StoredRun, account: StoredAccount) =>
    checking.judge(stored, account, await files.of(stored), false)

  return {
    async page(stored: StoredRun, account: StoredAccount, asked: RowsWanted) {
      const found = await wanted(stored, asked)
      const last = found.at(-1)
      return {
        items: show(stored, await judgeFor(stored, account), found).map(({ row }) => row),
        next: found.length === asked.limit && last ? last.row : null,
      }
    },
    async one(stored: StoredRun, account: StoredAccount, number: number): Promise<BulkRow | null> {
      const [shown] = show(stored, await judgeFor(stored, account), table.rowsAt(stored.id, [number]))
      return shown?.row ?? null
    },
    /** Rows by their numbers, in the order given. */
    async at(stored: StoredRun, account: StoredAccount, numbers: readonly number[]): Promise<BulkRow[]> {
      const ordered = [...new Set(numbers)].toSorted((a, b) => a - b)
      const judge = await judgeFor(stored, account)
      const byNumber = new Map<number, BulkRow>()
      for (const some of nearby(ordered)) {
        for (const { row } of show(stored, judge, table.rowsAt(stored.id, some))) byNumber.set(row.row, row)
        await breath()
      }
      return numbers.flatMap((number) => byNumber.get(number) ?? [])
    },
    /** The numbers of all rows asked for, in their order. */
    async numbers(stored: StoredRun, which: Pick<RowsWanted, 'standing' | 'states'>): Promise<number[]> {
      const numbers: number[] = []
      for (let after = -1; ;) {
        const found = await wanted(stored, { ...which, after, limit: 200 })
        const last = found.at(-1)
        if (!last) return numbers
        for (const { row } of found) numbers.push(row)
        after = last.row
        await breath()
      }
    },
    /** All rows, or those of one standing, a page at a time. */
    async *all(stored: StoredRun, account: StoredAccount, standing: RowStanding | null): AsyncGenerator<ShownRow[]> {
      const judge = await judgeFor(stored, account)
      let after = -1
      for (;;) {
        const found = await wanted(stored, { standing, states: [], after, limit: 200 })
        const last = found.at(-1)
        if (!last) return
        yield show(stored, judge, found)
        after = last.row
      }
    },
  }
}
export type RowViews = ReturnType<typeof rowViews>
