import type { MessageId } from '#shared/languages/index.ts'
import type { BulkColumn, ReadSettings, TopRow } from '#shared/domain/bulk.ts'
import type { Message } from '#shared/domain/message.ts'
import type { SourceFile } from '../../storage/source-file.ts'
import { ownLayout } from '../vocabulary/own-files.ts'
import { rowsAbove } from './below.ts'
import { readCsv } from './csv.ts'
import { columnNames, describeColumns, tableWidth } from './header.ts'
import { remarkKeeper } from './remarks.ts'
import { isBlank, type TableRow } from '../vocabulary/table-row.ts'
import { unreadable } from '../vocabulary/unreadable.ts'
import { xlsxRows } from './xlsx/client.ts'

/** A table that is being read: its columns are known, its rows come in batches and only once. */
export interface Table {
  /** The first row as it is written, where it names the columns; it is no row of the table. */
  header: string[] | null
  columns: BulkColumn[]
  /** The first rows as they stand in the file, to choose the header from. */
  top: TopRow[]
  rows(): AsyncGenerator<TableRow[]>
  /** How many cells the longest row has, of those read so far; a result is laid out that wide. */
  width(): number
  /** What is worth knowing about the file as a whole; complete when the last row has been read. */
  remarks(): Message[]
  /** Ends the reading where not all rows are wanted. */
  close(): Promise<void>
}

const describedRows = 50
/** The rows of which one can be chosen as the header, a part of each. */
const shownRows = 12
const shownCells = 12
const shownLength = 60

/**
 * Opens a table with these settings. Blank rows are passed over, and the columns that Balie once added are taken away again.
 * The source stays open until all rows are read or the
 * table is closed; who opened it closes it.
 */
export async function openTable(source: Pick<SourceFile, 'bytes' | 'read' | 'chunks'>, settings: ReadSettings): Promise<Table> {
  const remarks = remarkKeeper()
  const hidden = new Set<number>()
  const batches = filled(
    settings.format === 'csv' ? readCsv(source, settings) : sheetBatches(source, settings.sheet, remarks, hidden),
  )
  const beginning = await firstRows(batches)
  const fail = async (id: MessageId, values?: Record<string, string | number>) => {
    await batches.return(undefined)
    throw unreadable(id, values)
  }
  if (beginning.length === 0) return fail('bulk.read.empty')
  const at = headerAt(beginning, settings)
  const top = at === null ? null : beginning[at]
  if (top === undefined) return fail('bulk.read.headerGone', { row: settings.headerRow ?? 1 })
  if (at) remarks.header(top?.row ?? 1, at)
  const layout = top ? ownLayout(top.cells) : null
  const clean = (batch: TableRow[]) => (layout ? batch.map(layout.clean).filter((row) => !isBlank(row)) : batch)
  let widest = 0
  const noted = (rows: TableRow[]) => {
    remarks.note(rows)
    for (const { cells } of rows) widest = Math.max(widest, cells.length)
    return rows
  }
  const header = top ? (layout?.header ?? top.cells) : null
  const under = clean(at === null ? beginning : beginning.slice(at + 1))
  // Databases draw a line under the names of their columns.
  const seen = header && under[0] && isRuler(under[0]) ? under.slice(1) : under
  if (seen.length === 0) return fail('bulk.read.noRows')
  const described = seen.slice(0, describedRows).map(({ cells }) => cells)
  const unseen: ReadonlySet<number> = layout ? new Set() : hidden
  const names = columnNames(header ?? [], tableWidth(header, described), unseen)
  remarks.hiddenColumns(names.filter((_, index) => unseen.has(index)))
  // A table that Balie wrote has nothing under it.
  const above = header && !layout && settings.totals !== 'keep' ? rowsAbove(names.length) : null
  return {
    header,
    columns: describeColumns(names, described, unseen),
    top: beginning.slice(0, shownRows).map(({ row, cells }) => ({
      row,
      cells: cells.slice(0, shownCells).map((cell) => cell.slice(0, shownLength)),
    })),
    async *rows() {
      const kept = (rows: TableRow[]) => noted(above ? above.pass(rows) : rows)
      yield kept(seen)
      for await (const batch of batches) yield kept(clean(batch))
      remarks.below(above?.below() ?? [])
    },
    width: () => Math.max(widest, header?.length ?? 0, names.length),
    remarks: () => remarks.messages(names, layout !== null),
    async close() {
      await batches.return(undefined)
    },
  }
}

/** The place of the row that names the columns; null where none is to. */
function headerAt(rows: readonly TableRow[], { header, headerRow }: ReadSettings): number | null {
  if (!header) return null
  return headerRow === undefined ? 0 : rows.findIndex(({ row }) => row === headerRow)
}

const isRuler = ({ cells }: TableRow) => cells.every((cell) => /^\s*(?:[-=_─]{2,}\s*)?$/.test(cell))

/** Enough rows to find the header in and to describe the columns by, or all there are: pieces of a file can be of any size. */
async function firstRows(batches: AsyncGenerator<TableRow[]>): Promise<TableRow[]> {
  let rows: TableRow[] = []
  while (rows.length <= describedRows * 2) {
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

async function* sheetBatches(
  source: Pick<SourceFile, 'bytes' | 'read'>,
  sheet: string,
  remarks: { hidden(rows: number): void },
  hiddenColumns: Set<number>,
) {
  for await (const { rows, hidden, columns } of xlsxRows(source, sheet)) {
    remarks.hidden(hidden)
    for (const column of columns) hiddenColumns.add(column)
    yield rows
  }
}
