import type { BulkField } from '#shared/domain/bulk.ts'
import type { BulkStep } from '#shared/domain/bulk-check.ts'
import { AppFailure, gone } from '../../ipc/failure.ts'
import type { BulkEditRecords, CellChange, StoredStep } from '../../storage/bulk-edit-records.ts'
import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { StoredRun } from '../../storage/bulk-run-records.ts'
import type { BulkTableRecords, StoredTableRow } from '../../storage/bulk-table-records.ts'
import { candidateRows, retryOf, takesPart } from '../checking/candidates.ts'
import { compilePlan } from '../planning/plan.ts'
import { breath } from '../vocabulary/breath.ts'
import type { TableRow } from '../vocabulary/table-row.ts'

export interface ChangingDeps {
  table: BulkTableRecords
  rows: Pick<BulkRowRecords, 'statesBetween'>
  edits: BulkEditRecords
}

/** Which rows a value is put into: some by their numbers, or those that have another one. */
export type FillRows = { by: 'number'; rows: readonly number[] } | { by: 'value'; value: string; total: number }

const page = 100
const changedSince = () => new AppFailure({ kind: 'invalid', message: { id: 'bulk.totalChanged' } })

/**
 * What a person changes at the check, in steps: each is there as a whole or not at all, whatever ends the app, and any number of
 * them can be undone and made again. Nothing is written over: the row stays as it was read.
 */
export function changing({ table, rows, edits }: ChangingDeps) {
  /** Reads what a field says in a row as it stands now. */
  function reader(run: StoredRun, field: BulkField): (row: StoredTableRow) => string {
    const plan = compilePlan(run.kind, run.plan, run.table.columns)
    return (row) => row.edits?.[field] ?? (row.damaged ? '' : (plan.apply(row as TableRow).values[field] ?? ''))
  }

  /** Rows of this round by their numbers; a row that is not one of it was sent, and stays as it was sent. */
  async function* numbered(run: StoredRun, numbers: readonly number[]): AsyncGenerator<StoredTableRow[]> {
    const ordered = [...new Set(numbers)].toSorted((a, b) => a - b)
    for (let from = 0; from < ordered.length; from += page) {
      const some = ordered.slice(from, from + page)
      const found = table.rowsAt(run.id, some)
      const states = run.retries === null ? new Map() : rows.statesBetween(run.id, some[0] ?? 0, some.at(-1) ?? 0)
      if (found.length !== some.length || !found.every(({ row }) => takesPart(run, states.get(row)))) throw gone()
      yield found
      await breath()
    }
  }

  async function* having(run: StoredRun, field: BulkField, value: string): AsyncGenerator<StoredTableRow[]> {
    const valueOf = reader(run, field)
    for await (const piece of candidateRows(run, { table, rows })) yield piece.filter((row) => valueOf(row) === value)
  }

  /**
   * Reads and judges every row first, so that what is refused leaves all as it was, undone steps included. Then writes the cells
   * beside what counts so far, and has them count all at once.
   */
  async function make(
    run: StoredRun,
    step: Omit<BulkStep, 'rows'>,
    cells: AsyncIterable<CellChange[]>,
    total?: number,
  ): Promise<void> {
    const pieces: CellChange[][] = []
    for await (const some of cells) if (some.length > 0) pieces.push(some)
    const count = pieces.reduce((sum, { length }) => sum + length, 0)
    if (total !== undefined && count !== total) throw changedSince()
    if (count === 0) return
    while (edits.forgetUndone(run.id)) await breath()
    const next = edits.nextStep(run.id)
    for (const some of pieces) {
      edits.write(run.id, next, some)
      await breath()
    }
    edits.make(run.id, run.round, { ...step, step: next, rows: count })
  }

  async function* cellsOf(
    pieces: AsyncIterable<StoredTableRow[]>,
    change: (row: StoredTableRow) => CellChange | null,
  ): AsyncGenerator<CellChange[]> {
    for await (const piece of pieces) yield piece.flatMap((row) => change(row) ?? [])
  }

  /** SECURITY: a step may name rows that were sent after it was made, and those stay as they were sent. */
  async function mustBeUnsent(run: StoredRun, { step }: StoredStep): Promise<void> {
    if (run.retries === null) return
    for (let after = -1; ;) {
      const some = edits.rowsOf(run.id, step, after)
      const [first, last] = [some[0], some.at(-1)]
      if (first === undefined || last === undefined) return
      const states = rows.statesBetween(run.id, first, last)
      const wasSent = (row: number) => {
        const state = states.get(row)
        return state !== undefined && retryOf[state] === undefined
      }
      if (some.some(wasSent)) throw new AppFailure({ kind: 'invalid', message: { id: 'bulk.change.sent' } })
      after = last
      await breath()
    }
  }

  return {
    /** How many rows of the round have this value. */
    async count(run: StoredRun, field: BulkField, value: string): Promise<number> {
      let count = 0
      for await (const some of having(run, field, value)) count += some.length
      return count
    },
    cell: (run: StoredRun, row: number, field: BulkField, value: string): Promise<void> =>
      make(
        run,
        { kind: 'cell', field },
        cellsOf(numbered(run, [row]), () => ({ row, field, value })),
      ),
    /** One value into many rows; those that have it already are none of them. */
    fill(run: StoredRun, field: BulkField, value: string, which: FillRows): Promise<void> {
      const valueOf = reader(run, field)
      const change = (row: StoredTableRow) => (valueOf(row) === value ? null : { row: row.row, field, value })
      return which.by === 'number'
        ? make(run, { kind: 'fill', field }, cellsOf(numbered(run, which.rows), change))
        : make(run, { kind: 'replace', field }, cellsOf(having(run, field, which.value), change), which.total)
    },
    /** Takes rows out of the run, or back in. */
    skip: (run: StoredRun, numbers: readonly number[], skip: boolean): Promise<void> =>
      make(
        run,
        { kind: skip ? 'skip' : 'take-in', field: null },
        cellsOf(numbered(run, numbers), ({ row, leftOut = false }) =>
          leftOut === skip ? null : { row, field: 'skip', value: skip ? '1' : '0' },
        ),
      ),
    /** Undoes so many steps of this round, the newest first. */
    async undo(run: StoredRun, count: number): Promise<void> {
      for (let done = 0; done < count; done += 1) {
        const last = edits.last(run.id, run.round)
        if (!last) return
        await mustBeUnsent(run, last)
        edits.moveTo(run.id, last.step - 1)
      }
    },
    /** Makes so many undone steps again. */
    async redo(run: StoredRun, count: number): Promise<void> {
      for (let done = 0; done < count; done += 1) {
        const next = edits.undone(run.id, run.round)
        if (!next) return
        await mustBeUnsent(run, next)
        edits.moveTo(run.id, next.step)
      }
    },
  }
}
export type Changing = ReturnType<typeof changing>
