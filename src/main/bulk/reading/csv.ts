import { CsvError, Parser } from 'csv-parse'
import { bulkLimits, type ReadSettings } from '#shared/domain/bulk.ts'
import type { SourceFile } from '../../storage/source-file.ts'
import { ownLayout } from '../vocabulary/own-files.ts'
import { cellFlagger } from './csv-flags.ts'
import { cellsOfLine, swallowsRows } from './quotes.ts'
import { separatorLineBytes } from './separator-line.ts'
import { isBlank, type TableRow } from '../vocabulary/table-row.ts'
import { asUtf8 } from './text.ts'
import { unreadable, Unreadable } from '../vocabulary/unreadable.ts'

export type CsvSettings = Extract<ReadSettings, { format: 'csv' }>

/** SECURITY: a row is bounded, so that one forgotten quote cannot take the whole file for a single cell. */
const maxRowBytes = 1024 * 1024

/** SECURITY: after a quote that nobody closed its text is read a second time; a file of nothing else must not take for ever. */
const maxRereadBytes = 64 * 1024 * 1024

/** What both reading and trying out delimiters ask of csv-parse: as Excel reads it, and nothing is trimmed. */
export const csvOptions = (delimiter: string, escape?: '\\') => ({
  delimiter,
  escape: escape ?? '"',
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
export async function* readCsv(source: Pick<SourceFile, 'bytes' | 'chunks'>, settings: CsvSettings): AsyncGenerator<TableRow[]> {
  if (source.bytes > bulkLimits.csvBytes) throw unreadable('bulk.read.csvTooLarge', { limit: bulkLimits.csvBytes / 1024 / 1024 })
  let batch: TableRow[] = []
  let rows = 0
  const flag = cellFlagger(settings.encoding)
  const reader = new CsvReader(settings, (row) => {
    const { columns, csvRows } = bulkLimits
    if (row.cells.length > columns) throw unreadable('bulk.read.tooManyColumns', { row: row.row, limit: columns })
    // The header is one more.
    if (!isBlank(row) && (rows += 1) > csvRows + 1) throw unreadable('bulk.read.csvTooManyRows', { limit: csvRows })
    flag.cells(row)
    batch.push(row)
  })
  let first = true
  try {
    for await (const text of asUtf8(source, settings.encoding)) {
      flag.piece(text)
      await reader.feed(first ? text.subarray(separatorLineBytes(text)) : text)
      first = false
      if (batch.length > 0) yield batch
      batch = []
    }
    await reader.end()
    if (batch.length > 0) yield batch
  } finally {
    reader.close()
  }
}

/** csv-parse, begun anew behind a line whose quote is never closed, so that the lines after it stay rows. */
class CsvReader {
  readonly #settings: CsvSettings
  readonly #take: (row: TableRow) => void
  #parser: RowParser
  /** What was fed and is no row yet, and where it begins by the parser's count. */
  #open: Buffer[] = []
  #openFrom = 0
  /** Rows and blank lines before the parser began. */
  #before = 0
  #width = 0
  #hasQuotes = false
  #isOwn = false
  #isSwallowed = false
  #reread = 0

  constructor(settings: CsvSettings, take: (row: TableRow) => void) {
    this.#settings = settings
    this.#take = take
    this.#parser = this.#begin()
  }

  async feed(text: Buffer): Promise<void> {
    this.#hasQuotes ||= text.includes('"')
    this.#open.push(text)
    await this.#push(text)
  }

  async end(): Promise<void> {
    await this.#push(null)
  }

  close(): void {
    this.#parser.destroy()
  }

  #begin(): RowParser {
    this.#isSwallowed = false
    this.#openFrom = 0
    const parser = new RowParser(this.#settings, (cells) => {
      const { delimiter } = this.#settings
      // What Balie wrote itself has its quotes in order, whatever stands between them.
      if (this.#width === 0) this.#isOwn = ownLayout(cells) !== null
      if (
        this.#hasQuotes &&
        !this.#isOwn &&
        cells.some((cell) => swallowsRows(cell, delimiter, this.#width, cells.length > this.#width))
      )
        this.#isSwallowed = true
      else {
        this.#take({ row: this.#before + parser.rows, cells })
        this.#width = cells.length
        parser.settle()
      }
      return !this.#isSwallowed
    })
    return parser
  }

  async #push(text: Buffer | null): Promise<void> {
    let next = text
    for (;;) {
      const failure = await this.#parser.swallow(next)
      if (this.#isSwallowed || (failure && isUnclosed(failure))) {
        next = this.#passLine(failure)
        continue
      }
      if (failure) throw failure instanceof Unreadable ? failure : unreadable('bulk.read.damaged', undefined, failure)
      this.#settle()
      if (next === null || text !== null) return
      next = null
    }
  }

  /** Drops what became rows. */
  #settle(): void {
    let done = this.#parser.settled - this.#openFrom
    this.#openFrom = this.#parser.settled
    while (done > 0) {
      const [piece] = this.#open
      if (!piece) return
      if (piece.length > done) this.#open[0] = piece.subarray(done)
      else this.#open.shift()
      done -= Math.min(done, piece.length)
    }
  }

  /** Takes the line with the quote as it stands, and gives what is to be read anew behind it. */
  #passLine(failure: Error | null): Buffer {
    this.#before += this.#parser.settledRows
    this.#settle()
    const [piece, ...more] = this.#open
    const text = piece && more.length === 0 ? piece : Buffer.concat(this.#open)
    const begin = this.#pastBlankLines(text)
    const end = lineEnd(text, begin)
    const row = this.#before + 1
    if (end - begin > maxRowBytes) throw unreadable('bulk.read.cellTooLarge', { row }, failure)
    this.#reread += Math.min(text.length, this.#parser.seen - this.#parser.settled)
    if (this.#reread > maxRereadBytes) throw unreadable('bulk.read.quoteNotClosed', { row }, failure)
    const { cells, open } = cellsOfLine(text.toString('utf8', begin, end), this.#settings.delimiter)
    this.#take({ row, cells, flags: { [open ?? 0]: 'open-quote' } })
    this.#before = row
    this.#parser.destroy()
    this.#parser = this.#begin()
    const rest = text.subarray(end + breakLength(text, end))
    this.#open = [rest]
    return rest
  }

  #pastBlankLines(text: Buffer): number {
    let at = 0
    for (let length; (length = breakLength(text, at)) > 0; at += length) this.#before += 1
    return at
  }
}

const carriageReturn = 13
const lineFeed = 10

function breakLength(text: Buffer, at: number): number {
  if (text[at] === carriageReturn) return text[at + 1] === lineFeed ? 2 : 1
  return text[at] === lineFeed ? 1 : 0
}

function lineEnd(text: Buffer, from: number): number {
  let at = from
  while (at < text.length && text[at] !== carriageReturn && text[at] !== lineFeed) at += 1
  return at
}

/** A quote without end takes everything behind it, until the file or the bound ends. */
const isUnclosed = (error: Error) =>
  error instanceof CsvError && (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')

/** Ends a parser in the middle of a piece: all that it would still make of it is read anew. */
class Halted extends Error {}

/** csv-parse, whose rows go straight to their batch: a stream between the two would cost half as much again. */
class RowParser extends Parser {
  readonly #onRow: (cells: string[]) => boolean
  #records = 0
  #recordEnd = 0
  /** Bytes and rows that were handed on. */
  settled = 0
  settledRows = 0

  constructor({ delimiter, escape }: CsvSettings, onRow: (cells: string[]) => boolean) {
    super(csvOptions(delimiter, escape))
    this.#onRow = onRow
    // Every error comes to a callback below as well.
    this.on('error', () => undefined)
  }

  /** The number of the last row, blank lines before it included. */
  get rows(): number {
    return this.#records + this.info.empty_lines
  }

  /** Bytes that were looked at. */
  get seen(): number {
    return this.info.bytes
  }

  settle(): void {
    this.settled = this.#recordEnd
    this.settledRows = this.rows
  }

  override push(cells: string[] | null): boolean {
    if (cells === null) return super.push(null)
    // For each row that is longer or shorter than the first, csv-parse builds an error, also where it then lets it pass, and
    // that takes fifteen times as long as the row itself. Before its first row it expects no length.
    const info: { records: number; bytes: number } = this.info
    info.records = 0
    this.#records += 1
    this.#recordEnd = info.bytes
    if (!this.#onRow(cells)) throw new Halted()
    return true
  }

  /** Takes one piece and waits until rows are made of it; null ends it. Gives what went wrong. */
  swallow(text: Buffer | null): Promise<Error | null> {
    return new Promise((resolve) => {
      const done = (error?: Error | null) => resolve(error ?? null)
      try {
        if (text === null) this.end(done)
        else this.write(text, done)
      } catch (error) {
        if (!(error instanceof Halted)) throw error
        done()
      }
    })
  }
}
