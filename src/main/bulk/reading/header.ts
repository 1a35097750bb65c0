import type { BulkColumn } from '#shared/domain/bulk.ts'
import { isFieldName } from '../planning/names.ts'

/** What stands in cells of data and hardly ever in names of columns. */
const dataLike = /^[\d\s.,:€%/-]*\d[\d\s.,:€%/-]*$|^\S+@\S+\.\S+$/

/**
 * Whether the first row names the columns: it does where a name is one that we know, or where no cell looks like data and
 * all differ.
 */
export function detectHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = []] = rows
  if (first.some(isFieldName)) return true
  const filled = first.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length === 0 || filled.some((cell) => dataLike.test(cell))) return false
  return new Set(filled.map((cell) => cell.toLowerCase())).size === filled.length && rows.length > 1
}

/** A column as Excel letters it: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (index % 26))
}

/** Enough to tell columns apart on a screen. */
const nameLength = 200

/** Names that a template can tell apart: a nameless column gets Excel's letter, the second of a name a number. */
export function columnNames(header: readonly string[], width: number): string[] {
  const taken = new Set<string>()
  return Array.from({ length: width }, (_, index) => {
    const base = (header[index] ?? '').replace(/\s+/g, ' ').trim().slice(0, nameLength) || columnLetters(index)
    let name = base
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${base} (${count})`
    taken.add(name.toLowerCase())
    return name
  })
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
export function describeColumns(names: readonly string[], rows: readonly (readonly string[])[]): BulkColumn[] {
  return names.map((name, index) => ({
    index,
    name,
    samples: rows
      .map((cells) => cells[index] ?? '')
      .filter((cell) => cell.trim() !== '')
      .slice(0, samplesKept)
      .map((cell) => cell.slice(0, sampleLength)),
  }))
}
