import { CsvError } from 'csv-parse'
import { bulkLimits } from '#shared/domain/bulk.ts'
import type { SourceFile } from '../../storage/source-file.ts'
import { ownLayout } from '../vocabulary/own-files.ts'
import { cellFlagger } from './csv-flags.ts'
import { maxRowBytes, RowParser, type CsvSettings } from './csv-parser.ts'
import { cellsOfLine, swallowsRows } from './quotes.ts'
import { separatorLineBytes } from './separator-line.ts'
import { isBlank, type TableRow } from '../vocabulary/table-row.ts'
import { asUtf8 } from './text.ts'
import { unreadable, Unreadable } from '../vocabulary/unreadable.ts'

/** SECURITY: after a quote that nobody closed its text is read a second time; a file of nothing else must not take for ever. */
const maxRereadBytes = 64 * 1024 * 1024

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
