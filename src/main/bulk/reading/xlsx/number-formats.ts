import { unreadable } from '../../vocabulary/unreadable.ts'
import type { FormatCode } from './format-code.ts'
import { readWholeXml } from './xml.ts'

/** As far as a format changes which text a number, or a text, stands for. */
export interface NumberFormat {
  date: boolean
  time: boolean
  /** `2026-03-05` instead of `05-03-2026`. */
  yearFirst: boolean
  /** `00000` shows a number with at least so many digits; 0 for all others. */
  digits: number
  /** What else it adds or takes; null where a number shows as it is. */
  code: FormatCode | null
}

/** The same, before its code is read. */
export type ParsedFormat = Omit<NumberFormat, 'code'> & { pattern: string | null }

const plain: ParsedFormat = { date: false, time: false, yearFirst: false, digits: 0, pattern: null }
const dateOnly = { ...plain, date: true }
const timeOnly = { ...plain, time: true }

/** Formats that files name by number only, as Dutch Excel shows them. @see ECMA-376 part 1, 18.8.30 */
const builtInCodes: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"€" #,##0;"€" -#,##0',
  6: '"€" #,##0;"€" -#,##0',
  7: '"€" #,##0.00;"€" -#,##0.00',
  8: '"€" #,##0.00;"€" -#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '"€" #,##0;"€" -#,##0;"€" "-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '"€" #,##0.00;"€" -#,##0.00;"€" "-"',
  46: '[h]:mm:ss',
  48: '##0.0E+0',
}

/** Dates and times among them follow the language of the computer. */
function builtIn(id: number): ParsedFormat {
  const code = builtInCodes[id]
  if (code !== undefined) return formatOf(code)
  if (id === 22) return { ...dateOnly, time: true }
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return dateOnly
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ? timeOnly : plain
}

/** What a format code makes of a number: for dates its first section counts, without quoted text, colours and padding. */
export function formatOf(code: string): ParsedFormat {
  if (/^\s*(general|@)?\s*$/i.test(code)) return plain
  const letters = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';', 1)
    .join('')
    .replace(/AM\/PM|A\/P/gi, 'h')
    .toLowerCase()
  if (/^0{2,}$/.test(code)) return { ...plain, digits: Math.min(letters.length, 40) }
  // Hours beyond a day are a number of them, and no time.
  if (/\[[hms]+\]/.test(letters)) return { ...plain, pattern: code }
  if (/general|[#0?@]/.test(letters.replace(/[.,]0+$/, '')) || !/[ydhms]/.test(letters)) return { ...plain, pattern: code }
  const time = /[hs]/.test(letters)
  const date = /[yd]/.test(letters) || (!time && letters.includes('m'))
  return { ...plain, date, time, yearFirst: /[ymd]/.exec(letters)?.[0] === 'y' }
}

/** SECURITY: Excel has no more styles than this. */
const maxFormats = 65_536

/** The formats of cells by the number that a cell gives as its style. */
export async function readFormats(pieces: AsyncIterable<Uint8Array>): Promise<NumberFormat[]> {
  const custom = new Map<number, ParsedFormat>()
  const formats: ParsedFormat[] = []
  let inCells = false
  await readWholeXml(pieces, {
    open(name, attribute) {
      if (custom.size + formats.length > maxFormats) throw unreadable('bulk.read.damaged')
      if (name === 'numFmt') custom.set(Number(attribute('numFmtId')), formatOf(attribute('formatCode') ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = Number(attribute('numFmtId') ?? 0)
      formats.push(custom.get(id) ?? builtIn(id))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return withCodes(formats)
}

/** Most files have dates and plain numbers only; the library is loaded for those that have more, and each code is read once. */
async function withCodes(formats: readonly ParsedFormat[]): Promise<NumberFormat[]> {
  const patterns = new Set(formats.flatMap(({ pattern }) => pattern ?? []))
  const codes = new Map<string, FormatCode>()
  if (patterns.size > 0) {
    const { codeOf } = await import('./format-code.ts')
    for (const pattern of patterns) codes.set(pattern, codeOf(pattern))
  }
  return formats.map(({ pattern, ...format }) => ({ ...format, code: pattern === null ? null : (codes.get(pattern) ?? null) }))
}
