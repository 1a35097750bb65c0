import { bulkKinds, kindOfBulk, kinds, type BulkKind } from '#shared/domain/kinds.ts'
import { catalogues, languageTags, type Language } from '#shared/languages/index.ts'
import type { TableRow } from './table-row.ts'
import { restored } from './formula-cells.ts'

/** Ends the name of the last column of our CSVs: it says that formulas were neutralised, also once Excel has saved it anew. */
const csvMark = ' (csv)'

const columns = ['row', 'status', 'changed', 'messages'] as const

const columnName = (language: Language, column: (typeof columns)[number]) => catalogues[language][`bulkFile.column.${column}`]
/** What the vendor's number of an item is called. */
const numberName = (language: Language, kind: BulkKind) => catalogues[language][`bulkFile.number.${kind}`]

/** Whether a table's items get a number of the vendor's, and with it a column for them. */
export const isNumbered = (kind: BulkKind): boolean => kinds[kindOfBulk(kind)].numbered

/** The columns that Balie adds to a clerk's table; `messages` is always the last. What a person changed has one where they did. */
export function outcomeColumns(
  kind: BulkKind,
  language: Language,
  format: 'csv' | 'xlsx',
  of: 'faulty' | 'result',
  hasChanges = false,
): string[] {
  const name = (column: (typeof columns)[number]) => columnName(language, column)
  const last = name('messages') + (format === 'csv' ? csvMark : '')
  const changed = hasChanges ? [name('changed')] : []
  if (of === 'faulty') return [name('row'), ...changed, last]
  const number = isNumbered(kind) ? [numberName(language, kind)] : []
  return [name('row'), name('status'), ...number, ...changed, last]
}

/** By these names Balie knows its own files again, in whatever language it wrote them. */
const ownNames: ReadonlySet<string> = new Set(
  languageTags.flatMap((language) => [
    ...columns.map((column) => columnName(language, column)),
    ...bulkKinds.map((kind) => numberName(language, kind)),
  ]),
)
const isMarked = (name: string) => name.endsWith(csvMark) && ownNames.has(name.slice(0, -csvMark.length))

export interface OwnLayout {
  header: string[]
  clean(row: TableRow): TableRow
}

/**
 * Recognises a table that Balie wrote, and takes away exactly what it added: its columns, and in a CSV the apostrophes that keep
 * cells from being formulas. Null for anybody else's table, of which nothing is touched.
 */
export function ownLayout(header: readonly string[]): OwnLayout | null {
  const added = new Set(header.flatMap((name, index) => (ownNames.has(name) || isMarked(name) ? [index] : [])))
  if (added.size === 0) return null
  const restore = header.some(isMarked) ? restored : (cell: string) => cell
  const cleanCells = (cells: readonly string[]) => cells.filter((_, index) => !added.has(index)).map(restore)
  return {
    header: cleanCells(header),
    clean({ row, cells, flags }) {
      const cleaned: TableRow = { row, cells: cleanCells(cells) }
      if (flags) cleaned.flags = movedFlags(flags, added)
      return cleaned
    },
  }
}

/** Flags stay at their cells when columns before them go. */
function movedFlags(flags: NonNullable<TableRow['flags']>, added: ReadonlySet<number>) {
  const kept = Object.entries(flags).filter(([column]) => !added.has(Number(column)))
  return Object.fromEntries(
    kept.map(([column, flag]) => [Number(column) - [...added].filter((gone) => gone < Number(column)).length, flag]),
  )
}
