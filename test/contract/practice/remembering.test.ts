import { expect, onTestFinished, test } from 'vitest'
import { rememberingPractice } from '#main/desk/practice.ts'
import { practiceApiKey } from '#main/vendors/digiwallet/practice/credentials.ts'
import { practiceMollieKey } from '#main/vendors/mollie/practice/credentials.ts'
import type { Payload } from '#shared/vendors/index.ts'
import { describe as described } from '#shared/vendors/index.ts'
import { testAccount } from '#test/support/desk.ts'

const sale = { outletID: '12345', saleID: '12345678', paymentMethodCode: 'IDE', test: false } as const
const remembered: Payload[] = [
  { kind: 'note', action: 'create', target: sale, text: 'eerste' },
  { kind: 'note', action: 'update', target: sale, text: 'tweede' },
  {
    kind: 'payment-note',
    action: 'create',
    mode: 'test',
    paymentID: 'tr_oefen1002',
    text: 'gebeld',
    at: '2026-11-27T12:00:00Z',
    shown: null,
    keepValue: false,
  },
]

test('what this app had confirmed there, the practice environment still knows after a start', async () => {
  const asked: string[] = []
  const practice = rememberingPractice({
    confirmedOf(key) {
      asked.push(key)
      const ofKey = remembered.filter((payload) => described(payload, 'practice').noteKey === key)
      return ofKey.map((payload) => ({ payload, vendorNumber: '881' }))
    },
  })
  onTestFinished(() => practice.close())
  const at = (vendor: 'digiwallet' | 'mollie') => {
    const { settings, ...account } = testAccount(vendor, 'digiwallet')
    return { ...account, settings: { ...settings, kind: vendor, environment: 'practice', url: null } } as Parameters<
      typeof practice.endpointOf
    >[0]
  }
  await practice.ensure([at('digiwallet')])
  // Nothing of a table that was practised with is read at a start.
  expect(asked.filter((key) => key.includes(sale.saleID))).toEqual([])
  const updated = await fetch(`${practice.endpointOf(at('digiwallet'))}/sale-note/12345/12345678/IDE/derde/0`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${practiceApiKey}` },
  })
  expect([updated.status, await updated.json()]).toMatchObject([200, { saleNoteID: 881 }])
  const read = await fetch(`${practice.endpointOf(at('mollie'))}/v2/payments/tr_oefen1002`, {
    headers: { Authorization: `Bearer ${practiceMollieKey}` },
  })
  expect(await read.json()).toMatchObject({ metadata: { order_id: '1002', note: 'gebeld' } })
})
