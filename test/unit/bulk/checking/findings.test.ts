import type { Message } from '#shared/domain/message.ts'
import { expect, test } from 'vitest'
import { findingKeeper, isSaidOf } from '#main/bulk/checking/findings.ts'

const mapped = (from: string, to: string): Message => ({ id: 'bulk.row.methodMapped', values: { from, to } })
const sameAs = (row: number): Message => ({ id: 'bulk.row.sameNote', values: { row } })

test('a sentence with few values is counted for each of them, one with many is an example of them all', () => {
  const findings = findingKeeper()
  for (let row = 0; row < 20; row += 1) {
    findings.note({ problems: {}, warnings: [row % 2 === 0 ? mapped('DEB', 'SOF') : mapped('CC', 'CRC')] })
  }
  for (let row = 0; row < 12; row += 1) findings.note({ problems: {}, warnings: [sameAs(row)] })
  findings.note({ problems: { saleID: [{ id: 'validation.digits' }] }, warnings: [] })
  expect(findings.list()).toEqual([
    { severity: 'problem', field: 'saleID', message: { id: 'validation.digits' }, rows: 1, isExample: false },
    { severity: 'warning', field: null, message: sameAs(0), rows: 12, isExample: true },
    { severity: 'warning', field: null, message: mapped('DEB', 'SOF'), rows: 10, isExample: false },
    { severity: 'warning', field: null, message: mapped('CC', 'CRC'), rows: 10, isExample: false },
  ])
})

test('a sentence that is said twice of one row is said of one row', () => {
  const findings = findingKeeper()
  const garbled = (column: string): Message => ({ id: 'bulk.row.garbled', values: { column, value: 'x' } })
  findings.note({ problems: {}, warnings: [garbled('a'), garbled('a'), garbled('b')] })
  expect(findings.list().map(({ rows }) => rows)).toEqual([1, 1])
})

test('a finding finds the rows that it counts, and an example those of any values', () => {
  const said = { problems: { saleID: [{ id: 'validation.digits' as const }] }, warnings: [mapped('DEB', 'SOF')] }
  const of = (severity: 'problem' | 'warning', field: string | null, message: Message, isExample = false) =>
    isSaidOf({ severity, field, message, isExample }, said)
  expect(of('problem', 'saleID', { id: 'validation.digits' })).toBe(true)
  expect(of('problem', 'outletID', { id: 'validation.digits' })).toBe(false)
  expect(of('warning', null, mapped('DEB', 'SOF'))).toBe(true)
  expect(of('warning', null, mapped('CC', 'CRC'))).toBe(false)
  expect(of('warning', null, mapped('CC', 'CRC'), true)).toBe(true)
})
