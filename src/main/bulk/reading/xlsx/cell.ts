import { unreadable } from '../unreadable.ts'
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
function valueOf({ type, style, value, inline, formula }: StoredCell, { strings, formats, from1904 }: CellContext): ShownCell {
  if (type === 'inlineStr') return { text: unescapeText(inline ?? value ?? '') }
  if (value === null || value === '') {
    // Only a text can be empty; programs that do not calculate leave the result of a formula out, or empty.
    return formula && (value === null || type !== 'str') ? { text: '', flag: 'no-result' } : { text: '' }
  }
  switch (type) {
    case 's': {
      const text = /^\d+$/.test(value) ? strings[Number(value)] : undefined
      // An empty cell in its place would be a wrong table.
      if (text === undefined) throw unreadable('bulk.read.damaged')
      return { text }
    }
    case 'str':
      return { text: unescapeText(value) }
    case 'b':
      return { text: value === '1' || value === 'true' ? 'WAAR' : 'ONWAAR', flag: 'boolean' }
    case 'e':
      return { text: value, flag: 'error' }
    case 'd':
      return isoDate(value)
    default:
      return numberText(value, formats[style], from1904)
  }
}

/** Dates in words are what few programs write; shown like all others. */
function isoDate(value: string): ShownCell {
  const time = Date.parse(/Z|[+-]\d\d:\d\d$/.test(value) ? value : `${value}${value.includes('T') ? '' : 'T00:00'}Z`)
  const days = time / 86_400_000 + 25_569
  const text = dateText(days, { date: true, time: value.includes('T'), yearFirst: false, digits: 0 }, false)
  return text === null ? { text: value, flag: 'error' } : { text, flag: 'date' }
}
