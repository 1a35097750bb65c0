import * as z from 'zod'
import type { BulkField } from '#shared/domain/bulk.ts'
import { jsonColumn } from './columns.ts'
import type { RecordReader } from './read-records.ts'
import type { RawRow } from './record-keys.ts'

/** A row of a table as it was read: all of it text. */
export interface StoredTableRow {
  row: number
  cells: string[]
  /** What the reader noticed of a cell, by column. */
  flags?: Record<number, string>
  /** What a person typed over it, as it stands now. */
  edits?: Partial<Record<BulkField, string>>
  /** A person left it out. */
  leftOut?: true
  /** It can't be read any more, or what was decided about it can't: it stays where it is and goes nowhere. */
  damaged?: true
}

const isRow = (value: unknown): value is StoredTableRow => {
  if (typeof value !== 'object' || value === null || !('row' in value) || !('cells' in value)) return false
  const { row, cells } = value
  if (!Number.isSafeInteger(row) || !Array.isArray(cells) || !cells.every((cell) => typeof cell === 'string')) return false
  return !('flags' in value) || (typeof value.flags === 'object' && value.flags !== null)
}
const rowsSchema = z.custom<StoredTableRow[]>((value) => Array.isArray(value) && value.every(isRow), 'rows')
const pieceSchema = z.object({ rows: jsonColumn(rowsSchema) })

/** A hundred thousand rows go by here at each pass. Through the schema their pieces outlive it: 60 MB more at the peak. */
function wholePiece(text: unknown): StoredTableRow[] | null {
  if (typeof text !== 'string') return null
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every(isRow) ? value : null
  } catch {
    return null
  }
}

function rowOrNull(text: string): StoredTableRow | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRow(value) ? value : null
  } catch {
    return null
  }
}

/** A quote within a cell is escaped, so that this can only be where a row begins. */
const rowStart = /(?=\{"row":)/

/** The rows of a piece that can't be read as one: each by itself, and those that can't be read by their number alone. */
function rowByRow(first: number, text: string): StoredTableRow[] {
  const rows: StoredTableRow[] = []
  for (const part of text.split(rowStart)) {
    if (part === '[') continue
    const whole = rowOrNull(part.replace(/[,\]]$/, ''))
    const next = (rows.at(-1)?.row ?? first - 1) + 1
    const said = Number(/^\{"row":(\d+),/.exec(part)?.[1] ?? next)
    const number = whole?.row ?? said
    // A number that fell over would put the row among others.
    if (whole && number >= next) rows.push(whole)
    else rows.push({ row: number >= next && number - next < 1000 ? number : next, cells: [], damaged: true })
  }
  return rows
}

/** The rows of a stored piece, damaged ones among them: a row that is missing would be taken for one that never was. */
export function rowsOfPiece(reader: RecordReader, raw: RawRow): StoredTableRow[] {
  const whole = wholePiece(raw['rows'])
  if (whole) return whole
  // The schema says what is wrong with it, and sets it aside.
  reader.row('bulk_pieces', pieceSchema, raw)
  const { first_row: first, rows } = raw
  return rowByRow(typeof first === 'number' ? first : 1, typeof rows === 'string' ? rows : '')
}
