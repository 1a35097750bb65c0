import { isBlank, type TableRow } from '../../vocabulary/table-row.ts'
import { unreadable } from '../../vocabulary/unreadable.ts'
import { shownCell, type CellContext, type StoredCell } from './cell.ts'
import { readXml } from './xml.ts'

/** SECURITY: of one row, and of a sheet: a file can refer to one long text from every cell. */
const maxRowCharacters = 1024 * 1024
const maxCharacters = 64 * 1024 * 1024
const lastRow = 1_048_576

/** Given by who starts the worker, so that the worker need not load the contract's schemas. */
export interface SheetLimits {
  rows: number
  columns: number
}

/** Rows of a sheet, how many of them Excel hides, and which of the columns. */
export interface SheetPiece {
  rows: TableRow[]
  hidden: number
  columns: readonly number[]
}

/** Reads a sheet as it is unpacked. Only what stands in cells is looked at: a claimed size of a million rows costs nothing. */
export async function* readSheet(
  pieces: AsyncIterable<Uint8Array>,
  context: CellContext,
  limits: SheetLimits,
): AsyncGenerator<SheetPiece> {
  const columns: number[] = []
  let piece: SheetPiece = { rows: [], hidden: 0, columns }
  let filled = 0
  let characters = 0
  const hideColumns = (from: number, to: number) => {
    for (let column = from; column <= to && column <= limits.columns; column += 1) columns.push(column - 1)
  }
  const sheet = sheetHandlers(context, limits.columns, hideColumns, (row, hidden) => {
    if (isBlank(row)) return
    filled += 1
    // The header is one more.
    if (filled > limits.rows + 1) throw unreadable('bulk.read.xlsxTooManyRows', { limit: limits.rows })
    characters += row.cells.reduce((sum, cell) => sum + cell.length, 0)
    if (characters > maxCharacters) throw unreadable('bulk.read.unpacksTooLarge', { limit: maxCharacters / 1024 / 1024 })
    piece.rows.push(row)
    if (hidden) piece.hidden += 1
  })
  for await (const _ of readXml(pieces, sheet)) {
    if (piece.rows.length === 0) continue
    yield piece
    piece = { rows: [], hidden: 0, columns }
  }
  if (piece.rows.length > 0) yield piece
}

function sheetHandlers(
  context: CellContext,
  columns: number,
  onHiddenColumns: (from: number, to: number) => void,
  onRow: (row: TableRow, hidden: boolean) => void,
) {
  let row: TableRow = { row: 0, cells: [] }
  let hidden = false
  let rowCharacters = 0
  let column = -1
  let cell: StoredCell | null = null
  let reading: 'value' | 'inline' | null = null
  let inAid = false

  const startRow = (number: string | undefined) => {
    const next = number === undefined ? row.row + 1 : Number(number)
    if (!Number.isInteger(next) || next <= row.row || next > lastRow) throw unreadable('bulk.read.damaged')
    row = { row: next, cells: [] }
    rowCharacters = 0
    column = -1
  }
  const isFilled = (at: number) => (row.cells[at] ?? '') !== '' || row.flags?.[at] !== undefined
  const endCell = (stored: StoredCell) => {
    const { text, flag } = shownCell(stored, context)
    if (text === '' && !flag) return
    if (column >= columns) throw unreadable('bulk.read.tooManyColumns', { row: row.row, limit: columns })
    rowCharacters += text.length
    if (rowCharacters > maxRowCharacters) throw unreadable('bulk.read.cellTooLarge', { row: row.row })
    while (row.cells.length < column) row.cells.push('')
    row.cells[column] = text
    if (flag) (row.flags ??= {})[column] = flag
  }
  return {
    open(name: string, attribute: (name: string) => string | undefined) {
      if (name === 'row') {
        startRow(attribute('r'))
        hidden = isTrue(attribute('hidden')) || Number(attribute('ht') ?? 1) === 0
      } else if (name === 'col') {
        if (isTrue(attribute('hidden')) || Number(attribute('width') ?? 1) === 0) {
          onHiddenColumns(Math.max(1, Number(attribute('min') ?? 0)), Number(attribute('max') ?? 0))
        }
      } else if (name === 'c') {
        const at = columnOf(attribute('r')) ?? column + 1
        // Some programs write a row's cells in no order; of two that stand in one place nobody knows which is meant.
        if (isFilled(at)) throw unreadable('bulk.read.damaged')
        column = at
        cell = { type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: null, inline: null, formula: false }
      } else if (cell) {
        if (name === 'v') [reading, cell.value] = ['value', cell.value ?? '']
        else if (name === 'f') cell.formula = true
        else if (name === 'rPh') inAid = true
        else if (name === 't' && !inAid) [reading, cell.inline] = ['inline', cell.inline ?? '']
      }
    },
    text(text: string) {
      if (!cell || !reading) return
      cell[reading] += text
      if ((cell[reading] ?? '').length > maxRowCharacters) throw unreadable('bulk.read.cellTooLarge', { row: row.row })
    },
    close(name: string) {
      if (name === 'row') onRow(row, hidden)
      else if (name === 'c' && cell) {
        endCell(cell)
        cell = null
      } else if (name === 'v' || name === 't') reading = null
      else if (name === 'rPh') inAid = false
    },
  }
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true'

/** `AB12` or `$AB$12` → 27; null where a cell does not say where it is, and so follows the one before. */
function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null
  const letters = /^\$?([A-Z]{1,3})\$?\d{1,7}$/.exec(reference.toUpperCase())?.[1]
  if (letters === undefined) throw unreadable('bulk.read.damaged')
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
