import { dayMs } from '#shared/domain/time-spans.ts'
import type { CellFlag } from '../../vocabulary/table-row.ts'
import type { FormatCode } from './format-code.ts'
import type { NumberFormat } from './number-formats.ts'

export interface ShownCell {
  text: string
  flag?: CellFlag
}

const excelDigits = 15
const number = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/

/** A number as Excel shows it. It is never computed with, so that the digits that are there stay as they are. */
export function numberText(stored: string, format: NumberFormat | undefined, from1904: boolean): ShownCell {
  const parts = number.exec(stored)
  if (!parts || !/\d/.test(stored)) return { text: stored, flag: 'error' }
  if (format && (format.date || format.time)) {
    const text = dateText(Number(stored), format, from1904)
    if (text !== null) return { text, flag: 'date' }
  }
  const shown = plainNumber(parts)
  if (format?.digits && !shown.flag && /^\d+$/.test(shown.text)) {
    const padded = shown.text.padStart(format.digits, '0')
    return padded === shown.text ? shown : { text: padded, flag: 'padded' }
  }
  const asItIs = { ...shown, text: shown.text.replace('.', ',') }
  return format?.code && shown.flag !== 'digits-lost' ? formatted(Number(stored), asItIs, format.code) : asItIs
}

/** A number with what its format adds or takes. Whether that is a name or an amount is for who takes the cell to know. */
function formatted(value: number, asItIs: ShownCell, { number: shown, flag }: FormatCode): ShownCell {
  const text = shown(value)
  // A number that its format hides is there all the same, and somebody should look at it.
  if (text === null || text === '') return { text: text ?? asItIs.text, flag: 'unshown' }
  if (text === asItIs.text) return asItIs
  // Fewer digits and nothing else.
  const isRounded = flag === 'formatted' && /^-?\d+$/.test(text) && asItIs.text.includes(',')
  return { text, flag: isRounded ? 'rounded' : flag }
}

/** Without exponent, plus sign or zeros that say nothing: some programs store 123 as `123.0` or `1.23E2`. */
function plainNumber([stored = '', sign = '', whole = '', fraction = '', exponent = '0']: RegExpExecArray): ShownCell {
  const shift = Number(exponent)
  const digits = whole + fraction
  const point = whole.length + shift
  if (point > 40 || point < -40) return { text: stored, flag: 'rounded' }
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const after = padded.slice(at).replace(/0+$/, '')
  const minus = sign === '-' && /[1-9]/.test(digits) ? '-' : ''
  // The file holds a floating-point number: of a longer whole number the last digits are not what was typed.
  if (before.length > excelDigits) return { text: minus + before + (after && `.${after}`), flag: 'digits-lost' }
  const significant = (before + after).replace(/^0+/, '')
  if (significant.length <= excelDigits) return { text: minus + before + (after && `.${after}`) }
  const rounded = number.exec(Number(stored).toPrecision(excelDigits))
  return { text: rounded ? plainNumber(rounded).text : stored, flag: 'rounded' }
}

/** A count of days as a date, or null where Excel has none for it. */
export function dateText(
  days: number,
  format: Pick<NumberFormat, 'date' | 'time' | 'yearFirst'>,
  from1904: boolean,
): string | null {
  const limit = 2_958_466
  if (!(days >= 0 && days < limit)) return null
  // Excel holds 1900 for a leap year: before 1 March its days are one further.
  const offset = from1904 ? 24_107 : days < 60 ? 25_568 : 25_569
  const moment = new Date(Math.round(((days - offset) * dayMs) / 1000) * 1000)
  const [date = '', time = ''] = moment.toISOString().slice(0, 19).split('T')
  const shownDate = format.yearFirst ? date : date.split('-').toReversed().join('-')
  const shownTime = time.endsWith(':00') ? time.slice(0, 5) : time
  // Programs that know no days without a time write midnight behind them.
  const hasTime = format.time && !(format.date && time === '00:00:00')
  return [format.date ? shownDate : '', hasTime ? shownTime : ''].filter(Boolean).join(' ')
}
