import { dayMs } from '#shared/domain/time-spans.ts'
import { unreadable } from '../../vocabulary/unreadable.ts'
import { unescapeText } from './escaped-text.ts'
import type { NumberFormat } from './number-formats.ts'
import { dateText, numberText, type ShownCell } from './number-text.ts'

/** A cell as the file has it. */
export interface StoredCell {
  type: string
  style: number
  /** Of `v`; null where there is none. */
  value: string | null
  /** Of `is`; null where there is none. */
  inline: string | null
  formula: boolean
}

export interface CellContext {
  strings: readonly string[]
  formats: readonly NumberFormat[]
  from1904: boolean
}

/** The text that Excel shows for a cell, as far as it can be known, and what a person should know about it. */
export function shownCell(cell: StoredCell, context: CellContext): ShownCell {
  const shown = valueOf(cell, context)
  return cell.formula && !shown.flag ? { ...shown, flag: 'formula' } : shown
}

/** @see ECMA-376 part 1, 18.18.11 (ST_CellType) */
function valueOf({ type, style, value: stored, inline, formula }: StoredCell, context: CellContext): ShownCell {
  const { strings, formats, from1904 } = context
  const format = formats[style]
  if (type === 'inlineStr') return shownText(unescapeText(inline ?? stored ?? ''), format)
  // Some programs indent what they write, and blanks around a number say nothing.
  const value = type === 'str' ? stored : (stored?.trim() ?? null)
  if (value === null || value === '') {
    // Only a text can be empty; programs that do not calculate leave the result of a formula out, or empty.
    return formula && (value === null || type !== 'str') ? { text: '', flag: 'no-result' } : { text: '' }
  }
  switch (type) {
    case 's': {
      const text = /^\d+$/.test(value) ? strings[Number(value)] : undefined
      // An empty cell in its place would be a wrong table.
      if (text === undefined) throw unreadable('bulk.read.damaged')
      return shownText(text, format)
    }
    case 'str':
      return shownText(unescapeText(value), format)
    case 'b':
      return { text: value === '1' || value === 'true' ? 'WAAR' : 'ONWAAR', flag: 'boolean' }
    case 'e':
      return { text: value, flag: 'error' }
    case 'd':
      return isoDate(value, format)
    default:
      return numberText(value, format, from1904)
  }
}

/** A text as its format shows it: `"F-"@` puts letters before it. */
function shownText(text: string, format: NumberFormat | undefined): ShownCell {
  const shown = text === '' ? undefined : format?.code?.text?.(text)
  if (shown === undefined || shown === text.trim()) return { text }
  return { text: shown, flag: shown === '' ? 'unshown' : 'formatted' }
}

const isoValue = /^(\d{4}-\d\d-\d\d)?T?(?:(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/
const firstDay = '1899-12-31'

/** Dates in words are what few programs write; shown like all others. The style says whether a time belongs to it. */
function isoDate(value: string, style: NumberFormat | undefined): ShownCell {
  const [, date, time, zone] = isoValue.exec(value) ?? []
  if (!date && !time) return { text: value, flag: 'error' }
  const moment = Date.parse(
    `${date ?? firstDay}T${value.replace(/^.*T/, '').replace(date ?? '', '') || '00:00'}${zone ? '' : 'Z'}`,
  )
  const isStyled = style !== undefined && (style.date || style.time)
  const format = {
    date: date !== undefined && (!isStyled || style.date),
    time: time !== undefined && (date === undefined || !isStyled || style.time),
    yearFirst: style?.yearFirst ?? false,
  }
  // A day in the format of a time is a day all the same.
  if (!format.date && !format.time) format.date = true
  const text = dateText(moment / dayMs + 25_569, format, false)
  return text === null ? { text: value, flag: 'error' } : { text, flag: 'date' }
}
