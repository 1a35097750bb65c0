import { zipArchive, type ZipEntry } from './zip-archive.ts'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The parts of a spreadsheet, each replaceable by what a test needs, or left out by null. */
export interface WorkbookParts {
  /** What stands in `sheetData`, or the whole part where it starts with `<?xml` or another byte order. */
  sheet: string | Buffer
  strings?: readonly string[]
  /** Number formats by their code; a cell's `s` counts them from 1, 0 is plain. */
  formats?: readonly string[]
  workbook?: string
  extra?: readonly ZipEntry[]
  replace?: Readonly<Record<string, string | Buffer | null>>
  /** How another program would name the parts. */
  rename?: (name: string) => string
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`

/** The XML of a sheet around these rows. */
export const sheetXml = (rows: string) => `${head}<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`

/** An XLSX file with one sheet, `Blad1`, put together part by part, so that every part can be wrong. */
export function xlsxWorkbook({
  sheet,
  strings = [],
  formats = [],
  workbook,
  extra = [],
  replace = {},
  rename = (name) => name,
}: WorkbookParts): Buffer {
  const styles = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
  const cellFormats = formats.map((_, at) => `<xf numFmtId="${200 + at}" xfId="0"/>`)
  const parts: Record<string, string | Buffer | null> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${head}<Relationships ${packageRelations}>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      workbook ??
      `${head}<workbook ${main} xmlns:r="${relationships}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${head}<Relationships ${packageRelations}>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}` +
      `${relation('rId2', 'sharedStrings', 'sharedStrings.xml')}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': typeof sheet === 'string' && !sheet.startsWith('<?xml') ? sheetXml(sheet) : sheet,
    'xl/sharedStrings.xml': `${head}<sst ${main}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml':
      `${head}<styleSheet ${main}><numFmts>${styles.join('')}</numFmts>` +
      `<cellXfs><xf numFmtId="0"/>${cellFormats.join('')}</cellXfs></styleSheet>`,
    ...replace,
  }
  const kept = Object.entries(parts).flatMap(([name, data]): ZipEntry[] => (data === null ? [] : [{ name: rename(name), data }]))
  return zipArchive([...kept, ...extra])
}

/** A row of inline texts, for tests that are about something else. */
export const textRow = (row: number, ...cells: readonly string[]) =>
  `<row r="${row}">${cells.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`).join('')}</row>`
