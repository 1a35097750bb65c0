import fc from 'fast-check'
import { inflateRawSync } from 'node:zlib'
import { openTable } from '#main/bulk/reading/table.ts'
import { rowsOf } from '#main/bulk/reading/xlsx/read.ts'
import { csvBytes } from '#main/bulk/writing/csv.ts'
import { ownLayout, outcomeColumns } from '#main/bulk/vocabulary/own-files.ts'
import { laidOut } from '#main/bulk/writing/outcome-rows.ts'
import { xlsxFile } from '#main/bulk/writing/xlsx-file.ts'
import { openSource } from '#main/storage/source-file.ts'
import { table, type RandomTable } from './tables.ts'

const limits = { rows: 1000, columns: 100 }
const messages = ['=vendor', '-', 'Goed', '+31 6', "'"]

/** The table with our columns after it, as an export has it. */
const exported = ({ header, rows }: RandomTable, format: 'csv' | 'xlsx') => [
  [...header, ...outcomeColumns('notes', 'nl', format, 'faulty')],
  ...rows.map((cells, at) => laidOut(cells, header.length, [String(at + 2), messages[at % messages.length] ?? ''])),
]

/** Tables written, read again and compared; `cells` and `formulas` count over all of them. */
export interface RoundTrips {
  tables: number
  cells: number
  /** Cells that came back as something else, or not at all. */
  lost: number
  /** Cells on the disk that a spreadsheet program would take for a formula. */
  liveFormulas: number
}

/** Writes random tables as CSV and reads them back. */
export async function csvRoundTrips(numRuns: number): Promise<RoundTrips> {
  const sum: RoundTrips = { tables: 0, cells: 0, lost: 0, liveFormulas: 0 }
  await fc.assert(
    fc.asyncProperty(table, async (random) => {
      const bytes = await collected(csvBytes([exported(random, 'csv')], random.delimiter))
      const settings = { format: 'csv', encoding: 'utf-8', delimiter: random.delimiter as ';', header: true } as const
      const read = await openTable(await openSource({ name: 'x.csv', bytes }), settings)
      const rows: string[][] = []
      for await (const batch of read.rows()) rows.push(...batch.map(({ cells }) => cells))
      add(sum, random, [read.header ?? [], ...rows], liveInCsv(bytes, random.delimiter))
    }),
    { numRuns },
  )
  return sum
}

/** The same as XLSX, read by the code that the worker runs. */
export async function xlsxRoundTrips(numRuns: number): Promise<RoundTrips> {
  const sum: RoundTrips = { tables: 0, cells: 0, lost: 0, liveFormulas: 0 }
  await fc.assert(
    fc.asyncProperty(table, async (random) => {
      const bytes = await xlsxFile(exported(random, 'xlsx'), 'Balie')
      const rows: string[][] = []
      for await (const piece of rowsOf(bytes, 'Balie', limits)) rows.push(...piece.rows.map(({ cells }) => cells))
      const [header = [], ...rest] = rows
      const layout = ownLayout(header)
      const back = layout ? [layout.header, ...rest.map((cells, row) => layout.clean({ row, cells }).cells)] : rows
      add(sum, random, back, liveInXlsx(bytes))
    }),
    { numRuns },
  )
  return sum
}

function add(sum: RoundTrips, { header, rows }: RandomTable, back: string[][], liveFormulas: number): void {
  const expected = [header, ...rows]
  let lost = Math.max(0, back.length - expected.length)
  expected.forEach((cells, row) =>
    cells.forEach((text, at) => {
      sum.cells += 1
      // In XLSX an empty cell at the end of a row is no cell.
      if ((back[row]?.[at] ?? '') !== text) lost += 1
    }),
  )
  sum.tables += 1
  sum.lost += lost
  sum.liveFormulas += liveFormulas
  if (lost + liveFormulas > 0) throw new Error(`${lost} cells lost, ${liveFormulas} live formulas`)
}

async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

const beginnings = new Set(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])

/**
 * Looks at the bytes and knows nothing of our writer or reader: every cell begins at the start of a line or after a delimiter
 * outside quotes, perhaps with a quote.
 */
function liveInCsv(bytes: Uint8Array, delimiter: string): number {
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '')
  let live = 0
  let quoted = false
  let start = true
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (start) {
      const first = character === '"' ? (text[at + 1] ?? '') : character
      // A line end where a cell could begin ends a row that has none.
      if (beginnings.has(first) && !(character !== '"' && (first === '\r' || first === '\n'))) live += 1
    }
    start = false
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === delimiter || character === '\n')) start = true
  }
  return live
}

/** Cells that hold a formula, or anything but a text. */
function liveInXlsx(bytes: Uint8Array): number {
  const sheet = zipPart(Buffer.from(bytes), 'xl/worksheets/sheet1.xml')
  const cells = sheet.match(/<c [^>]*>/g) ?? []
  return (
    (sheet.match(/<f[ >/]/g) ?? []).length + cells.filter((tag) => !/ t="(s|inlineStr)"/.test(tag) && !tag.endsWith('/>')).length
  )
}

/** A part of the archive, found by its local header. */
export function zipPart(zip: Buffer, name: string): string {
  const directory = zip.lastIndexOf(Buffer.from(name))
  const entry = directory - 46
  const packed = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  return inflateRawSync(zip.subarray(start, start + packed)).toString('utf8')
}
