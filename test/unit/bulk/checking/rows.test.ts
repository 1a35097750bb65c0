import { newBillinkSettings, practiceCategories } from '#shared/vendors/billink/settings.ts'
import { newDigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import { sharedVendorOf, type AccountSettings } from '#shared/vendors/index.ts'
import type { FieldMessages } from '#shared/domain/message.ts'
import { describe, expect, test } from 'vitest'
import { kindOfBulk, type BulkKind } from '#shared/domain/kinds.ts'
import { edited, rowChecker } from '#main/bulk/checking/rows.ts'
import { bulkVendorOf } from '#main/vendors/index.ts'

const values = { outletID: '12345', saleID: '1', paymentMethodCode: 'iDEAL', text: 'Factuur 1' }

/** Checks rows as for a ledger in which nothing is known. */
function checkerOf(kind: BulkKind, settings: AccountSettings) {
  const known = {
    keysSoFar: () => () => false,
    hasOther: () => false,
    subjectsOf: () => new Set<string>(),
    lastSent: () => null,
    refusedIn: () => null,
  }
  const context = {
    boundOrigin: 'practice',
    accountId: 'a',
    known,
    findFile: null,
    compare: true,
    includeDuplicates: false,
    at: 0,
    undoes: null,
    retries: null,
  }
  const { checks, isTest } = bulkVendorOf(kind)
  const { payloadOf, templates } = sharedVendorOf(kindOfBulk(kind))
  return rowChecker(checks(settings, context), { payloadOf, isTest, textField: templates.field })
}

describe('the standing of a row of notes', () => {
  const check = () => checkerOf('notes', { ...newDigiwalletSettings(), testDefault: 'off' })

  test('good, double or faulty, with what is known about it', () => {
    const checkRow = check()
    const mapped = { id: 'bulk.row.methodMapped', values: { from: 'iDEAL', to: 'IDE' } }
    expect(checkRow(2, { values, problems: {} })).toMatchObject({ row: 2, standing: 'good', values, warnings: [mapped] })
    expect(checkRow(3, { values, problems: {} })).toMatchObject({
      standing: 'duplicate',
      warnings: [{ id: 'bulk.row.sameNote', values: { row: 2 } }, mapped],
      payload: { kind: 'note', action: 'create', target: { saleID: '1' }, text: 'Factuur 1' },
      test: false,
    })
    expect(checkRow(4, { values: { ...values, saleID: '' }, problems: {} })).toMatchObject({ standing: 'faulty', payload: null })
  })

  test.each([
    { text: 'Beste {naam}, factuur ____', names: '{naam}, ____' },
    { text: 'Factuur {{1}} van jan_jansen', names: null },
    { text: 'Beste {naam}', action: 'verwijderen', names: null },
  ])('what is left to fill in is said, but not of a deletion: $text', ({ names, ...said }) => {
    const { warnings } = check()(2, { values: { ...values, paymentMethodCode: 'IDE', ...said }, problems: {} })
    const blanks = warnings.filter((warning) => 'id' in warning && warning.id === 'bulk.row.blanks')
    expect(blanks).toEqual(names === null ? [] : [{ id: 'bulk.row.blanks', values: { names } }])
  })

  test('a faulty row makes no other one double', () => {
    const checkRow = check()
    checkRow(2, { values: { ...values, text: '' }, problems: {} })
    expect(checkRow(3, { values, problems: {} }).standing).toBe('good')
  })
})

test('the standing of a row of disputes', () => {
  const checkRow = checkerOf('disputes', { ...newBillinkSettings(), categories: [...practiceCategories] })
  const dispute = {
    invoice: '1',
    customerName: 'Jan',
    customerEmail: 'jan@voorbeeld.nl',
    category: 'retour',
    locale: 'nl',
    message: 'Terug.',
  }
  expect(checkRow(2, { values: dispute, problems: {} })).toMatchObject({
    standing: 'good',
    payload: { kind: 'dispute', dispute },
    test: null,
    file: null,
  })
  expect(checkRow(3, { values: dispute, problems: {} })).toMatchObject({ standing: 'duplicate' })
  expect(checkRow(4, { values: {}, problems: {} })).toMatchObject({ standing: 'faulty', payload: null })
})

describe('what a person typed', () => {
  const problems: FieldMessages = {
    '': [{ id: 'bulk.row.extraCells' }],
    saleID: [{ id: 'bulk.row.digitsLost' }],
    text: [{ id: 'bulk.row.errorValue' }],
  }

  test('settles what was wrong with that cell, and that the row fell apart', () => {
    expect(edited({ values, problems }, { saleID: '123' })).toEqual({
      values: { ...values, saleID: '123' },
      problems: { text: [{ id: 'bulk.row.errorValue' }] },
    })
  })

  test('settles nothing where nothing was typed', () => {
    expect(edited({ values, problems }, {})).toEqual({ values, problems })
  })
})
