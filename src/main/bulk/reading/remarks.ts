import type { Message } from '#shared/domain/message.ts'
import type { CellFlag, TableRow } from './table-row.ts'

/** Counts what Excel did to cells while a table is read, and says it once for each column instead of at every row. */
export function remarkKeeper() {
  const counts = new Map<CellFlag, Map<number, number>>()
  let hiddenRows = 0
  return {
    note(rows: readonly TableRow[]): void {
      for (const { flags } of rows) {
        if (!flags) continue
        for (const [column, flag] of Object.entries(flags)) {
          const columns = counts.get(flag) ?? new Map<number, number>()
          counts.set(flag, columns.set(Number(column), (columns.get(Number(column)) ?? 0) + 1))
        }
      }
    },
    hidden(rows: number): void {
      hiddenRows += rows
    },
    messages(names: readonly string[], fromBalie: boolean): Message[] {
      const remarks: Message[] = []
      if (fromBalie) remarks.push({ id: 'bulk.remark.ownFile' })
      if (hiddenRows > 0) remarks.push({ id: 'bulk.remark.hiddenRows', values: { count: hiddenRows } })
      for (const flag of shownFlags) {
        for (const [column, count] of counts.get(flag) ?? []) {
          remarks.push({ id: `bulk.remark.${flag}`, values: { column: names[column] ?? '', count } })
        }
      }
      return remarks
    },
  }
}

/** The gravest first. That a cell holds a formula is nothing to act on while it has a result. */
const shownFlags: readonly CellFlag[] = ['digits-lost', 'error', 'no-result', 'padded', 'rounded', 'date', 'boolean']
