import { expect, test } from 'vitest'
import { AppFailure } from '#main/ipc/failure.ts'
import { tableFailure } from '#main/bulk/reading/failure.ts'
import { unreadable } from '#main/bulk/reading/unreadable.ts'
import { SourceFailure } from '#main/storage/source-file.ts'

test('a table that cannot be read reaches a screen with its own sentence', () => {
  const failure = tableFailure(unreadable('bulk.read.xls'), 'a.xls')
  expect(failure).toBeInstanceOf(AppFailure)
  expect(failure).toMatchObject({ failure: { kind: 'invalid', message: { id: 'bulk.read.xls' } } })
})

test('a file that is gone is named', () => {
  expect(tableFailure(new SourceFailure('missing'), 'a.csv')).toMatchObject({
    failure: { message: { id: 'attachment.missing', values: { name: 'a.csv' } } },
  })
})

test('a fault of our own stays one', () => {
  const fault = new TypeError('x')
  expect(tableFailure(fault, 'a.csv')).toBe(fault)
})
