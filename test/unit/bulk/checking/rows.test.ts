import type { FieldMessages } from '#shared/domain/message.ts'
import { describe, expect, test } from 'vitest'
import { newBillinkSettings, practiceCategories } from '#shared/vendors/billink/settings.ts'
import { disputeDuplicates } from '#main/bulk/checking/dispute-duplicates.ts'
import { disputeContextOf } from '#main/bulk/checking/disputes.ts'
import { noteDuplicates } from '#main/bulk/checking/note-duplicates.ts'
import { disputeRowChecker, edited, noteRowChecker } from '#main/bulk/checking/rows.ts'

const values = { outletID: '12345', saleID: '1', paymentMethodCode: 'iDEAL', text: 'Factuur 1' }

describe('the standing of a row of notes', () => {
  const check = () =>
    noteRowChecker(
      { testDefault: 'off', testOutlets: new Set() },
      noteDuplicates(() => false),
    )

  test('good, double or faulty, with what is known about it', () => {
    const checkRow = check()
    const mapped = { id: 'bulk.row.methodMapped', values: { from: 'iDEAL', to: 'IDE' } }
    expect(checkRow(2, { values, problems: {} })).toMatchObject({ row: 2, standing: 'good', values, warnings: [mapped] })
    expect(checkRow(3, { values, problems: {} })).toMatchObject({
      standing: 'duplicate',
      warnings: [{ id: 'bulk.row.sameNote', values: { row: 2 } }, mapped],
      complete: { saleID: '1' },
    })
    expect(checkRow(4, { values: { ...values, saleID: '' }, problems: {} })).toMatchObject({ standing: 'faulty', complete: null })
  })

  test('a faulty row makes no other one double', () => {
    const checkRow = check()
    checkRow(2, { values: { ...values, text: '' }, problems: {} })
    expect(checkRow(3, { values, problems: {} }).standing).toBe('good')
  })
})

test('the standing of a row of disputes', () => {
  const checkRow = disputeRowChecker(
    disputeContextOf({ ...newBillinkSettings(), categories: [...practiceCategories] }, null),
    disputeDuplicates(() => false),
  )
  const dispute = {
    invoice: '1',
    customerName: 'Jan',
    customerEmail: 'jan@voorbeeld.nl',
    category: 'retour',
    locale: 'nl',
    message: 'Terug.',
  }
  expect(checkRow(2, { values: dispute, problems: {} })).toMatchObject({ standing: 'good', complete: { dispute, file: null } })
  expect(checkRow(3, { values: dispute, problems: {} })).toMatchObject({ standing: 'duplicate' })
  expect(checkRow(4, { values: {}, problems: {} })).toMatchObject({ standing: 'faulty', complete: null })
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
