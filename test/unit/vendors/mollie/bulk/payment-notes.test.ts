import { describe, expect, test } from 'vitest'
import type { FieldMessages } from '#shared/domain/message.ts'
import type { RowValues } from '#main/bulk/vocabulary/planned-row.ts'
import { checkPaymentNote } from '#main/vendors/mollie/bulk/check-payment-note.ts'

const values: RowValues = { paymentID: 'tr_7UhSN1zuXS', text: 'Factuur 1' }
const check = (changed: RowValues, found: FieldMessages = {}) =>
  checkPaymentNote({ values: { ...values, ...changed }, problems: found })

describe('a row of a note on a payment', () => {
  test('is the note that leaves', () => {
    expect(check({ paymentID: ' tr_7UhSN1zuXS ' })).toMatchObject({
      complete: { action: 'create', paymentID: 'tr_7UhSN1zuXS', text: 'Factuur 1', keepValue: false },
      problems: {},
    })
  })

  test('of a delete carries no text', () => {
    expect(check({ action: 'Verwijderen' }).complete).toEqual({ action: 'delete', paymentID: 'tr_7UhSN1zuXS', keepValue: false })
  })

  test.each<[string, RowValues, FieldMessages]>([
    ['no payment', { paymentID: ' ' }, { paymentID: [{ id: 'validation.required' }] }],
    ["an order's ID", { paymentID: 'ord_8wmqcHMN4U' }, { paymentID: [{ id: 'validation.paymentId' }] }],
    ["a refund's ID", { paymentID: 're_4qqhO89gsT' }, { paymentID: [{ id: 'validation.paymentId' }] }],
    ['no text', { text: ' ' }, { text: [{ id: 'validation.required' }] }],
    [
      'a word that says nothing',
      { action: 'misschien' },
      { action: [{ id: 'bulk.row.action', values: { value: 'misschien' } }] },
    ],
  ])('with %s says so at its cell', (_name, changed, problems) => {
    expect(check(changed)).toMatchObject({ complete: null, problems })
  })

  test('whose text alone is more than Mollie keeps with a payment is refused', () => {
    const { complete, problems } = check({ text: 'x'.repeat(1_100) })
    expect([complete, problems['text']?.length]).toEqual([null, 1])
  })

  test('whose cell lost its digits is not sent, and says that first', () => {
    const lost: FieldMessages = { paymentID: [{ id: 'bulk.row.errorValue', values: { column: 'ID' } }] }
    expect(check({}, lost)).toMatchObject({ complete: null, problems: lost })
  })
})
