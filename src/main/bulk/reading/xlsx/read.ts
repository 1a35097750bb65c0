import type { HeaderNames } from '../../vocabulary/column-names.ts'
import { knownNames, namesOfHeader } from '../header.ts'
import type { TableRow } from '../../vocabulary/table-row.ts'
import { unreadable } from '../../vocabulary/unreadable.ts'
import { readFormats } from './number-formats.ts'
import { openPackage, type SpreadsheetPackage } from './package.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readSheet, type SheetLimits, type SheetPiece } from './sheet.ts'
import { readWorkbook, type Workbook } from './workbook.ts'

/** What is in a file: its sheets, and the first rows of the one that holds the table. */
export interface SpreadsheetView {
  /** In the order of their tabs. */
  sheets: string[]
  /** Null where all are empty. */
  chosen: { sheet: string; rows: TableRow[] } | null
}

const lookedAt = 50
/** SECURITY: each sheet that is looked into costs the beginning of it. */
const lookedIntoSheets = 20

/**
 * Looks into a file as far as needed to say how it can be read. The table is on the first sheet in which something stands, but
 * where another one has a header that is known: programs put an overview, a cover or an explanation before it.
 */
export async function lookInto(bytes: Uint8Array, limits: SheetLimits, known: HeaderNames): Promise<SpreadsheetView> {
  const file = await openPackage(bytes)
  try {
    const workbook = await readWorkbook(file)
    const context = await contextOf(file, workbook)
    const sheets = workbook.sheets.map(({ name }) => name)
    let chosen: SpreadsheetView['chosen'] = null
    let most = 0
    let looked = 0
    for (const sheet of sheets) {
      const rows = await beginningOf(readSheet(partOf(file, workbook, sheet), context, limits))
      if (rows.length === 0) continue
      const names = rows.length > 1 ? namesOf(rows, known) : 0
      if (!chosen || (names > most && names >= namesOfHeader)) [chosen, most] = [{ sheet, rows }, names]
      if (most >= 3 || (looked += 1) >= lookedIntoSheets) break
    }
    return { sheets, chosen }
  } finally {
    file.close()
  }
}

const namesOf = (rows: readonly TableRow[], known: HeaderNames) =>
  knownNames(
    rows.map(({ cells }) => cells),
    known,
  )

async function beginningOf(pieces: AsyncGenerator<SheetPiece>): Promise<TableRow[]> {
  for await (const { rows } of pieces) return rows.slice(0, lookedAt)
  return []
}

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
