import { stringify } from 'csv-stringify/sync'
import { neutralised } from '../vocabulary/formula-cells.ts'

/** Rows in batches, header first, as they come from a table or the ledger. */
export type RowBatches = Iterable<readonly (readonly string[])[]> | AsyncIterable<readonly (readonly string[])[]>

/**
 * A table as CSV that Excel opens as it is: UTF-8 with its mark, Windows line ends, every cell quoted, no cell a formula. Comes
 * in pieces, so that a large result never stands in memory whole.
 */
export async function* csvBytes(batches: RowBatches, delimiter: string): AsyncGenerator<Uint8Array> {
  yield new Uint8Array([0xef, 0xbb, 0xbf])
  const options = { delimiter, quoted: true, quoted_empty: true, record_delimiter: '\r\n' }
  for await (const rows of batches) {
    const text = stringify(
      rows.map((cells) => cells.map(neutralised)),
      options,
    )
    yield new TextEncoder().encode(text)
  }
}
