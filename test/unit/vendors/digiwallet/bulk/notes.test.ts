import { paymentMethods } from '#shared/vendors/digiwallet/sale-note-fields.ts'
import { completeNoteSchema } from '#shared/vendors/digiwallet/sale-note.ts'
import { quickNote } from '#shared/vendors/digiwallet/quick-note.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newDigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import { fieldMessagesSchema, type FieldMessages } from '#shared/domain/message.ts'
import { noteDuplicates } from '#main/vendors/digiwallet/bulk/duplicates.ts'
import { checkNote, noteContextOf, type NoteContext } from '#main/vendors/digiwallet/bulk/check-note.ts'
import type { RowValues } from '#main/bulk/vocabulary/planned-row.ts'

const context: NoteContext = { testDefault: 'off', testOutlets: new Set(['99999']) }
const sound: RowValues = { outletID: '12345', saleID: '00012345', paymentMethodCode: 'IDE', text: 'Factuur 1' }
const check = (values: RowValues, problems: FieldMessages = {}, account: NoteContext = context) =>
  checkNote({ values: { ...sound, ...values }, problems }, account)

describe('a row is judged as the single form judges', () => {
  test('a sound one is the note that leaves, its zeros with it', () => {
    expect(check({ outletID: ' 12345 ' })).toEqual({
      complete: {
        action: 'create',
        outletID: '12345',
        saleID: '00012345',
        paymentMethodCode: 'IDE',
        test: false,
        text: 'Factuur 1',
      },
      file: null,
      problems: {},
      warnings: [],
    })
  })

  test.each<[string, RowValues, FieldMessages]>([
    ['no sale', { saleID: '' }, { saleID: [{ id: 'validation.required' }] }],
    ['a sale that is no number', { saleID: '12.345' }, { saleID: [{ id: 'validation.digits' }] }],
    ['digits of another script', { saleID: '١٢٣' }, { saleID: [{ id: 'validation.digits' }] }],
    ['no method', { paymentMethodCode: '' }, { paymentMethodCode: [{ id: 'validation.paymentMethod' }] }],
    [
      'a method that is none',
      { paymentMethodCode: 'Cadeaubon' },
      { paymentMethodCode: [{ id: 'bulk.row.method', values: { value: 'Cadeaubon' } }] },
    ],
    ['no text', { text: ' ' }, { text: [{ id: 'validation.text.blank', values: { max: 7500 } }] }],
    [
      'a slash in an update',
      { action: 'bijwerken', text: 'a/b' },
      { text: [{ id: 'validation.text.slash', values: { max: 7500 } }] },
    ],
    ['half a character', { text: 'a\ud83d' }, { text: [{ id: 'validation.text.loneSurrogate', values: { max: 7500 } }] }],
    [
      'an action that is none',
      { action: 'archiveren' },
      { action: [{ id: 'bulk.row.action', values: { value: 'archiveren' } }] },
    ],
    [
      'a test mark that is none',
      { test: 'misschien' },
      {
        test: [{ id: 'bulk.row.test', values: { value: 'misschien' } }],
      },
    ],
  ])('%s', (_, values, problems) => {
    // Where the word is not understood, the schema misses the choice itself; the word is what is said.
    expect(check(values)).toMatchObject({ complete: null, problems })
  })

  test('everything that is wrong is said at once', () => {
    const { problems } = check({ outletID: 'x', saleID: '', paymentMethodCode: '?', text: '' })
    expect(Object.keys(problems).toSorted()).toEqual(['outletID', 'paymentMethodCode', 'saleID', 'text'])
  })

  test('what its cells have wrong stops it too, and is said instead of what follows from it', () => {
    const lost: FieldMessages = { saleID: [{ id: 'bulk.row.digitsLost', values: { column: 'Nr' } }] }
    expect(check({ saleID: '12345678901234567890' }, lost)).toMatchObject({ complete: null, problems: lost })
    expect(check({ saleID: '1.2E+19' }, lost).problems).toEqual(lost)
  })

  test('a delete needs no text and carries none', () => {
    expect(check({ action: 'verwijderen', text: '' }).complete).toEqual({
      action: 'delete',
      outletID: '12345',
      saleID: '00012345',
      paymentMethodCode: 'IDE',
      test: false,
    })
  })
})

