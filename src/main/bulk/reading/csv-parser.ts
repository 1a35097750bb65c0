import { Parser } from 'csv-parse'
import type { ReadSettings } from '#shared/domain/bulk.ts'

export type CsvSettings = Extract<ReadSettings, { format: 'csv' }>

/** SECURITY: a row is bounded, so that one forgotten quote cannot take the whole file for a single cell. */
export const maxRowBytes = 1024 * 1024

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

/** Ends a parser in the middle of a piece: all that it would still make of it is read anew. */
class Halted extends Error {}

/** csv-parse, whose rows go straight to their batch: a stream between the two would cost half as much again. */
export class RowParser extends Parser {
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
