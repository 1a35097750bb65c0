import type { Message } from '#shared/domain/message.ts'
import { expect, test } from 'vitest'
import { findingKeeper } from '#main/bulk/checking/findings.ts'

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
    { severity: 'warning', field: null, message: sameAs(0), rows: 12, isExample: true },
    { severity: 'warning', field: null, message: mapped('DEB', 'SOF'), rows: 10, isExample: false },
    { severity: 'warning', field: null, message: mapped('CC', 'CRC'), rows: 10, isExample: false },
    { severity: 'problem', field: 'saleID', message: { id: 'validation.digits' }, rows: 1, isExample: false },
  ])
})
