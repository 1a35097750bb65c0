import { describe, expect, test } from 'vitest'
import type { Account } from '#shared/domain/account.ts'
import { completeDisputeSchema } from '#shared/domain/dispute.ts'
import { emptyDispute } from '#shared/domain/draft.ts'
import { draftDetail, draftTitle } from '../../../../../src/renderer/features/disputes/dispute-titles.ts'
import { newChoices } from '../../../../../src/renderer/features/disputes/remember-choices.ts'
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

describe('the choices an account learns', () => {
  const account: Account = {
    id: 'a1',
    settings: {
      kind: 'billink',
      environment: 'production',
      name: 'Winkel',
      url: 'https://api.billink.nl/dispute',
      username: 'winkel',
      maxFileMegabytes: 10,
      categories: [{ id: '1', label: 'Niet geleverd' }],
      locales: [{ id: 'nl', label: 'Nederlands' }],
    },
    secret: { state: 'stored', lastFour: '1234' },
    endpoint: 'https://api.billink.nl/dispute',
    heldItems: 0,
  }

  test('are those it does not have, as they were sent', () => {
    expect(newChoices(account, { category: ' Beschadigd ', locale: 'nl' })).toEqual([{ list: 'categories', value: 'Beschadigd' }])
    expect(newChoices(account, { category: '1', locale: 'pl' })).toEqual([{ list: 'locales', value: 'pl' }])
    expect(newChoices(account, { category: '1', locale: 'nl' })).toEqual([])
    expect(newChoices(account, { category: ' ', locale: '' })).toEqual([])
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
