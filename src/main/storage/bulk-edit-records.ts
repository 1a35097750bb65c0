import * as z from 'zod'
import { bulkFieldSchema, type BulkField } from '#shared/domain/bulk.ts'
import { bulkStepSchema, type BulkStep } from '#shared/domain/bulk-check.ts'
import type { Ledger } from './ledger.ts'
import type { RawRow } from './record-keys.ts'

/** A cell as a step leaves it, or that the row is left out. */
export interface CellChange {
  row: number
  field: BulkField | 'skip'
  value: string
}

/** What a person decided about a row, as it stands now. */
export interface RowEdits {
  values: Partial<Record<BulkField, string>>
  leftOut: boolean
  /** Something of it can't be read: that it was "leave this one out" is possible. */
  damaged: boolean
}

/** A step that can be undone or made again, with its place among them. */
export type StoredStep = BulkStep & { step: number }

const editSchema = z.union([
  z.object({ row: z.number(), field: bulkFieldSchema, value: z.string() }),
  z.object({ row: z.number(), field: z.literal('skip'), value: z.enum(['0', '1']) }),
])
const unreadable = (raw: RawRow) => ({ row: Number(raw['row']), field: null })
const stepSchema = z.object({ step: z.number(), ...bulkStepSchema.shape })
const rowSchema = z.object({ row: z.number() })

/** Cells and steps that are removed at once. */
const slice = 500

/** What a person changed in the tables of runs, in steps of which as many count as `edit_step` says. */
export function bulkEditRecords({ db, reader, transaction, unflushed }: Ledger) {
  const counts = '(SELECT edit_step FROM bulk_runs WHERE id = :runId)'
  const between = db.prepare(`
    SELECT run_id, row, field, step, value FROM bulk_edits
    WHERE run_id = :runId AND row BETWEEN :first AND :last AND step <= ${counts} ORDER BY row, field, step`)
  const any = db.prepare(`SELECT 1 FROM bulk_edits WHERE run_id = :runId AND step <= ${counts} AND field <> 'skip' LIMIT 1`)
  const insert = db.prepare(`
    INSERT INTO bulk_edits (run_id, row, field, step, value) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (run_id, row, field, step) DO UPDATE SET value = excluded.value`)
  const current = db.prepare('SELECT edit_step AS step FROM bulk_runs WHERE id = ?')
  const moveTo = db.prepare('UPDATE bulk_runs SET edit_step = ? WHERE id = ?')
  const addStep = db.prepare('INSERT INTO bulk_steps (run_id, step, round, kind, field, rows) VALUES (?, ?, ?, ?, ?, ?)')
  const forgetSteps = db.prepare(`DELETE FROM bulk_steps WHERE run_id = :runId AND step > ${counts}`)
  const forgetCells = db.prepare(`
    DELETE FROM bulk_edits WHERE run_id = :runId AND (row, field, step) IN
      (SELECT row, field, step FROM bulk_edits INDEXED BY bulk_edits_step WHERE run_id = :runId AND step > ${counts} LIMIT ${slice})`)
  const stepAt = db.prepare('SELECT step, kind, field, rows FROM bulk_steps WHERE run_id = ? AND step = ? AND round = ?')
  const rowsOf = db.prepare(
    'SELECT DISTINCT row FROM bulk_edits WHERE run_id = ? AND step = ? AND row > ? ORDER BY row LIMIT 500',
  )
  const eraseCells = db.prepare(`
    DELETE FROM bulk_edits WHERE run_id = :runId AND (row, field, step) IN
      (SELECT row, field, step FROM bulk_edits WHERE run_id = :runId LIMIT ${slice})`)
  const eraseSteps = db.prepare('DELETE FROM bulk_steps WHERE run_id = ?')

  const stepOf = (runId: number): number => reader.made(z.object({ step: z.number() }), current, runId)[0]?.step ?? 0
  const step = (runId: number, number: number, round: number): StoredStep | null =>
    reader.made(stepSchema, stepAt, runId, number, round)[0] ?? null

  return {
    /** What stands changed in these rows. */
    between(runId: number, first: number, last: number): Map<number, RowEdits> {
      const byRow = new Map<number, RowEdits>()
      // In the order of the steps: the newest of a cell stays.
      for (const edit of reader.allWith('bulk_edits', editSchema, unreadable, between, { runId, first, last })) {
        const edits = byRow.get(edit.row) ?? { values: {}, leftOut: false, damaged: false }
        if (edit.field === null) edits.damaged = true
        else if (edit.field === 'skip') edits.leftOut = edit.value === '1'
        else edits.values[edit.field] = edit.value
        byRow.set(edit.row, edits)
      }
      return byRow
    },
    /** Whether a cell is another one than in the file. */
    has: (runId: number): boolean => any.get({ runId }) !== undefined,
    /** Makes room for a step: what was undone can't be made again after it. Some at a time, false when nothing is left. */
    forgetUndone(runId: number): boolean {
      return unflushed(() => {
        // First, so that no half of a step is ever made again.
        forgetSteps.run({ runId })
        return forgetCells.run({ runId }).changes > 0
      })
    },
    /** The number of the step that is to be made; its cells do not count before it is. */
    nextStep: (runId: number): number => stepOf(runId) + 1,
    write(runId: number, next: number, cells: readonly CellChange[]): void {
      unflushed(() => {
        for (const { row, field, value } of cells) insert.run(runId, row, field, next, value)
      })
    },
    /** The step is made, with all of its cells; on disk when it returns. */
    make(runId: number, round: number, { step: made, kind, field, rows }: StoredStep): void {
      transaction(() => {
        addStep.run(runId, made, round, kind, field, rows)
        moveTo.run(made, runId)
      })
    },
    /** The step that would be undone: one of this round. */
    last: (runId: number, round: number): StoredStep | null => step(runId, stepOf(runId), round),
    /** The step that would be made again. */
    undone: (runId: number, round: number): StoredStep | null => step(runId, stepOf(runId) + 1, round),
    /** So many steps count from now on. */
    moveTo(runId: number, steps: number): void {
      transaction(() => moveTo.run(steps, runId))
    },
    /** The rows that a step changed, some at a time. */
    rowsOf: (runId: number, number: number, after: number): number[] =>
      reader.made(rowSchema, rowsOf, runId, number, after).map(({ row }) => row),
    /** Some of what a person changed; false when nothing is left. */
    eraseSome: (runId: number): boolean => eraseCells.run({ runId }).changes > 0,
    /** After the last cell: nothing is left to be undone. */
    eraseSteps(runId: number): void {
      eraseSteps.run(runId)
      moveTo.run(0, runId)
    },
  }
}
export type BulkEditRecords = ReturnType<typeof bulkEditRecords>
