import { fieldsOf } from '#shared/domain/bulk.ts'
import { kindOfBulk, kinds, type BulkKind } from '#shared/domain/kinds.ts'
import type { BulkField } from '#shared/domain/bulk.ts'
import type { RowSort } from '#shared/domain/bulk-check.ts'
import type { BulkParts } from '../../vendors/vendor.ts'

export type GridMode = 'check' | 'result'

/** One column of the table of rows: a field of the row, or something about it. */
export interface GridColumn {
  readonly key: 'row' | 'included' | 'messages' | 'state' | 'number' | BulkField
  readonly field: BulkField | null
  /** In rem; what is left of the width goes to the growing ones by their share. */
  readonly width: number
  readonly grow: number
  /** A number that is a name, or a vendor's code: every sign of it matters. */
  readonly isCode: boolean
}

const column = (key: GridColumn['key'], width: number, grow = 0): GridColumn => ({ key, field: null, width, grow, isCode: false })
const usual = [8, 0] as const
const fieldColumn = ({ columns, codeFields }: BulkParts, field: BulkField): GridColumn => {
  const [width, grow] = columns[field] ?? usual
  return { key: field, field, width, grow, isCode: codeFields.includes(field) }
}

/** The columns of the check (what is wrong beside the row it is in) and of the result (what became of it first). */
export const columnsOf = (kind: BulkKind, mode: GridMode, parts: BulkParts): readonly GridColumn[] =>
  mode === 'check'
    ? [
        column('row', 4),
        column('included', 4),
        column('messages', 13, 2),
        ...fieldsOf(kind).map((field) => fieldColumn(parts, field)),
      ]
    : [
        column('row', 4),
        column('state', 9.5),
        ...(kinds[kindOfBulk(kind)].numbered ? [column('number', 8)] : []),
        column('messages', 13, 3),
        ...parts.resultFields.map((field) => fieldColumn(parts, field)),
      ]

/** The columns as a grid template, and the width below which the table scrolls sideways. */
export const templateOf = (columns: readonly GridColumn[]) => ({
  template: columns.map(({ width, grow }) => (grow === 0 ? `${width}rem` : `minmax(${width}rem, ${grow}fr)`)).join(' '),
  minWidth: `${columns.reduce((sum, { width }) => sum + width, 0)}rem`,
})

/** The next order of a column that is pressed: up, down, and as in the file. */
export function nextSort(sort: RowSort | null, by: GridColumn['key']): RowSort | null {
  if (sort?.by !== by) return { by, descending: false }
  return sort.descending ? null : { by, descending: true }
}

export interface Cell {
  readonly index: number
  readonly column: number
}

/** Where the headings are: above the first row. */
export const headIndex = -1

/** Where a key takes the active cell, headings included; null for keys that move nothing. */
export function moveCell(
  key: string,
  ctrl: boolean,
  { index, column: at }: Cell,
  rows: number,
  columns: number,
  page: number,
): Cell | null {
  if (rows === 0) return null
  const to: Record<string, Cell> = {
    ArrowDown: { index: index + 1, column: at },
    ArrowUp: { index: index - 1, column: at },
    ArrowRight: { index, column: at + 1 },
    ArrowLeft: { index, column: at - 1 },
    PageDown: { index: index + page, column: at },
    PageUp: { index: index - page, column: at },
    Home: { index: ctrl ? 0 : index, column: 0 },
    End: { index: ctrl ? rows - 1 : index, column: columns - 1 },
  }
  const target = to[key]
  const top = index <= 0 && key !== 'PageUp' ? headIndex : 0
  return target
    ? { index: Math.min(rows - 1, Math.max(top, target.index)), column: Math.min(columns - 1, Math.max(0, target.column)) }
    : null
}
