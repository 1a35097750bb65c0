/**
 * What Excel did to a cell, so that nothing is taken for what the clerk typed when it is not:
 * - `digits-lost`: a whole number of more digits than Excel keeps; the last ones are gone, and no program can know them.
 * - `error`, `no-result`: a formula that failed, or whose result was not stored.
 * - `padded`: zeros that only the cell's format shows. `rounded`: shown in 15 digits, as Excel does.
 * - `date`, `boolean`, `formula`: shown as text.
 */
export type CellFlag = 'digits-lost' | 'error' | 'no-result' | 'padded' | 'rounded' | 'date' | 'boolean' | 'formula'

/** One row of a table, all of it text. */
export interface TableRow {
  /** As Excel numbers it: from 1, the header and blank rows included. */
  row: number
  /** As many as the file has: a row can be shorter or longer than the header. */
  cells: string[]
  /** By column; absent in CSV, which knows nothing but text. */
  flags?: Record<number, CellFlag>
}

/** Blank rows are in many spreadsheets, at the end and as separators; they are no rows of a table. */
export const isBlank = ({ cells }: Pick<TableRow, 'cells'>): boolean =>
  cells.length === 0 || (cells[0] === '' && cells.every((cell) => cell === ''))
