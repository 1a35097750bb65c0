import { expect, test } from 'vitest'
import { kindNames } from '#shared/domain/kinds.ts'
import { billink } from '#shared/vendors/billink/index.ts'
import { newBillinkSettings } from '#shared/vendors/billink/settings.ts'
import { digiwallet } from '#shared/vendors/digiwallet/index.ts'
import { newDigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import { draftStartSchema, type TypedFields } from '#shared/vendors/index.ts'
import { nextStartOf } from '#shared/vendors/placeholders.ts'

test('a draft begins with what its account says, and with nothing that is no longer in the list', () => {
  const shop = { ...newBillinkSettings(), categories: [{ id: 'retour', label: 'Retour' }], defaultCategory: 'retour' }
  expect(billink.emptyDraft({ ...shop, defaultLocale: 'nl' })).toMatchObject({ category: 'retour', locale: 'nl', invoice: '' })
  expect(billink.emptyDraft({ ...shop, categories: [], defaultLocale: 'xx' })).toMatchObject({ category: '', locale: '' })
  const sales = { ...newDigiwalletSettings(), outlets: [{ id: '12345', label: '', testMode: false }] }
  expect(digiwallet.emptyDraft({ ...sales, defaultOutlet: '12345' })).toMatchObject({ outletID: '12345', saleID: '' })
  expect(digiwallet.emptyDraft(sales)).toMatchObject({ outletID: '' })
  // What it leaves open is as in the note before, of which nothing else comes along.
  const last = { action: 'update', outletID: '12345', saleID: '1', paymentMethodCode: 'MRC', text: 'Terug', test: true } as const
  const next = { action: 'create', saleID: '', text: '', test: null, outletID: '12345', paymentMethodCode: 'MRC' }
  expect(digiwallet.emptyDraft(sales, last)).toEqual(next)
  expect(digiwallet.emptyDraft({ ...sales, outlets: [] }, last)).toEqual(next)
  const elsewhere = { id: '54321', label: '', testMode: false }
  expect(digiwallet.emptyDraft({ ...sales, outlets: [elsewhere] }, last)).toMatchObject({ outletID: '' })
  const chosen = { ...sales, outlets: [...sales.outlets, elsewhere], defaultOutlet: '54321' }
  expect(digiwallet.emptyDraft(chosen, last)).toMatchObject({ outletID: '54321' })
})

test('the next of several similar items begins without what says of whom or of what the last one spoke', () => {
  const typed: Record<(typeof kindNames)[number], { fields: TypedFields; next: object }> = {
    dispute: {
      fields: {
        invoice: 'F-1',
        customerName: 'Jan',
        customerEmail: 'j@e.nl',
        category: 'retour',
        locale: 'nl',
        message: 'Jan stuurde F-1 terug',
      },
      next: { category: 'retour', locale: 'nl', message: '{naam} stuurde {factuur} terug' },
    },
    note: {
      fields: { action: 'update', outletID: '12345', saleID: '1', paymentMethodCode: 'IDE', text: 'Terug', test: true },
      next: { action: 'update', outletID: '12345', paymentMethodCode: 'IDE', text: 'Terug', test: true },
    },
    'payment-note': {
      fields: { action: 'create', paymentID: 'tr_1', text: 'Terug', keepValue: true },
      next: { action: 'create', text: 'Terug' },
    },
  }
  for (const kind of kindNames) {
    const start = nextStartOf(kind, 'account', typed[kind].fields, 'nl')
    expect(start).toEqual({ kind, accountId: 'account', fields: typed[kind].next })
    expect(draftStartSchema.parse(start)).toEqual(start)
  }
})
