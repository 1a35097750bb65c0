import { fieldsOf, type BulkColumn, type BulkField, type BulkKind, type BulkPlan } from '#shared/domain/bulk.ts'
import type { FieldMessages, Message } from '#shared/domain/message.ts'
import type { CellFlag, TableRow } from '../reading/table-row.ts'
import { compileTemplate } from './template.ts'

export type RowValues = Partial<Record<BulkField, string>>

/** A row's values by field, and what is wrong with where they come from. */
export interface PlannedRow {
  values: RowValues
  problems: FieldMessages
}

/** A plan, ready for rows. */
export interface CompiledPlan {
  /** Why it cannot be used as it is, by field. */
  problems: FieldMessages
  apply(row: TableRow): PlannedRow
}

type Add = (message: Message) => void
type Reader = (row: TableRow) => string

const noProblems: FieldMessages = Object.freeze({})

/** Turns a plan into one function a field, so that a hundred thousand rows look up, and make, next to nothing. */
export function compilePlan(kind: BulkKind, plan: BulkPlan, columns: readonly BulkColumn[]): CompiledPlan {
  const problems: FieldMessages = {}
  const readers: { field: BulkField; read: Reader }[] = []
  let found: FieldMessages = noProblems
  for (const field of fieldsOf(kind)) {
    const onPlan: Add = (message) => (problems[field] ??= []).push(message)
    const onRow: Add = (message) => {
      if (found === noProblems) found = {}
      ;(found[field] ??= []).push(message)
    }
    const read = readerOf(plan.sources[field], columns, onPlan, onRow)
    if (read) readers.push({ field, read })
  }
  const width = columns.length
  return {
    problems,
    apply(row) {
      const values: RowValues = {}
      found = noProblems
      for (const { field, read } of readers) values[field] = read(row)
      if (row.cells.length > width && hasExtraCells(row.cells, width)) {
        found = { ...found, '': [{ id: 'bulk.row.extraCells', values: { columns: width } }] }
      }
      return { values, problems: found }
    },
  }
}

/** A text with the file's delimiter in it and no quotes around it fell apart: what is left of it must not be sent. */
const hasExtraCells = (cells: readonly string[], width: number) => cells.some((cell, at) => at >= width && cell !== '')

function readerOf(
  source: BulkPlan['sources'][BulkField],
  columns: readonly BulkColumn[],
  onPlan: Add,
  onRow: Add,
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
      return (row) => {
        remark(row, column, onRow)
        return row.cells[column.index] ?? ''
      }
    }
    case 'template': {
      const template = compileTemplate(source.template, columns)
      template.problems.forEach(onPlan)
      const taken = columns.filter(({ index }) => template.columns.includes(index))
      const onEmpty = (column: string) => onRow({ id: 'bulk.row.emptyPlaceholder', values: { column } })
      return (row) => {
        for (const column of taken) remark(row, column, onRow)
        return template.render(row.cells, onEmpty)
      }
    }
    case 'none':
    case undefined:
      return null
  }
}

/** Cells whose text is not what was typed, or meant: a person has to look at them. */
const wrongCells: Partial<Record<CellFlag, string>> = {
  'digits-lost': 'bulk.row.digitsLost',
  error: 'bulk.row.errorValue',
  'no-result': 'bulk.row.noResult',
}

/** What Excel makes of a long number when it saves a CSV: `1,23457E+15`. */
const shortened = /^-?\d[.,]\d+E\+\d+$/i

function remark({ cells, flags }: TableRow, { index, name }: BulkColumn, onRow: Add): void {
  const flag = flags?.[index]
  const id = flag && wrongCells[flag]
  const cell = cells[index] ?? ''
  if (id) onRow({ id, values: { column: name } })
  else if (shortened.test(cell)) onRow({ id: 'bulk.row.shortened', values: { column: name, value: cell } })
}
