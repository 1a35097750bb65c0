import writeExcelFile from 'write-excel-file/node'
import { escapedText } from './xlsx-text.ts'

/** Texts that stay texts, also when they are edited in Excel: no zero falls off, no number becomes a date, nothing is a formula. */
const textCell = { type: String, format: '@' } as const

/**
 * An XLSX file of text cells, its first row in bold and always in sight. Empty cells are text too: a number that a clerk fills
 * in there keeps its zeros.
 */
export async function xlsxFile(rows: readonly (readonly string[])[], sheet: string): Promise<Uint8Array> {
  const data = rows.map((cells, row) =>
    cells.map((cell) => ({
      ...textCell,
      ...(cell === '' ? {} : { value: escapedText(cell) }),
      ...(row === 0 ? { fontWeight: 'bold' as const } : {}),
    })),
  )
  const columns = (rows[0] ?? []).map(() => ({ width: 18 }))
  return writeExcelFile(data, { sheet, stickyRowsCount: 1, columns }).toBuffer()
}
