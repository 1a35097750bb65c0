import { describe, expect, test } from 'vitest'
import type { BulkColumn } from '#shared/domain/bulk.ts'
import { layoutFingerprint } from '#main/bulk/planning/layout.ts'
import { fieldsOf } from '#shared/domain/bulk.ts'
import { suggested } from '#test/support/bulk-table.ts'
import { templateHeader } from '#main/bulk/writing/template-files.ts'

const columns = (...named: readonly (readonly [string, ...string[]])[]): BulkColumn[] =>
  named.map(([name, ...samples], index) => ({ index, name, samples }))
const outlet = (id: string) => ({ id, label: '', testMode: false })
const column = (at: number) => ({ from: 'column', column: at })

describe('a plan for notes', () => {
  test('goes by the names of columns, Dutch or English, however they are written', () => {
    for (const names of [
      ['Outlet ID', 'Transactienummer', 'Betaalmethode', 'Notitie', 'Test', 'Actie'],
      ['outlet', 'transaction-id', 'PAYMENT METHOD', 'Text', 'test mode', 'action'],
      ['Winkel', 'Verkoopnummer', 'Betaalwijze', 'Opmerking', 'testmodus', 'handeling'],
    ]) {
      expect(suggested('notes', columns(...names.map((name) => [name] as const)), null).sources).toEqual({
        outletID: column(0),
        saleID: column(1),
        paymentMethodCode: column(2),
        text: column(3),
        test: column(4),
        action: column(5),
      })
    }
  })

  test('goes by what is in them where names say nothing', () => {
    const found = columns(
      ['A', '12345', '12345'],
      ['B', '10000001', '10000002'],
      ['C', 'iDEAL', 'MRC'],
      ['D', 'Factuur 1 verzonden'],
    )
    const account = { outlets: [outlet('12345'), outlet('12346')], testDefault: 'ask' as const }
    expect(suggested('notes', found, account).sources).toMatchObject({
      outletID: column(0),
      saleID: column(1),
      paymentMethodCode: column(2),
      text: column(3),
      action: { from: 'fixed', value: 'create' },
    })
  })

  test('asks instead of guessing where two columns could be the sale', () => {
    expect(suggested('notes', columns(['A', '10000001'], ['B', '20260001']), null).sources.saleID).toBeUndefined()
  })

  test('does not take an order number of the shop for a sale at DigiWallet', () => {
    expect(suggested('notes', columns(['Ordernummer', 'A-1'], ['Tekst', 'Hallo daar']), null).sources.saleID).toBeUndefined()
  })

  test('fills in what the account knows', () => {
    const one = { outlets: [outlet('12345')], testDefault: 'on' as const }
    expect(suggested('notes', columns(['Transactienummer']), one).sources).toMatchObject({
      outletID: { from: 'fixed', value: '12345' },
      test: { from: 'fixed', value: '1' },
    })
    const two = { outlets: [outlet('12345'), outlet('12346')], testDefault: 'ask' as const }
    const { outletID, test: mark } = suggested('notes', columns(['Transactienummer']), two).sources
    expect([outletID, mark]).toEqual([undefined, undefined])
  })

  test('writes a text with the invoice where there is no column of texts', () => {
    const found = columns(['Transactienummer'], ['Factuurnr.', '2026001'])
    expect(suggested('notes', found, null).sources.text).toEqual({ from: 'template', template: 'Factuur {Factuurnr.}' })
  })
})

describe('a plan for disputes', () => {
  test('goes by names', () => {
    const names = ['Factuurnummer', 'Naam klant', 'E-mail', 'Categorie', 'Taal', 'Toelichting', 'Bijlage']
    expect(suggested('disputes', columns(...names.map((name) => [name] as const)), null).sources).toEqual({
      invoice: column(0),
      customerName: column(1),
      customerEmail: column(2),
      category: column(3),
      locale: column(4),
      message: column(5),
      file: column(6),
    })
  })

  test('knows e-mail addresses, files and languages when it sees them', () => {
    const found = columns(['A', 'jan@voorbeeld.nl'], ['B', 'bon.pdf', 'foto.HEIC'], ['C', 'nl', 'de'])
    expect(suggested('disputes', found, null).sources).toEqual({
      customerEmail: column(0),
      file: column(1),
      locale: column(2),
    })
  })
})

test.each(['notes', 'disputes'] as const)('the template for %s needs no choices, in either language', (kind) => {
  for (const language of ['nl', 'en'] as const) {
    const header = templateHeader(kind, language)
    const { sources } = suggested(kind, columns(...header.map((name) => [name] as const)), null)
    expect(fieldsOf(kind).map((field) => sources[field])).toEqual(header.map((_, at) => column(at)))
  }
})

describe('a layout is known again', () => {
  const header = ['Transactienummer', 'E-mail adres']
  const of = (names: readonly string[]) => layoutFingerprint('notes', names, columns(...names.map((name) => [name] as const)))

  test('whatever is in it, and however its names are spaced', () => {
    expect(of(header)).toBe(of([' transactienummer', 'E-mailadres']))
  })
  test('but not with other columns, another order or for something else', () => {
    const all = [
      of(header),
      of(header.toReversed()),
      of([...header, 'Datum']),
      layoutFingerprint('disputes', header, columns(['Transactienummer'], ['E-mail adres'])),
    ]
    expect(new Set(all).size).toBe(4)
  })
  test('and not without a header', () => {
    expect(layoutFingerprint('notes', null, columns(['A']))).toBeNull()
  })
})
