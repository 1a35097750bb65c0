import { CsvError, parse, type Parser } from 'csv-parse'
import { bulkLimits, type ReadSettings } from '#shared/domain/bulk.ts'
import type { SourceFile } from '../../storage/source-file.ts'
import { isBlank, type TableRow } from './table-row.ts'
import { decoded } from './text.ts'
import { unreadable, Unreadable } from './unreadable.ts'

export type CsvSettings = Extract<ReadSettings, { format: 'csv' }>

/** SECURITY: a row is bounded, so that one forgotten quote cannot take the whole file for a single cell. */
const maxRowBytes = 1024 * 1024

/** SECURITY: Excel ends here too. Blank lines count: fifty million of them are a file of 50 MB. */
const maxLines = 1_048_576

/** Excel's own first line that names the delimiter; it shows no row for it. */
const separatorLine = /^sep=(.)?(\r\n|\n|\r|$)/i

/** The delimiter that the file itself names, if it does. */
export const namedDelimiter = (head: string): string | null => separatorLine.exec(head)?.[1] ?? null

/** What both reading and trying out delimiters ask of csv-parse: as Excel reads it, and nothing is trimmed or skipped. */
export const csvOptions = (delimiter: string) => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
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
  let line = 0
  let filled = 0
  const parser = parse({
    ...csvOptions(delimiter),
    on_record(cells: string[]) {
      line += 1
      const row = { row: line, cells }
      if (cells.length > bulkLimits.columns)
        throw unreadable('bulk.read.tooManyColumns', { row: line, limit: bulkLimits.columns })
      // The header is one more.
      if (!isBlank(row) && (filled += 1) > bulkLimits.csvRows + 1) throw tooManyRows()
      if (line > maxLines) throw tooManyRows()
      batch.push(row)
      // Not pushed into the stream: the batch has it.
      return null
    },
  })
  const feed = feeder(parser, () => line + 1)
  let first = true
  try {
    for await (const text of decoded(source, encoding)) {
      await feed(first ? text.replace(separatorLine, '') : text)
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

const tooManyRows = () => unreadable('bulk.read.csvTooManyRows', { limit: bulkLimits.csvRows })

/** Gives the parser one piece and waits until it has made rows of it; null ends it. */
function feeder(parser: Parser, atRow: () => number) {
  // Every error comes to a callback below as well.
  parser.on('error', () => undefined)
  return (text: string | null) =>
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
