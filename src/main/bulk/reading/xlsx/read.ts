import type { TableRow } from '../table-row.ts'
import { unreadable } from '../unreadable.ts'
import { readFormats } from './number-formats.ts'
import { openPackage, type SpreadsheetPackage } from './package.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readSheet, type SheetLimits, type SheetPiece } from './sheet.ts'
import { readWorkbook, type Workbook } from './workbook.ts'

/** What is in a file: its sheets, and the first rows of the first one in which something stands. */
export interface SpreadsheetView {
  /** In the order of their tabs. */
  sheets: string[]
  /** Null where all are empty. */
  first: { sheet: string; rows: TableRow[] } | null
}

/** Looks into a file as far as needed to say how it can be read. */
export async function lookInto(bytes: Uint8Array, limits: SheetLimits): Promise<SpreadsheetView> {
  const file = await openPackage(bytes)
  try {
    const workbook = await readWorkbook(file)
    const context = await contextOf(file, workbook)
    const sheets = workbook.sheets.map(({ name }) => name)
    for (const sheet of sheets) {
      for await (const { rows } of readSheet(partOf(file, workbook, sheet), context, limits)) {
        return { sheets, first: { sheet, rows: rows.slice(0, lookedAt) } }
      }
    }
    return { sheets, first: null }
  } finally {
    file.close()
  }
}

const lookedAt = 50

/**
 * Reads one sheet of an XLSX file. Of the file's parts only the sheet, its texts and its number formats are unpacked: macros,
 * links, pictures and formulas are never looked at, let alone run.
 */
export async function* rowsOf(bytes: Uint8Array, sheet: string, limits: SheetLimits): AsyncGenerator<SheetPiece> {
  const file = await openPackage(bytes)
  try {
    const workbook = await readWorkbook(file)
    const part = partOf(file, workbook, sheet)
    yield* readSheet(part, await contextOf(file, workbook), limits)
  } finally {
    file.close()
  }
}

function partOf(file: SpreadsheetPackage, workbook: Workbook, sheetName: string): AsyncGenerator<Uint8Array> {
  const sheet = workbook.sheets.find(({ name }) => name === sheetName)
  if (!sheet) throw unreadable('bulk.read.sheetGone', { sheet: sheetName })
  const pieces = file.part(sheet.part, 'sheet')
  if (!pieces) throw unreadable('bulk.read.damaged')
  return pieces
}

async function contextOf(file: SpreadsheetPackage, { sharedStringsPart, stylesPart, from1904 }: Workbook) {
  const strings = sharedStringsPart === null ? null : file.part(sharedStringsPart, 'strings')
  const styles = stylesPart === null ? null : file.part(stylesPart, 'styles')
  return {
    strings: strings ? await readSharedStrings(strings) : [],
    formats: styles ? await readFormats(styles) : [],
    from1904,
  }
}
