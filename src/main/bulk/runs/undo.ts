import type { BulkPlan } from '#shared/domain/bulk.ts'
import { kindOfBulk, type BulkKind } from '#shared/domain/kinds.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { BulkRunRecords, StoredRun } from '../../storage/bulk-run-records.ts'
import type { BulkTableRecords, StoredTableRow } from '../../storage/bulk-table-records.ts'
import type { KnownRecords } from '../../storage/known-records.ts'
import type { Ledger } from '../../storage/ledger.ts'
import { isDoubtReason } from '../../storage/submission-row.ts'
import { describeColumns } from '../reading/header.ts'
import type { Tables } from './tables.ts'
import type { AnyBulkVendor } from '../vocabulary/bulk-vendor.ts'
import { breath } from '../vocabulary/breath.ts'

export interface UndoDeps {
  ledger: Ledger
  runs: BulkRunRecords
  rows: BulkRowRecords
  table: BulkTableRecords
  known: KnownRecords
  tables: Tables
  vendorOf(kind: BulkKind): AnyBulkVendor
}

const page = 200

/** What an item of a run is known as that created something. */
export const createdBy = ({ kind }: Pick<StoredRun, 'kind'>) => `${kindOfBulk(kind)}.create` as const

/**
 * Makes a run that deletes what a run created, as a table like any other: it is checked, confirmed and sent as one. What was
 * deleted since is left out.
 */
export function undoing({ ledger, runs, rows, table, known, tables, vendorOf }: UndoDeps) {
  async function* created(run: StoredRun) {
    const isThere = known.keysSoFar()
    let after = -1
    for (;;) {
      const items = rows.inState(run.id, 'sent', after, page)
      const last = items.at(-1)?.runRow
      if (last === undefined || last === null) return
      yield items.filter(({ kind, noteKey }) => kind === createdBy(run) && noteKey !== null && isThere(noteKey))
      after = last
      await breath()
    }
  }

  return async (run: StoredRun, account: StoredAccount): Promise<StoredRun> => {
    const { undo: how } = vendorOf(run.kind)
    if (!how) throw new TypeError(`What a run of ${run.kind} created cannot be deleted`)
    const { fields } = how
    const plan: BulkPlan = { sources: Object.fromEntries(fields.map((field, column) => [field, { from: 'column', column }])) }
    const undo = tables.newRun(run.kind, account, run.fileName, {
      undoes: run.id,
      plan,
      // What it created may have been deleted after the copy of the ledger that knows of it.
      ...(isDoubtReason(run.pauseReason) && { pauseReason: run.pauseReason }),
    })
    let rowCount = 0
    let others = 0
    let samples: string[][] = []
    for await (const items of created(run)) {
      const piece = items.flatMap((item): StoredTableRow[] => {
        if (item.runRow === null) return []
        if (item.noteKey !== null && known.hasOther(item.noteKey, item.kind, run.id)) others += 1
        return [{ row: item.runRow, cells: how.cells(item.payload) }]
      })
      ledger.transaction(() => table.add(undo.id, piece))
      rowCount += piece.length
      if (samples.length === 0) samples = piece.slice(0, 5).map(({ cells }) => cells)
    }
    const filled = {
      rowCount,
      table: {
        columns: describeColumns(fields, samples),
        header: [...fields],
        sheets: [],
        top: [],
        remarks: others > 0 ? [how.beside(others)] : [],
      },
      planFrom: 'person' as const,
      discarded: false,
    }
    runs.change(undo.id, filled)
    return { ...undo, ...filled }
  }
}
export type Undoing = ReturnType<typeof undoing>
