import type { BulkColumn, ReadSettings } from '#shared/domain/bulk.ts'
import type { Message } from '#shared/domain/message.ts'
import type { SourceFile } from '../../storage/source-file.ts'
import { ownLayout } from '../writing/own-files.ts'
import { readCsv } from './csv.ts'
import { columnNames, describeColumns, tableWidth } from './header.ts'
import { remarkKeeper } from './remarks.ts'
import { isBlank, type TableRow } from './table-row.ts'
import { unreadable } from './unreadable.ts'
import { xlsxRows } from './xlsx/client.ts'

/** A table that is being read: its columns are known, its rows come in batches and only once. */
export interface Table {
  /** The first row as it is written, where it names the columns; it is no row of the table. */
  header: string[] | null
  columns: BulkColumn[]
  rows(): AsyncGenerator<TableRow[]>
  /** How many cells the longest row has, of those read so far; a result is laid out that wide. */
  width(): number
  /** What is worth knowing about the file as a whole; complete when the last row has been read. */
  remarks(): Message[]
  /** Ends the reading where not all rows are wanted. */
  close(): Promise<void>
}

const describedRows = 50

/**
 * Opens a table with these settings. Blank rows are passed over, and the columns that Balie once added are taken away again.
 * The source stays open until all rows are read or the
 * table is closed; who opened it closes it.
 */
export async function openTable(source: Pick<SourceFile, 'bytes' | 'read' | 'chunks'>, settings: ReadSettings): Promise<Table> {
  const remarks = remarkKeeper()
  const batches = filled(settings.format === 'csv' ? readCsv(source, settings) : sheetBatches(source, settings.sheet, remarks))
  const beginning = await firstRows(batches)
  const [top] = beginning
  if (!top) throw unreadable('bulk.read.empty')
  const layout = settings.header ? ownLayout(top.cells) : null
  const clean = (batch: TableRow[]) => (layout ? batch.map(layout.clean).filter((row) => !isBlank(row)) : batch)
  let widest = 0
  const noted = (rows: TableRow[]) => {
    if (settings.format === 'xlsx') remarks.note(rows)
    for (const { cells } of rows) widest = Math.max(widest, cells.length)
    return rows
  }
  const header = settings.header ? (layout?.header ?? top.cells) : null
  const seen = clean(settings.header ? beginning.slice(1) : beginning)
  if (seen.length === 0) {
    await batches.return(undefined)
    throw unreadable('bulk.read.noRows')
  }
  const described = seen.slice(0, describedRows).map(({ cells }) => cells)
  const names = columnNames(header ?? [], tableWidth(header, described))
  return {
    header,
    columns: describeColumns(names, described),
    async *rows() {
      yield noted(seen)
      for await (const batch of batches) yield noted(clean(batch))
    },
    width: () => Math.max(widest, header?.length ?? 0, names.length),
    remarks: () => remarks.messages(names, layout !== null),
    async close() {
      await batches.return(undefined)
    },
  }
}

/** Enough rows to describe the columns by, or all there are: pieces of a file can be of any size. */
async function firstRows(batches: AsyncGenerator<TableRow[]>): Promise<TableRow[]> {
  let rows: TableRow[] = []
  while (rows.length <= describedRows) {
    const next = await batches.next()
    if (next.done) break
    rows = rows.concat(next.value)
  }
  return rows
}

/** Batches without blank rows; never an empty one. */
async function* filled(batches: AsyncGenerator<TableRow[]>): AsyncGenerator<TableRow[], undefined> {
  for await (const batch of batches) {
    const rows = batch.some(isBlank) ? batch.filter((row) => !isBlank(row)) : batch
    if (rows.length > 0) yield rows
  }
}

async function* sheetBatches(source: Pick<SourceFile, 'bytes' | 'read'>, sheet: string, remarks: { hidden(rows: number): void }) {
  for await (const { rows, hidden } of xlsxRows(source, sheet)) {
    remarks.hidden(hidden)
    yield rows
  }
}