describe('words', () => {
  test.each([
    ['create', ['', 'maken', 'CREATE', ' Nieuw ']],
    ['update', ['bijwerken', 'Update', 'wijzigen']],
    ['delete', ['verwijderen', 'DELETE']],
  ] as const)('for %s', (action, words) => {
    for (const word of words) expect(check({ action: word }).complete?.action).toBe(action)
  })

  test.each([
    [true, ['1', 'ja', 'J', 'true', 'WAAR', ' yes ']],
    [false, ['0', 'nee', 'N', 'false', 'ONWAAR', 'no']],
  ] as const)('for test=%s', (mark, words) => {
    for (const word of words) expect(check({ test: word }).complete?.test).toBe(mark)
  })

  test.each([
    ['DEB', 'SOF'],
    ['WAL', 'PSC'],
    ['CC', 'CRC'],
    ['BW', 'BWI'],
    ['iDEAL', 'IDE'],
    ['Bancontact', 'MRC'],
    ['Mister Cash', 'MRC'],
    ['Creditcard', 'CRC'],
    ['Overboeking', 'BWI'],
    ['Automatische incasso', 'DRD'],
    ['paysafecard', 'PSC'],
    ['AfterPay', 'AFP'],
    ['SOFORT Banking', 'SOF'],
  ])('%s is translated to %s, and that is shown', (from, to) => {
    const { complete: note, warnings } = check({ paymentMethodCode: from })
    expect(note?.paymentMethodCode).toBe(to)
    expect(warnings).toEqual([{ id: 'bulk.row.methodMapped', values: { from, to } }])
  })

  test.each([
    [
      'CRC',
      'Visa|Mastercard|Visa/Mastercard|AMEX|American Express|Maestro|credit_card|Creditcard (Visa)|Visa **** 1234|V PAY|MasterCard ending in 4242|' +
        'Visa Debit|kredietkaart',
    ],
    ['SOF', 'directebanking|Sofort / Klarna|Klarna Sofort|Sofort-banking|SOFORT Überweisung|Sofort by Klarna|Klarna (Sofort)'],
    [
      'IDE',
      'iDEAL (DigiWallet)|DigiWallet - iDEAL|digiwallet_ideal|mollie_wc_gateway_ideal|mollie_methods_ideal|iDEAL | Wero|Wero | iDEAL|I-DEAL|' +
        'iDEAL.|iDEAL (ING)|iDEAL - Rabobank|Betaald met iDEAL|Betaal via iDEAL QR|iDEAL 2.0|IDE - iDEAL',
    ],
    [
      'AFP',
      'AfterPay (Riverty)|Riverty|Riverty (voorheen AfterPay)|AfterPay / Riverty|After-pay|Achteraf betalen met AfterPay|Factuur (AfterPay)',
    ],
    ['DRD', 'SEPA Direct Debit|sepadirectdebit|SEPA-incasso|Automatische incasso (SEPA)|Direct debit|directdebit|Machtiging'],
    ['MRC', 'Bancontact/Mister Cash|Bancontact / Mister Cash|MisterCash|Mr. Cash|Bancontact (DigiWallet)'],
    [
      'BWI',
      'Bank transfer|bankwire|banktransfer|SEPA overboeking|Directe bankoverschrijving|Online bank transfer|Overschrijving',
    ],
    ['PSC', 'Paysafe card|paysafecard|PaySafeCard (TargetPay)|paysafe'],
  ] as const)('and so are the other names of %s', (code, list) => {
    const names = list
      .replaceAll(' | ', '\0')
      .split('|')
      .map((name) => name.replaceAll('\0', ' | '))
    expect(names.map((name) => [name, check({ paymentMethodCode: name }).complete?.paymentMethodCode])).toEqual(
      names.map((name) => [name, code]),
    )
  })

  test.each([
    ['PYP', 'PYP|pyp|PayPal|paypal (DigiWallet)|PayPal Express|Betaald met PayPal'],
    ['EPS', 'EPS|eps|EPS-Überweisung'],
    ['GIP', 'GIP|Giropay|giropay (Mollie)'],
  ] as const)('%s is said to be a method that notes do not take', (code, list) => {
    for (const value of list.split('|')) {
      const { complete: note, problems } = check({ paymentMethodCode: value })
      expect(note).toBeNull()
      expect(problems).toMatchObject({ paymentMethodCode: [{ id: 'bulk.row.methodRefused', values: { value, code } }] })
      // As the window takes them.
      expect(fieldMessagesSchema.parse(problems)).toEqual(problems)
    }
  })

  test('a cell that means two methods, or one that is not ours, is never guessed at', () => {
    const names =
      'iDEAL / Bancontact|iDEAL (PayPal)|PayPal / Creditcard|iDEAL in3|in3 (iDEAL)|Klarna|iDEAL / Klarna|Wero|SEPA|Apple Pay (Visa)|' +
      'Visa gift card|Cadeaubon|Contant|12,50|cc cards|Betalen|Bank|pay|op rekening'
    for (const value of names.split('|')) {
      expect([value, check({ paymentMethodCode: value }).problems]).toEqual([
        value,
        { paymentMethodCode: [{ id: 'bulk.row.method', values: { value } }] },
      ])
    }
  })

  test('the eight codes need no translation, in small letters either', () => {
    for (const { code } of paymentMethods) {
      for (const written of [code, code.toLowerCase()]) {
        const { complete: note, warnings } = check({ paymentMethodCode: written })
        expect([note?.paymentMethodCode, warnings]).toEqual([code, []])
      }
    }
  })
})

