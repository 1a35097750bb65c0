import { csvBytes, type RowBatches } from '../bulk/writing/csv.ts'
import { xlsxBytes } from '../bulk/writing/xlsx.ts'
import { readable } from '../features/bulk/readable.ts'
import { saveTo } from '../features/bulk/saving.ts'

async function* bytesOf(rows: RowBatches, format: 'csv' | 'xlsx'): AsyncGenerator<Uint8Array> {
  // Excel's Dutch and English both read semicolons.
  if (format === 'csv') yield* csvBytes(rows, ';')
  else yield await xlsxBytes(rows, 'Balie')
}

/** Writes a table where a person wants it, whole or not at all; why it can't be written reaches them as one sentence. */
export const writeTable = (path: string, rows: RowBatches, format: 'csv' | 'xlsx'): Promise<void> =>
  readable(() => saveTo(path, bytesOf(rows, format)))
