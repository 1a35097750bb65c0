import type { BulkColumn, ReadSettings, TopRow } from '#shared/domain/bulk.ts'
import { comparable, isFieldName, type HeaderNames } from '../vocabulary/column-names.ts'
import { columnLetters } from '../vocabulary/column-letters.ts'

/** What stands in cells of data and hardly ever in names of columns. */
const dataLike = /^[\d\s.,:€%/-]*\d[\d\s.,:€%/-]*$|^\S+@\S+\.\S+$/

/** Where the header of a table is looked for; above it stand titles, a period, a customer's address. */
const searchedRows = 30

/** How many names that columns have stand in the row of these that has most. */
export const knownNames = (rows: readonly (readonly string[])[], known: HeaderNames): number =>
  Math.max(0, ...rows.slice(0, searchedRows).map((cells) => namesIn(cells, known)))

/** One known name may be a word of a title; two beside each other are a header. */
export const namesOfHeader = 2

/** Which row names the columns, by its place among these that are not blank; null where none does. */
export function findHeader(rows: readonly (readonly string[])[], known: HeaderNames): number | null {
  const searched = rows.slice(0, searchedRows)
  const names = searched.map((cells) => namesIn(cells, known))
  const most = Math.max(0, ...names)
  // Where several rows are headers by their names, it is the first that has most of them.
  if (most >= namesOfHeader) return belowGroups(searched, names, names.indexOf(most))
  if ((names[0] ?? 0) > 0) return 0
  const first = titlesAbove(searched)
  return namesColumns(searched[first] ?? [], rows.length > first + 1) ? first : null
}

/** Groups of columns can have titles that are names themselves ("Klant" above a name and an address); below them stand more names. */
function belowGroups(rows: readonly (readonly string[])[], names: readonly number[], at: number): number {
  const [row = [], next = []] = rows.slice(at)
  return names[at + 1] === names[at] && filledCells(next) > filledCells(row) ? at + 1 : at
}

/** The number of the header's row is only worth a word where others stand above it. */
export function headerSettings(rows: readonly TopRow[], known: HeaderNames): Pick<ReadSettings, 'header' | 'headerRow'> {
  const at = findHeader(
    rows.map(({ cells }) => cells),
    known,
  )
  const found = at === null ? undefined : rows[at]
  return { header: found !== undefined, ...(found && at ? { headerRow: found.row } : {}) }
}

const namesIn = (cells: readonly string[], known: HeaderNames) =>
  cells.some((cell) => dataLike.test(cell.trim()))
    ? 0
    : new Set(cells.filter((cell) => isFieldName(cell, known)).map(comparable)).size

/** No cell looks like data, and all differ. */
function namesColumns(cells: readonly string[], hasMore: boolean): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length === 0 || filled.some((cell) => dataLike.test(cell))) return false
  return new Set(filled.map((cell) => cell.toLowerCase())).size === filled.length && hasMore
}

export const filledCells = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length

/** How many rows at the top are titles: they fill hardly a cell of a table that is wider. */
function titlesAbove(rows: readonly (readonly string[])[]): number {
  const widths = rows.map(filledCells)
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0
  const first = widths.findIndex((width) => width > Math.max(1, usual / 2))
  return first === -1 ? 0 : first
}

/** Enough to tell columns apart on a screen. */
const nameLength = 200

/**
 * Names that a template can tell apart: a nameless column gets Excel's letter, the second of a name a number. A column that
 * nobody sees in Excel comes after those that show.
 */
export function columnNames(header: readonly string[], width: number, hidden: ReadonlySet<number> = new Set()): string[] {
  const taken = new Set<string>()
  const names = Array<string>(width)
  const indexes = Array.from({ length: width }, (_, index) => index)
  for (const index of indexes.toSorted((a, b) => Number(hidden.has(a)) - Number(hidden.has(b)))) {
    const base = (header[index] ?? '').replace(/\s+/g, ' ').trim().slice(0, nameLength) || columnLetters(index)
    let name = base
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${base} (${count})`
    taken.add(name.toLowerCase())
    names[index] = name
  }
  return names
}

/**
 * How many columns a table has. Those with a name, and those after them that most rows fill: a single row that is longer has
 * a cell that fell apart, and must not make a column of it.
 */
export function tableWidth(header: readonly string[] | null, rows: readonly (readonly string[])[]): number {
  if (!header) return Math.max(0, ...rows.map(({ length }) => length))
  let width = header.findLastIndex((name) => name.trim() !== '') + 1
  while (rows.filter((cells) => (cells[width] ?? '') !== '').length > rows.length / 2) width += 1
  return width
}

const samplesKept = 5
const sampleLength = 200

/** The columns with what stands in them, from the first rows. */
export function describeColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  hidden: ReadonlySet<number> = new Set(),
): BulkColumn[] {
  return names.map((name, index) => ({
    ...(hidden.has(index) ? { hidden: true as const } : {}),
    index,
    name,
    samples: rows
      .map((cells) => cells[index] ?? '')
      .filter((cell) => cell.trim() !== '')
      .slice(0, samplesKept)
      .map((cell) => cell.slice(0, sampleLength)),
  }))
}
