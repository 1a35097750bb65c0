/**
 * What Excel, or the program that wrote a file, did to a cell, so that nothing is taken for what the clerk typed when it is not:
 * - `digits-lost`: a whole number of more digits than Excel keeps; the last ones are gone, and no program can know them.
 * - `error`, `no-result`: a formula that failed, or whose result was not stored. `formula-text`: one in a CSV, never calculated.
 * - `padded`: zeros that only the cell's format shows. `rounded`: shown in fewer digits, as Excel does.
 * - `formatted`: signs that only the format shows. `amount`, `percent`: a number in the format of money or of a share.
 * - `unshown`: a number whose format cannot be told, or shows nothing.
 * - `date`, `boolean`, `formula`: shown as text.
 * - `open-quote`: a quote that was never closed. `stray`: signs that were lost on the way; `garbled`: they may have been.
 */
export type CellFlag =
  | 'digits-lost'
  | 'error'
  | 'no-result'
  | 'formula-text'
  | 'padded'
  | 'rounded'
  | 'formatted'
  | 'amount'
  | 'percent'
  | 'unshown'
  | 'date'
  | 'boolean'
  | 'formula'
  | 'open-quote'
  | 'stray'
  | 'garbled'

/** One row of a table, all of it text. */
export interface TableRow {
  /** As Excel numbers it: from 1, the header and blank rows included. */
  row: number
  /** As many as the file has: a row can be shorter or longer than the header. */
  cells: string[]
  /** By column; absent where nothing is to be said. */
  flags?: Record<number, CellFlag>
}

const firstVisible = 0x21
const lastPlain = 0x7e
const nothing = /^[\s\p{Cc}\u00ad\u200b-\u200f\u2060\ufeff]*$/u

/** Blank rows are in many spreadsheets, at the end and as separators, and some hold blanks; they are no rows of a table. */
export function isBlank({ cells }: Pick<TableRow, 'cells'>): boolean {
  const sign = (cells[0] ?? '').charCodeAt(0)
  if (sign >= firstVisible && sign <= lastPlain) return false
  return cells.every((cell) => cell === '' || nothing.test(cell))
}
