import { filledCells } from './header.ts'
import type { TableRow } from '../vocabulary/table-row.ts'

/** Words that a sum stands behind, Dutch, English and German, and what databases write under a table. */
const total =
  /^(sub|eind|groot|grand|generaal)?[\s-]*(totaal|totalen|totale|totals?|som|sum|summe|gesamt|gesamtsumme|aantal|count|gemiddelde|average)([\s:.].*)?$/i
const rowCount = /^\(?\d+ (rows?|rijen|records?|regels?)( .*)?\)?$/i
/** What programs write under a table about it. A row of which only the first cell was filled in is no such thing. */
const aboutIt =
  /^(gegenereerd|gemaakt|geëxporteerd|export|afgedrukt|einde|bron|pagina|datum|toelichting|opmerkingen?|let op|generated|created|exported|printed|end of|source|page|notes?|remarks?)\b.*[\s:]/i

/** Held back at most: what stands under a table is a few lines. */
const heldRows = 20

/** What a total, in any of these languages, begins with. */
const beginsTotal = /^\s*[segtac]/i

/** Whether a row is no row of a table of so many columns, but stands under it: a total, or a remark in its first cell. */
function standsBelow({ cells }: TableRow, columns: number): boolean {
  // Nearly all rows: more than one cell, and no word of a total in the first.
  if (cells[0] !== '' && (cells[1] ?? '') !== '' && !beginsTotal.test(cells[0] ?? '')) return false
  const first = (cells.find((cell) => cell.trim() !== '') ?? '').trim()
  const filled = filledCells(cells)
  if (rowCount.test(first)) return filled === 1
  if (filled >= columns) return false
  return total.test(first) ? true : filled === 1 && columns >= 3 && aboutIt.test(first)
}

/** Hands rows on but for those that stand below the table; they are known only at its end. */
export function rowsAbove(columns: number) {
  let held: TableRow[] = []
  return {
    pass(rows: TableRow[]): TableRow[] {
      if (held.length === 0 && !rows.some((row) => standsBelow(row, columns))) return rows
      const passed: TableRow[] = []
      for (const row of rows) {
        if (standsBelow(row, columns)) held.push(row)
        else {
          passed.push(...held, row)
          held = []
        }
        if (held.length > heldRows) passed.push(...held.splice(0))
      }
      return passed
    },
    /** What is left when the table ends. */
    below: (): readonly TableRow[] => held,
  }
}
