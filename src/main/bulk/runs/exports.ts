import { open, rm } from 'node:fs/promises'
import { safeFileName } from '../../storage/safe-file-name.ts'
import { basename, dirname, join } from 'node:path'
import type { BulkKind } from '#shared/domain/kinds.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { StoredRun } from '../../storage/bulk-run-records.ts'
import type { BulkEditRecords } from '../../storage/bulk-edit-records.ts'
import { csvBytes, type RowBatches } from '../writing/csv.ts'
import { faultyCells, laidOut, resultCells } from '../writing/outcome-rows.ts'
import type { Language } from '#shared/languages/index.ts'
import { outcomeColumns } from '../vocabulary/own-files.ts'
import { sentencesIn } from '../writing/sentences.ts'
import { templateRows } from '../writing/template-files.ts'
import { xlsxBytes } from '../writing/xlsx.ts'
import type { RowViews } from './row-views.ts'
import { rename } from '../../storage/rename.ts'

export interface ExportsDeps {
  rowViews: RowViews
  edits: Pick<BulkEditRecords, 'has'>
  language(): Language
}

/** A CSV goes back as it came, so that it opens where its source did; Excel's Dutch and English both read semicolons. */
const delimiterOf = (run: StoredRun) => (run.settings.format === 'csv' ? run.settings.delimiter : ';')

/** The files Balie writes: the clerk's own table with what Balie knows of each row beside it. */
export function exports({ rowViews, edits: changes, language }: ExportsDeps) {
  async function* batches(
    run: StoredRun,
    account: StoredAccount,
    of: 'faulty' | 'result',
    format: 'csv' | 'xlsx',
  ): AsyncGenerator<string[][]> {
    const say = sentencesIn(language())
    const width = run.table.columns.length
    const header = run.table.header ?? run.table.columns.map(({ name }) => name)
    const hasChanges = changes.has(run.id)
    yield [laidOut(header, width, outcomeColumns(run.kind, language(), format, of, hasChanges))]
    for await (const shown of rowViews.all(run, account, of === 'faulty' ? 'faulty' : null)) {
      yield shown.map(({ cells, edits, row }) => {
        const added = of === 'faulty' ? faultyCells(row, say, hasChanges) : resultCells(run.kind, row, say, hasChanges)
        return laidOut(cells, width, added, edits ? { edits, plan: run.plan } : null)
      })
    }
  }

  async function* bytesOf(rows: RowBatches, format: 'csv' | 'xlsx', delimiter: string): AsyncGenerator<Uint8Array> {
    if (format === 'csv') yield* csvBytes(rows, delimiter)
    else yield await xlsxBytes(rows, 'Balie')
  }

  return {
    /** The faulty rows, to be mended and opened again. */
    faulty: (run: StoredRun, account: StoredAccount, format: 'csv' | 'xlsx') =>
      bytesOf(batches(run, account, 'faulty', format), format, delimiterOf(run)),
    /** Every row with what became of it. */
    result: (run: StoredRun, account: StoredAccount, format: 'csv' | 'xlsx') =>
      bytesOf(batches(run, account, 'result', format), format, delimiterOf(run)),
    /** A table to fill in. */
    template: (kind: BulkKind, format: 'csv' | 'xlsx') => bytesOf([templateRows(kind, language(), format)], format, ';'),
  }
}
export type Exports = ReturnType<typeof exports>

/** What a file is called where a person does not say otherwise. */
export const fileNameFor = (run: StoredRun, suffix: string, format: 'csv' | 'xlsx'): string =>
  safeFileName(`${run.fileName.replace(/\.[^.]*$/, '') || 'balie'}-${suffix}.${format}`)

/** Writes a file beside its place and then puts it there: a full disk leaves what was there before. */
export async function writeWhole(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  // A name may be as long as the disk takes, and its own place beside it is longer.
  const temporary = join(dirname(path), `${safeFileName(basename(path))}.part`)
  try {
    // SECURITY: names and addresses, for whoever saved it alone until they say otherwise; not into what somebody else put there
    // under that name in a folder of many.
    await rm(temporary, { force: true })
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