describe('what the account says about tests', () => {
  test('goes where a row says nothing', () => {
    const account = (testDefault: NoteContext['testDefault']) => check({}, {}, { ...context, testDefault })
    expect(account('on').complete?.test).toBe(true)
    expect(account('off').complete?.test).toBe(false)
    expect(account('ask')).toMatchObject({ complete: null, problems: { test: [{ id: 'validation.chooseTest' }] } })
  })

  test('an outlet in test mode makes a test of every note, and says so where a row said otherwise', () => {
    expect(check({ outletID: '99999', test: 'nee' })).toMatchObject({
      complete: { test: true },
      warnings: [{ id: 'bulk.row.testForced', values: { outlet: '99999' } }],
    })
    expect(check({ outletID: ' 99999 ', test: 'ja' })).toMatchObject({ complete: { test: true }, warnings: [] })
  })

  test('comes from its settings', () => {
    const outlets = [
      { id: '1', label: '', testMode: true },
      { id: '2', label: '', testMode: false },
    ]
    expect(noteContextOf({ ...newDigiwalletSettings(), outlets, testDefault: 'on' })).toEqual({
      testDefault: 'on',
      testOutlets: new Set(['1']),
    })
  })
})

describe('the quick judgement', () => {
  const digits = fc.stringMatching(/^[0-9]{0,42}$/)
  const blank = fc.constantFrom('', ' ', '\t', '\u00a0', '\ufeff')
  const identifier = fc.oneof(
    { weight: 3, arbitrary: fc.nat().map(String) },
    fc.tuple(blank, digits, blank).map((parts) => parts.join('')),
    fc.string({ maxLength: 6 }),
    fc.constantFrom('١٢٣', '1\n', '12a', '-1'),
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('a', '.', ' ', '/', '\\', '\n', '\u0085', '\u2028', '\ud83d', '\ude00', 'é'),
      maxLength: 8,
    }),
    fc.constantFrom('€'.repeat(900), 'x'.repeat(7400), 'x'.repeat(20_000), 'x'.repeat(20_001)),
  )
  const candidate = fc.record({
    action: fc.constantFrom('create' as const, 'update' as const, 'delete' as const),
    outletID: identifier,
    saleID: identifier,
    paymentMethodCode: fc.oneof(
      fc.constantFrom(...paymentMethods.map(({ code }) => code as string)),
      fc.string({ maxLength: 4 }),
    ),
    text,
    test: fc.constantFrom(true, false, undefined),
  })

  test('is that of the schema, or none', () => {
    let judged = 0
    fc.assert(
      fc.property(candidate, (note) => {
        const quick = quickNote(note)
        const parsed = completeNoteSchema.safeParse(note)
        expect(parsed.success ? parsed.data : null).toEqual(quick)
        judged += quick === null ? 0 : 1
      }),
      { numRuns: 5000 },
    )
    // Both halves were tried.
    expect(judged).toBeGreaterThan(200)
    expect(judged).toBeLessThan(4800)
  })
})

describe('what is there already', () => {
  const noteOf = (values: RowValues) => check(values).complete!
  const finder = (known = false) => noteDuplicates(() => known)

  test('a second note on the same sale, whatever it says', () => {
    const find = finder()
    expect(find(2, noteOf({}))).toEqual({ duplicate: false, warnings: [] })
    expect(find(3, noteOf({ saleID: '1' })).duplicate).toBe(false)
    expect(find(4, noteOf({ text: 'Iets anders' }))).toEqual({
      duplicate: true,
      warnings: [{ id: 'bulk.row.sameNote', values: { row: 2 } }],
    })
  })

  test('but not on another outlet, with another method, or on the test side', () => {
    const find = finder()
    for (const values of [{}, { outletID: '1' }, { paymentMethodCode: 'MRC' }, { test: 'ja' }, { saleID: '12345' }]) {
      expect(find(2, noteOf(values)).duplicate).toBe(false)
    }
  })

  test('an update or delete that says the same as one before', () => {
    const find = finder(true)
    const long = 'x'.repeat(500)
    expect(find(2, noteOf({ action: 'update', text: long })).duplicate).toBe(false)
    expect(find(3, noteOf({ action: 'update', text: `${long}y` })).duplicate).toBe(false)
    expect(find(4, noteOf({ action: 'update', text: long }))).toEqual({
      duplicate: true,
      warnings: [{ id: 'bulk.row.sameRow', values: { row: 2 } }],
    })
    expect(find(5, noteOf({ action: 'delete' })).duplicate).toBe(false)
    expect(find(6, noteOf({ action: 'delete' })).duplicate).toBe(true)
  })

  test('a note that the ledger has', () => {
    const find = noteDuplicates(({ saleID }) => saleID === '7')
    expect(find(2, noteOf({ saleID: '7' }))).toEqual({ duplicate: true, warnings: [{ id: 'bulk.row.knownNote' }] })
    expect(find(3, noteOf({ saleID: '8' })).duplicate).toBe(false)
  })

  test('changing a note that nobody here has seen is said, unless this file makes it', () => {
    const find = finder()
    expect(find(2, noteOf({ action: 'update' })).warnings).toEqual([{ id: 'bulk.row.replacesUnseen' }])
    expect(find(3, noteOf({ action: 'delete' })).warnings).toEqual([{ id: 'bulk.row.deletesUnseen' }])
    find(4, noteOf({ saleID: '8' }))
    expect(find(5, noteOf({ saleID: '8', action: 'update' })).warnings).toEqual([])
  })
})
