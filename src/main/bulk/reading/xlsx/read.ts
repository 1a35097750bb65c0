import { unreadable } from '../unreadable.ts'
import { readFormats } from './number-formats.ts'
import { openPackage, type SpreadsheetPackage } from './package.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readSheet, type SheetLimits, type SheetPiece } from './sheet.ts'
import { readWorkbook, type Workbook } from './workbook.ts'

/** The names of a file's sheets, in the order of their tabs. */
export async function sheetsOf(bytes: Uint8Array): Promise<string[]> {
  const file = await openPackage(bytes)
  try {
    const { sheets } = await readWorkbook(file)
    return sheets.map(({ name }) => name)
  } finally {
    file.close()
  }
}

/**
 * Reads one sheet of an XLSX file. Of the file's parts only the sheet, its texts and its number formats are unpacked: macros,
 * links, pictures and formulas are never looked at, let alone run.
 */
export async function* rowsOf(bytes: Uint8Array, sheetName: string, limits: SheetLimits): AsyncGenerator<SheetPiece> {
  const file = await openPackage(bytes)
  try {
    const workbook = await readWorkbook(file)
    const sheet = workbook.sheets.find(({ name }) => name === sheetName)
    if (!sheet) throw unreadable('bulk.read.sheetGone', { sheet: sheetName })
    const pieces = file.part(sheet.part)
    if (!pieces) throw unreadable('bulk.read.damaged')
    yield* readSheet(pieces, await contextOf(file, workbook), limits)
  } finally {
    file.close()
  }
}

async function contextOf(file: SpreadsheetPackage, { sharedStringsPart, stylesPart, from1904 }: Workbook) {
  const strings = sharedStringsPart === null ? null : file.part(sharedStringsPart)
  const styles = stylesPart === null ? null : file.part(stylesPart)
  return {
    strings: strings ? await readSharedStrings(strings) : [],
    formats: styles ? await readFormats(styles) : [],
    from1904,
  }
}
