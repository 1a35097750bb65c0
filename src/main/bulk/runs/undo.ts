import type { Message } from '#shared/domain/message.ts'
import { noteFields, type BulkPlan } from '#shared/domain/bulk.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { BulkRunRecords, StoredRun } from '../../storage/bulk-run-records.ts'
import type { BulkTableRecords, StoredTableRow } from '../../storage/bulk-table-records.ts'
import type { KnownRecords } from '../../storage/known-records.ts'
import type { Ledger } from '../../storage/ledger.ts'
import { isDoubtReason } from '../../storage/submission-row.ts'
import { describeColumns } from '../reading/header.ts'
import type { Tables } from './tables.ts'
import { breath } from '../vocabulary/breath.ts'

export interface UndoDeps {
  ledger: Ledger
  runs: BulkRunRecords
  rows: BulkRowRecords
  table: BulkTableRecords
  known: KnownRecords
  tables: Tables
}

const fields = noteFields.filter((field) => field !== 'text')
const plan: BulkPlan = {
  sources: Object.fromEntries(fields.map((field, column) => [field, { from: 'column', column }])),
}
const page = 200

/**
 * Makes a run that deletes the notes a run created, as a table like any other: it is checked, confirmed and sent as one. A
 * note that was deleted since is left out.
 */
export function undoing({ ledger, runs, rows, table, known, tables }: UndoDeps) {
  async function* created(run: StoredRun) {
    const isThere = known.notesSoFar()
    let after = -1
    for (;;) {
      const items = rows.inState(run.id, 'sent', after, page)
      const last = items.at(-1)?.runRow
      if (last === undefined || last === null) return
      yield items.filter(({ kind, noteKey }) => kind === 'note.create' && noteKey !== null && isThere(noteKey))
      after = last
      await breath()
    }
  }

  return async (run: StoredRun, account: StoredAccount): Promise<StoredRun> => {
    const undo = tables.newRun('notes', account, run.fileName, {
      undoes: run.id,
      plan,
      // Its notes may have been deleted after the copy of the ledger that knows of them.
      ...(isDoubtReason(run.pauseReason) && { pauseReason: run.pauseReason }),
    })
    let rowCount = 0
    let others = 0
    let samples: string[][] = []
    for await (const items of created(run)) {
      const piece = items.flatMap((item): StoredTableRow[] => {
        if (item.payload.kind !== 'note' || item.runRow === null) return []
        const { outletID, saleID, paymentMethodCode, test } = item.payload.target
        if (item.noteKey !== null && known.hasOtherNote(item.noteKey, run.id)) others += 1
        return [{ row: item.runRow, cells: ['delete', outletID, saleID, paymentMethodCode, test ? '1' : '0'] }]
      })
      ledger.transaction(() => table.add(undo.id, piece))
      rowCount += piece.length
      if (samples.length === 0) samples = piece.slice(0, 5).map(({ cells }) => cells)
    }
    const remarks: Message[] = others > 0 ? [{ id: 'bulk.undo.otherNotes', values: { count: others } }] : []
    const filled = {
      rowCount,
      table: {
        columns: describeColumns(fields, samples),
        header: [...fields],
        sheets: [],
        top: [],
        // A delete carries no note ID: where there is another note for the same sale, nobody can tell which one goes.
        remarks,
      },
      planFrom: 'person' as const,
      discarded: false,
    }
    runs.change(undo.id, filled)
    return { ...undo, ...filled }
  }
}
export type Undoing = ReturnType<typeof undoing>
