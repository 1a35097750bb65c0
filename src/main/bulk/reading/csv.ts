import { CsvError, Parser } from 'csv-parse'
import { bulkLimits, type ReadSettings } from '#shared/domain/bulk.ts'
import type { SourceFile } from '../../storage/source-file.ts'
import { isBlank, type TableRow } from './table-row.ts'
import { asUtf8 } from './text.ts'
import { unreadable, Unreadable } from './unreadable.ts'

export type CsvSettings = Extract<ReadSettings, { format: 'csv' }>

/** SECURITY: a row is bounded, so that one forgotten quote cannot take the whole file for a single cell. */
const maxRowBytes = 1024 * 1024

/** Excel's own first line that names the delimiter; it shows no row for it. */
const separatorLine = /^sep=(.)?(\r\n|\n|\r|$)/i

const separatorLineBytes = (text: Buffer) => separatorLine.exec(text.toString('latin1', 0, 8))?.[0].length ?? 0

/** The delimiter that the file itself names, if it does. */
export const namedDelimiter = (head: string): string | null => separatorLine.exec(head)?.[1] ?? null

/** What both reading and trying out delimiters ask of csv-parse: as Excel reads it, and nothing is trimmed. */
export const csvOptions = (delimiter: string) => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  // They are counted all the same, and so have their numbers.
  skip_empty_lines: true,
  // A quote in the middle of a cell is a quote.
  relax_quotes: true,
  max_record_size: maxRowBytes,
})

/**
 * Reads a CSV in batches, one for each piece of the file, so that the app answers between them and never holds more of the
 * table than a batch.
 */
export async function* readCsv(
  source: Pick<SourceFile, 'bytes' | 'chunks'>,
  { delimiter, encoding }: CsvSettings,
): AsyncGenerator<TableRow[]> {
  if (source.bytes > bulkLimits.csvBytes) throw unreadable('bulk.read.csvTooLarge', { limit: bulkLimits.csvBytes / 1024 / 1024 })
  let batch: TableRow[] = []
  let records = 0
  let rows = 0
  const number = () => records + parser.info.empty_lines
  const parser = new RowParser(delimiter, (cells) => {
    records += 1
    const row = { row: number(), cells }
    const { columns, csvRows } = bulkLimits
    if (cells.length > columns) throw unreadable('bulk.read.tooManyColumns', { row: row.row, limit: columns })
    // The header is one more.
    if (!isBlank(row) && (rows += 1) > csvRows + 1) throw unreadable('bulk.read.csvTooManyRows', { limit: csvRows })
    batch.push(row)
  })
  const feed = feeder(parser, () => number() + 1)
  let first = true
  try {
    for await (const text of asUtf8(source, encoding)) {
      await feed(first ? text.subarray(separatorLineBytes(text)) : text)
      first = false
      if (batch.length > 0) yield batch
      batch = []
    }
    await feed(null)
    if (batch.length > 0) yield batch
  } finally {
    parser.destroy()
  }
}

/** csv-parse, whose rows go straight to their batch: a stream between the two would cost half as much again. */
class RowParser extends Parser {
  readonly #take: (cells: string[]) => void

  constructor(delimiter: string, take: (cells: string[]) => void) {
    super(csvOptions(delimiter))
    this.#take = take
  }

  override push(cells: string[] | null): boolean {
    if (cells === null) return super.push(null)
    // For each row that is longer or shorter than the first, csv-parse builds an error, also where it then lets it pass, and
    // that takes fifteen times as long as the row itself. Before its first row it expects no length.
    const info: { records: number } = this.info
    info.records = 0
    this.#take(cells)
    return true
  }
}

/** Gives the parser one piece and waits until it has made rows of it; null ends it. */
function feeder(parser: Parser, atRow: () => number) {
  // Every error comes to a callback below as well.
  parser.on('error', () => undefined)
  return (text: Buffer | null) =>
    new Promise<void>((resolve, reject) => {
      const done = (error?: Error | null) => {
        if (error) reject(sentenceFor(error, atRow()))
        else resolve()
      }
      if (text === null) parser.end(done)
      else parser.write(text, done)
    })
}

function sentenceFor(error: unknown, row: number): Error {
  if (error instanceof Unreadable) return error
  if (!(error instanceof CsvError)) return unreadable('bulk.read.damaged', undefined, error)
  if (error.code === 'CSV_MAX_RECORD_SIZE') return unreadable('bulk.read.cellTooLarge', { row }, error)
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return unreadable('bulk.read.quoteNotClosed', { row }, error)
  return unreadable('bulk.read.damaged', undefined, error)
}
