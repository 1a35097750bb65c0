import { describe, expect, test } from 'vitest'
import { completeDisputeSchema, emptyDispute } from '#shared/vendors/billink/dispute.ts'
import { draftDetail, draftTitle } from '../../../../../src/renderer/vendors/billink/dispute-titles.ts'
import { isOutside } from '../../../../../src/renderer/vendors/billink/use-outside-choices.ts'
import { checkFields } from '../../../../../src/renderer/lib/check-fields.ts'

const say = (id: string) => id

describe('the name of a draft in the list', () => {
  test('is its invoice, else its customer, else that it has none', () => {
    expect(draftTitle(say, { invoice: ' 2026-1 ', customerName: 'J. de Vries' })).toBe('2026-1')
    expect(draftTitle(say, { invoice: ' ', customerName: 'J. de Vries' })).toBe('J. de Vries')
    expect(draftTitle(say, { invoice: '', customerName: '' })).toBe('draft.untitled')
  })

  test('is followed by the customer, or by what is missing', () => {
    const typed = { ...emptyDispute, customerName: 'J. de Vries', customerEmail: 'j@example.nl' }
    expect(draftDetail(say, { ...typed, invoice: '2026-1' })).toBe('J. de Vries · j@example.nl')
    expect(draftDetail(say, typed)).toBe('disputes.noInvoice')
    expect(draftDetail(say, emptyDispute)).toBe('')
  })
})

describe('a value outside an account’s list', () => {
  const choices = [{ id: 'nl', label: 'Nederlands' }]

  test.each([
    ['nl', false],
    [' nl ', false],
    ['ned', true],
    ['Nederlands', true],
    ['', false],
  ])('%j: %s', (value, outside) => {
    expect(isOutside(value, choices)).toBe(outside)
    expect(isOutside(value, [])).toBe(false)
  })
})

describe('the check of a form', () => {
  test('says one thing of each field that is to be mended, and nothing of the others', () => {
    expect(
      checkFields(completeDisputeSchema, { ...emptyDispute, customerName: 'J.', locale: 'nl', message: 'x', category: '1' }),
    ).toEqual({
      invoice: [{ id: 'validation.required' }],
      customerEmail: [{ id: 'validation.required' }],
    })
  })

  test('says nothing of a form that may leave', () => {
    const complete = { invoice: '1', customerName: 'J', customerEmail: 'j@example.nl', category: '1', locale: 'nl', message: 'x' }
    expect(checkFields(completeDisputeSchema, complete)).toEqual({})
  })
})
