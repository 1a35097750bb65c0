import { shortened } from '#shared/domain/shortened.ts'
import type { BulkKind } from '#shared/domain/kinds.ts'
import { fieldsOf, isIdentifier, type BulkColumn, type BulkField, type BulkPlan } from '#shared/domain/bulk.ts'
import type { FieldMessages, Message } from '#shared/domain/message.ts'
import type { PlannedRow, RowValues } from '../vocabulary/planned-row.ts'
import type { TableRow } from '../vocabulary/table-row.ts'
import { cellMessage, cellText, isPlain } from './cell-text.ts'
import { compileTemplate } from './template.ts'

/** A plan, ready for rows. */
export interface CompiledPlan {
  /** Why it cannot be used as it is, by field. */
  problems: FieldMessages
  apply(row: TableRow): PlannedRow
}

type Add = (message: Message) => void
type Reader = (row: TableRow) => string
interface OnRow {
  problem: Add
  warning: Add
}

const noProblems: FieldMessages = Object.freeze({})

/** Turns a plan into one function a field, so that a hundred thousand rows look up, and make, next to nothing. */
export function compilePlan(kind: BulkKind, plan: BulkPlan, columns: readonly BulkColumn[]): CompiledPlan {
  const problems: FieldMessages = {}
  const readers: { field: BulkField; read: Reader }[] = []
  let found: FieldMessages = noProblems
  let warned: FieldMessages = noProblems
  for (const field of fieldsOf(kind)) {
    const onPlan: Add = (message) => (problems[field] ??= []).push(message)
    const onRow: OnRow = {
      problem(message) {
        if (found === noProblems) found = {}
        ;(found[field] ??= []).push(message)
      },
      warning(message) {
        if (warned === noProblems) warned = {}
        ;(warned[field] ??= []).push(message)
      },
    }
    const reader = readerOf(isIdentifier(kind, field), plan.sources[field], columns, onPlan, onRow)
    if (reader) readers.push({ field, read: reader })
  }
  const width = columns.length
  return {
    problems,
    apply(row) {
      const values: RowValues = {}
      found = noProblems
      warned = noProblems
      for (const { field, read: reader } of readers) values[field] = reader(row)
      if (row.cells.length > width && hasExtraCells(row.cells, width)) {
        found = { ...found, '': [{ id: 'bulk.row.extraCells', values: { columns: width } }] }
      }
      return warned === noProblems ? { values, problems: found } : { values, problems: found, warnings: warned }
    },
  }
}

/** A text with the file's delimiter in it and no quotes around it fell apart: what is left of it must not be sent. */
const hasExtraCells = (cells: readonly string[], width: number) => cells.some((cell, at) => at >= width && cell !== '')

function readerOf(
  isName: boolean,
  source: BulkPlan['sources'][BulkField],
  columns: readonly BulkColumn[],
  onPlan: Add,
  onRow: OnRow,
): Reader | null {
  switch (source?.from) {
    case 'fixed':
      return () => source.value
    case 'column': {
      const column = columns[source.column]
      if (!column) {
        onPlan({ id: 'bulk.plan.columnGone' })
        return null
      }
      return (row) => read(row, column, isName, onRow)
    }
    case 'template': {
      const template = compileTemplate(source.template, columns)
      template.problems.forEach(onPlan)
      const taken = columns.filter(({ index }) => template.columns.includes(index))
      const onEmpty = (column: string) => onRow.problem({ id: 'bulk.row.emptyPlaceholder', values: { column } })
      return (row) => {
        let { cells } = row
        for (const column of taken) {
          const text = read(row, column, false, onRow)
          if (text !== (cells[column.index] ?? '')) cells = cells.with(column.index, text)
        }
        return template.render(cells, onEmpty)
      }
    }
    case 'none':
    case undefined:
      return null
  }
}

/** A cell as it reads for a field, with what is wrong with it or worth knowing said at the field. */
function read({ cells, flags }: TableRow, { index, name }: BulkColumn, isName: boolean, { problem, warning }: OnRow): string {
  const cell = cells[index] ?? ''
  if (flags === undefined && (cell === '' || isPlain(cell, isName))) return cell
  const found = cellText(cell, flags?.[index], isName)
  if (found.problem) problem(cellMessage(found.problem, name, shortened(cell)))
  if (found.warning) warning(cellMessage(found.warning, name, shortened(found.text)))
  return found.text
}
