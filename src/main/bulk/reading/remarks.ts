import type { Message } from '#shared/domain/message.ts'
import type { CellFlag, TableRow } from '../vocabulary/table-row.ts'
import { columnLetters } from '../vocabulary/column-letters.ts'

/** Counts what was done to cells while a table is read, and says it once for each column instead of at every row. */
export function remarkKeeper() {
  const counts = new Map<CellFlag, Map<number, { count: number; example: string }>>()
  const said: Message[] = []
  let hiddenRows = 0
  return {
    note(rows: readonly TableRow[]): void {
      for (const { flags, cells } of rows) {
        if (!flags) continue
        for (const [column, flag] of Object.entries(flags)) {
          const columns = counts.get(flag) ?? new Map<number, { count: number; example: string }>()
          counts.set(flag, columns)
          const at = Number(column)
          const before = columns.get(at)
          if (before) before.count += 1
          else columns.set(at, { count: 1, example: (cells[at] ?? '').trim().slice(0, exampleLength) })
        }
      }
    },
    hidden(rows: number): void {
      hiddenRows += rows
    },
    /** Rows above the header are left out. */
    header(row: number, above: number): void {
      said.push({ id: 'bulk.remark.headerRow', values: { row, count: above } })
    },
    hiddenColumns(names: readonly string[]): void {
      if (names.length === 0) return
      said.push({ id: 'bulk.remark.hiddenColumns', values: { count: names.length, columns: names.slice(0, 10).join(', ') } })
    },
    /** Rows that stand under the table are left out. */
    below(rows: readonly TableRow[]): void {
      const [first] = rows
      if (!first) return
      const text = (first.cells.find((cell) => cell.trim() !== '') ?? '').trim().slice(0, exampleLength)
      said.push({ id: 'bulk.remark.below', values: { count: rows.length, row: first.row, value: text } })
    },
    messages(names: readonly string[], fromBalie: boolean): Message[] {
      const remarks: Message[] = []
      if (fromBalie) remarks.push({ id: 'bulk.remark.ownFile' })
      remarks.push(...said)
      if (hiddenRows > 0) remarks.push({ id: 'bulk.remark.hiddenRows', values: { count: hiddenRows } })
      for (const flag of shownFlags) {
        for (const [column, { count, example }] of counts.get(flag) ?? []) {
          const values = { column: names[column] ?? columnLetters(column), count, ...(showsExample.has(flag) ? { example } : {}) }
          remarks.push({ id: `bulk.remark.${flag}`, values })
        }
      }
      return remarks
    },
  }
}

const exampleLength = 40

/** The gravest first. That a cell holds a formula is nothing to act on while it has a result. */
const shownFlags = [
  'open-quote',
  'stray',
  'digits-lost',
  'error',
  'no-result',
  'formula-text',
  'unshown',
  'garbled',
  'amount',
  'percent',
  'formatted',
  'padded',
  'rounded',
  'date',
  'boolean',
] as const satisfies readonly CellFlag[]
const showsExample: ReadonlySet<CellFlag> = new Set(['amount', 'percent', 'formatted', 'date', 'garbled'])
