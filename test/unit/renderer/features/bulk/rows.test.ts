import { describe, expect, test } from 'vitest'
import { fieldsOf, type BulkColumn, type BulkRow } from '#shared/domain/bulk.ts'
import { kindOfBulk } from '#shared/domain/kinds.ts'
import { columnsOf, moveCell, templateOf } from '../../../../../src/renderer/features/bulk/grid-columns.ts'
import { checkMessages, isIncluded, outcomeMessages, percentDone } from '../../../../../src/renderer/features/bulk/row-words.ts'
import { choiceOf, placeholder, sourceOf } from '../../../../../src/renderer/features/bulk/source-choice.ts'
import { vendors } from '../../../../../src/renderer/vendors/index.ts'

const row: BulkRow = {
  row: 2,
  standing: 'good',
  values: {},
  originals: {},
  test: null,
  problems: {},
  warnings: [],
  outcome: null,
}
const outcome = {
  submissionId: 's1',
  state: 'rejected' as const,
  number: null,
  reason: { id: 'outcome.rejected' as const },
  head: [],
  fields: {},
  actions: [],
}

describe('the table of rows', () => {
  test('the check has a column for every field, so that each problem has its cell', () => {
    const shown = (kind: 'notes' | 'disputes') =>
      columnsOf(kind, 'check', vendors[kindOfBulk(kind)].bulk).flatMap(({ field }) => field ?? [])
    expect(shown('notes')).toEqual(fieldsOf('notes'))
    expect(shown('disputes')).toEqual(fieldsOf('disputes'))
  })

  test('scrolls sideways rather than squeeze a column', () => {
    const columns = columnsOf('notes', 'check', vendors.note.bulk)
    const { minWidth } = templateOf(columns)
    expect(Number.parseFloat(minWidth)).toBeCloseTo(columns.reduce((sum, { width }) => sum + width, 0))
  })

  test.each([
    ['ArrowDown', false, { index: 6, column: 2 }],
    ['ArrowLeft', false, { index: 5, column: 1 }],
    ['PageDown', false, { index: 9, column: 2 }],
    ['PageUp', false, { index: 0, column: 2 }],
    ['Home', false, { index: 5, column: 0 }],
    ['End', false, { index: 5, column: 3 }],
    ['Home', true, { index: 0, column: 0 }],
    ['End', true, { index: 9, column: 3 }],
  ])('%s (Ctrl: %s) goes to %o', (key, ctrl, to) => {
    expect(moveCell(key, ctrl, { index: 5, column: 2 }, 10, 4, 7)).toEqual(to)
  })

  test('other keys, and an empty table, move nothing', () => {
    expect(moveCell('a', false, { index: 5, column: 2 }, 10, 4, 7)).toBeNull()
    expect(moveCell('ArrowDown', false, { index: 0, column: 0 }, 0, 4, 7)).toBeNull()
  })
})

describe('what is said of a row', () => {
  test('problems come before remarks, those of the row as a whole without a field', () => {
    const said = checkMessages({
      ...row,
      problems: { '': [{ id: 'bulk.row.extraCells' }], saleID: [{ id: 'validation.digits' }] },
      warnings: [{ id: 'bulk.row.garbled' }],
    })
    expect(said.map(({ tone, field }) => [tone, field])).toEqual([
      ['problem', null],
      ['problem', 'saleID'],
      ['warning', null],
    ])
  })

  test("the vendor's own sentences go before ours, those at a field first", () => {
    expect(outcomeMessages({ ...row, outcome }).map(({ message }) => message)).toEqual([{ id: 'outcome.rejected' }])
    const told = { ...outcome, head: [{ text: 'Sale not found.' }], fields: { text: [{ text: 'Too long.' }] } }
    expect(outcomeMessages({ ...row, outcome: told }).map(({ message }) => message)).toEqual([
      { text: 'Too long.' },
      { text: 'Sale not found.' },
    ])
    expect(outcomeMessages(row)).toEqual([])
  })

  test('faulty and skipped rows stay, duplicates go only when a person says so', () => {
    expect(isIncluded({ standing: 'good' }, false)).toBe(true)
    expect(isIncluded({ standing: 'duplicate' }, false)).toBe(false)
    expect(isIncluded({ standing: 'duplicate' }, true)).toBe(true)
    expect(isIncluded({ standing: 'faulty' }, true)).toBe(false)
    expect(isIncluded({ standing: 'skipped' }, true)).toBe(false)
  })

  test('a run is at 100 % only when nothing is left', () => {
    expect(percentDone({ total: 1000, left: 1 })).toBe(99)
    expect(percentDone({ total: 1000, left: 0 })).toBe(100)
    expect(percentDone({ total: 0, left: 0 })).toBe(0)
  })
})

describe('where a field comes from', () => {
  const columns: BulkColumn[] = [
    { index: 0, name: 'factuur', samples: [] },
    { index: 3, name: 'bedrag {EUR}', samples: [] },
  ]

  test('a source is the word it was chosen by', () => {
    for (const choice of ['column-3', 'fixed', 'template', 'none'] as const) {
      expect(choiceOf(sourceOf(choice, undefined, columns), columns)).toBe(choice)
    }
    expect(choiceOf(undefined, columns)).toBe('none')
  })

  test('a column that is gone is none', () => {
    expect(choiceOf({ from: 'column', column: 9 }, columns)).toBe('none')
  })

  test('a text begins with the column or the words there were, braces meant as braces', () => {
    expect(sourceOf('template', { from: 'column', column: 0 }, columns)).toEqual({ from: 'template', template: '{factuur}' })
    expect(sourceOf('template', { from: 'fixed', value: 'zie {bijlage}' }, columns)).toEqual({
      from: 'template',
      template: 'zie {{bijlage}}',
    })
  })

  test('a name with braces is written so that it is found again', () => {
    expect(placeholder(columns[1]!)).toBe('{bedrag EUR}')
  })
})
