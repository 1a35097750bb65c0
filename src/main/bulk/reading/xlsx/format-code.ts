import { format, getFormatInfo, isValidFormat } from 'numfmt'
import type { CellFlag } from '../../vocabulary/table-row.ts'

/** A format other than of dates, as Excel applies it; made once for a style. */
export interface FormatCode {
  /** What it makes of a number; null where that cannot be told. */
  number(value: number): string | null
  /** What it makes of a text; null where that stays as it is. */
  text: ((value: string) => string) | null
  /** What is to be said of a cell that shows other than it is. */
  flag: CellFlag
}

/** SECURITY: longer than Excel takes; nothing is gained by trying. */
const longestCode = 1000
const options = { locale: 'nl', throws: true, grouping: [3, 3], dateErrorThrows: true } as const

/** Reads a format code. */
export function codeOf(code: string): FormatCode {
  if (code.length > longestCode || !isValidFormat(code)) return { number: () => null, text: null, flag: 'unshown' }
  const sections = sectionsOf(code)
  // Programs differ in what a format of texts makes of a number.
  const isOfTexts = sections.length === 1 && /@/.test(code)
  const shown = (value: number | string, pattern: string) => {
    try {
      return format(pattern, value, options).trim()
    } catch {
      return null
    }
  }
  return {
    number: (value) => (isOfTexts || fills(code) ? null : shown(value, withoutGeneral(code, value))),
    text: changesTexts(sections) ? (value) => shown(value, code) ?? value : null,
    flag: flagOf(code),
  }
}

/** Whether it fills the cell up with a sign, as far as the column is wide: with zeros before a number nobody knows how many. */
const fills = (code: string) => /\*[^ ]/.test(code.replace(/"[^"]*"|\\.|_./g, ''))

/** `General` shortens a number of more than eleven digits, and a name must not be. */
const withoutGeneral = (code: string, value: number) => (Number.isInteger(value) ? code.replace(/general/gi, '0') : code)

function flagOf(code: string): CellFlag {
  const { type, grouped, maxDecimals, isPercent, isDate } = getFormatInfo(code)
  if (isPercent) return 'percent'
  if (isDate) return 'date'
  return type === 'currency' || grouped || (type === 'number' && maxDecimals > 0) ? 'amount' : 'formatted'
}

/** The parts for more than nothing, less, nothing, and texts. */
const sectionsOf = (code: string): string[] => code.match(/(?:"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^;])+|(?<=;|^)(?=;|$)/g) ?? []

/** Whether a text shows as something else: with letters before it, or not at all. */
function changesTexts(sections: readonly string[]): boolean {
  const section = sections[3] ?? (sections.length === 1 && sections[0]?.includes('@') ? sections[0] : '@')
  const bare = section.replace(/_.|\*.|\[[^\]]*\]|\s/g, '')
  return bare !== '@' && !/^general$/i.test(bare)
}
