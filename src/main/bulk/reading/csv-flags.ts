import type { Encoding } from '#shared/domain/bulk.ts'
import type { CellFlag, TableRow } from '../vocabulary/table-row.ts'

/** What Excel would calculate: in a CSV a cell that begins so is no text to it. `="0001234"` is one, and is read as such. */
const formula = /^=[A-Za-z(+\-"'$\d]/
const textFormula = /^="(?:[^"]|"")*"$/

/** UTF-8 that was read as Windows-1252 once: every `ë` became two letters. */
const twice = /[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€/
const equals = 61
const backslash = 92
const signs = { replaced: '\ufffd', twice: ['Ã', 'Â', 'â€'] }

/** Looks for cells that are not what they seem; only in pieces of the file that hold any sign of one, so that others cost nothing. */
export function cellFlagger(encoding: Encoding) {
  let hasOdd = false
  let hasSigns = false
  const garbled: CellFlag = encoding === 'utf-8' ? 'garbled' : 'stray'
  const oddFlag = (cell: string): CellFlag | null => {
    if (cell.includes(signs.replaced)) return 'stray'
    return twice.test(cell) ? garbled : null
  }
  return {
    piece(text: Buffer): void {
      // A row can begin in the piece before.
      hasSigns ||= text.includes(equals) || text.includes(backslash)
      hasOdd ||= text.includes(signs.replaced) || signs.twice.some((sign) => text.includes(sign))
    },
    cells(row: TableRow): void {
      if (!hasOdd && !hasSigns) return
      const { cells } = row
      for (let at = 0; at < cells.length; at += 1) {
        const cell = cells[at] ?? ''
        let flag = hasOdd ? oddFlag(cell) : null
        if (cell.charCodeAt(0) === equals && formula.test(cell) && !textFormula.test(cell)) flag = 'formula-text'
        // The quote behind a backslash closed the cell, and the rest of it became others.
        else if (cell.charCodeAt(cell.length - 1) === backslash && (cells[at + 1] ?? '').endsWith('"')) flag = 'open-quote'
        if (flag) (row.flags ??= {})[at] ??= flag
      }
    },
  }
}
