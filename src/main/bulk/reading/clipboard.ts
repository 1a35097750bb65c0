import type { HeaderNames } from '../vocabulary/column-names.ts'
import { detectDelimiter } from './delimiter.ts'
import { swallowsRows } from './quotes.ts'

/** Excel's longest cell, with every letter of it a doubled quote. */
const longestCell = 2 * 32_767

/**
 * What was copied in a spreadsheet, as a CSV with tabs. Only a cell that holds a tab or a line break comes in quotes; any other
 * quote is a letter (`"Let op`, `5" buis`), which a CSV wants in quotes. Text that was copied out of a CSV is left as it is.
 */
export function clipboardAsCsv(text: string, names: HeaderNames): string {
  if (!text.includes('"') || !isFromSpreadsheet(text, names)) return text
  const width = (text.split(/[\r\n]/, 1)[0] ?? '').split('\t').length
  let csv = ''
  for (let at = 0; at < text.length;) {
    const end = text[at] === '"' ? (quotedEnd(text, at, width) ?? plainEnd(text, at)) : plainEnd(text, at)
    const isLetter = text[at] === '"' && end === plainEnd(text, at)
    csv += isLetter ? `"${text.slice(at, end).replaceAll('"', '""')}"` : text.slice(at, end)
    if (end < text.length) csv += text[end]
    at = end + 1
  }
  return csv
}

const isFromSpreadsheet = (text: string, names: HeaderNames) =>
  text.includes('\t') ? detectDelimiter(text.slice(0, 65_536), names) === '\t' : !/[;,|]/.test(text)

const cellEnd = /[\t\r\n]/g

function plainEnd(text: string, from: number): number {
  cellEnd.lastIndex = from
  return cellEnd.exec(text)?.index ?? text.length
}

/** Where a cell in quotes ends, if its quotes are those that Excel puts around it. */
function quotedEnd(text: string, from: number, width: number): number | null {
  for (let at = from + 1; (at = text.indexOf('"', at)) !== -1 && at - from <= longestCell; at += 2) {
    if (text[at + 1] === '"') continue
    const end = at + 1
    if (end < text.length && !/[\t\r\n]/.test(text.charAt(end))) return null
    const cell = text.slice(from + 1, at)
    return /[\t\r\n]/.test(cell) && !swallowsRows(cell, '\t', width) ? end : null
  }
  return null
}
