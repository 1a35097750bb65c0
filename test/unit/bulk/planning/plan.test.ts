import { describe, expect, test } from 'vitest'
import type { BulkColumn, BulkPlan } from '#shared/domain/bulk.ts'
import type { Message } from '#shared/domain/message.ts'
import { compilePlan } from '#main/bulk/planning/plan.ts'
import { compileTemplate } from '#main/bulk/planning/template.ts'

const columns: BulkColumn[] = ['Factuurnummer', 'Datum', 'Betaald?', 'a {b}'].map((name, index) => ({ index, name, samples: [] }))
const cells = ['2026001', ' 05-03-2026 ', '', 'x']

/** The text of one row, and the columns that were missed in it. */
function render(template: string, row: readonly string[] = cells): { text: string; empty: string[] } {
  const empty: string[] = []
  const compiled = compileTemplate(template, columns)
  expect(compiled.problems).toEqual([])
  return { text: compiled.render(row, (name) => empty.push(name)), empty }
}
const problemsOf = (template: string): Message[] => compileTemplate(template, columns).problems

describe('a text from a template', () => {
  test.each([
    ['puts cells in their places', 'Factuur {Factuurnummer} van {Datum}', 'Factuur 2026001 van 05-03-2026'],
    ['finds names whatever their capitals and blanks', '{ factuurNUMMER }', '2026001'],
    ['takes doubled braces for braces', '{{Factuurnummer}} = {Factuurnummer}', '{Factuurnummer} = 2026001'],
    ['leaves a closing brace alone', 'a } b', 'a } b'],
    ['takes one column more than once', '{datum}{datum}', '05-03-202605-03-2026'],
    ['reaches a column with braces in its name', '{a b}', 'x'],
    ['is itself where it names nothing', 'Vaste tekst $& \\1', 'Vaste tekst $& \\1'],
    ['may be empty', '', ''],
  ])('%s', (_, template, text) => {
    expect(render(template)).toEqual({ text, empty: [] })
  })

  test('puts what looks like a placeholder in a cell there as it is', () => {
    expect(render('{Factuurnummer}', ['{Datum} {{ $1']).text).toBe('{Datum} {{ $1')
  })

  test('tells which cell it misses, unless that is allowed', () => {
    expect(render('Betaald: {betaald?}')).toEqual({ text: 'Betaald: ', empty: ['betaald?'] })
    expect(render('Van {Datum?}', ['1', ''])).toEqual({ text: 'Van ', empty: [] })
    expect(render('{Betaald??}', ['1', '2', ''])).toEqual({ text: '', empty: [] })
    expect(render('{Datum}', []).empty).toEqual(['Datum'])
  })

  test.each([
    ['a column that is not there', 'Factuur {nummer}', { id: 'bulk.plan.unknownColumn', values: { column: 'nummer' } }],
    ['a brace that is not closed', 'Factuur {Datum', { id: 'bulk.plan.unclosedBrace' }],
    ['a brace within another', 'Factuur {{Datum} {', { id: 'bulk.plan.unclosedBrace' }],
    ['nothing between braces', '{}', { id: 'bulk.plan.unknownColumn', values: { column: '' } }],
  ])('with %s says so', (_, template, problem) => {
    expect(problemsOf(template)).toEqual([problem])
  })
})

describe('a plan', () => {
  const plan: BulkPlan = {
    sources: {
      outletID: { from: 'fixed', value: '12345' },
      saleID: { from: 'column', column: 0 },
      text: { from: 'template', template: 'Van {Datum}' },
      test: { from: 'none' },
    },
  }
  const apply = (row: { cells: string[]; flags?: Record<number, 'digits-lost' | 'date' | 'error' | 'no-result'> }) =>
    compilePlan('notes', plan, columns).apply({ row: 2, ...row })

  test('gives each field what it was told', () => {
    expect(apply({ cells: ['007', '1-1-2026'] })).toEqual({
      values: { outletID: '12345', saleID: '007', text: 'Van 1-1-2026' },
      problems: {},
    })
  })

  test('gives an empty cell where a row is short', () => {
    expect(apply({ cells: ['007'] })).toMatchObject({
      values: { saleID: '007' },
      problems: { text: [{ id: 'bulk.row.emptyPlaceholder', values: { column: 'Datum' } }] },
    })
  })

  test('says which cells Excel spoiled, at the field that takes them, and only there', () => {
    expect(apply({ cells: ['1', '2', '3'], flags: { 0: 'digits-lost', 1: 'error', 2: 'no-result' } }).problems).toEqual({
      saleID: [{ id: 'bulk.row.digitsLost', values: { column: 'Factuurnummer', value: '1' } }],
      text: [{ id: 'bulk.row.errorValue', values: { column: 'Datum', value: '2' } }],
    })
    expect(apply({ cells: ['1', '2'], flags: { 1: 'date' } }).problems).toEqual({})
  })

  test('says where a CSV has a number that Excel shortened', () => {
    const shortened = (column: string, value: string) => [{ id: 'bulk.row.shortened', values: { column, value } }]
    expect(apply({ cells: ['1,23457E+15', '2,02601e+11'] }).problems).toEqual({
      saleID: shortened('Factuurnummer', '1,23457E+15'),
      text: shortened('Datum', '2,02601e+11'),
    })
    expect(apply({ cells: ['E+15', '1,2'] }).problems).toEqual({})
  })

  test('stops a row that fell apart, and not one with empty cells after it', () => {
    expect(apply({ cells: ['1', '2', '3', '4', 'rest van de tekst'] }).problems).toEqual({
      '': [{ id: 'bulk.row.extraCells', values: { columns: 4 } }],
    })
    expect(apply({ cells: ['1', '2', '3', '4', '', ''] }).problems).toEqual({})
  })

  test('that takes from what is not there says so at the field', () => {
    const gone: BulkPlan = {
      sources: { saleID: { from: 'column', column: 9 }, text: { from: 'template', template: '{weg}' } },
    }
    expect(compilePlan('notes', gone, columns).problems).toEqual({
      saleID: [{ id: 'bulk.plan.columnGone' }],
      text: [{ id: 'bulk.plan.unknownColumn', values: { column: 'weg' } }],
    })
  })
})
