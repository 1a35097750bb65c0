import { describe, expect, test } from 'vitest'
import { cellText, isPlain } from '#main/bulk/planning/cell-text.ts'
import { identifierText } from '#shared/domain/identifier-text.ts'
import { completeDisputeSchema } from '#shared/vendors/billink/dispute.ts'
import { outletIdSchema, saleIdSchema } from '#shared/vendors/digiwallet/sale-note-fields.ts'

const problem = (cell: string, isName = true) => cellText(cell, undefined, isName).problem

describe('a cell that says nothing that could be sent', () => {
  test.each(
    (
      '#N/B #VERW! ######## #NAAM? #WAARDE! #DEEL/0! #GETAL! #LEEG! #OVERLOOP! ## #N/A #REF! #NAME? #VALUE! #DIV/0! #NUM! #NULL! ' +
      '#SPILL! #CALC! #FIELD! #BUSY! #CONNECT! #BLOCKED! #UNKNOWN! #GETTING_DATA #NV #BEZUG! #WERT! #ZAHL! #ÜBERLAUF! #N/D #NOM? ' +
      '#VALEUR! #NOMBRE! #ERROR! #FOUT! Err:502 Fout:508 Err:522'
    ).split(' '),
  )('is %s, in every field', (error) => {
    expect([problem(error), problem(` ${error} `, false)]).toEqual(['bulk.row.errorValue', 'bulk.row.errorValue'])
  })

  test.each('1,23457E+15 2,02601E+11 2.02601E11 2E+10 1E+11 2E15 1.2345678E7 12.5E+3 2e+10 -1,5E-3 1E+011'.split(' '))(
    'is %s, a number that Excel made short',
    (number) => {
      expect([problem(number), problem(` ${number}`, false)]).toEqual(['bulk.row.shortened', 'bulk.row.shortened'])
    },
  )

  test.each([
    'NULL',
    'nan',
    'None',
    'undefined',
    '\\N',
    'N/A',
    'n.v.t.',
    '<null>',
    '(null)',
    'NIL',
    '-',
    '--',
    '—',
    '?',
    '…',
    '/',
    'n/b',
    'n.b.t.',
    'onbekend',
    'Geen',
    'TBD',
    '[object Object]',
  ])('is %s for a name', (word) => {
    expect(problem(word)).toBe('bulk.row.nothing')
  })

  test.each(['NULL', 'null', 'undefined', 'undefined undefined', 'NaN', '\\N', '<null>', '(null)', '[object Object]'])(
    'is %s, which only a program writes, in a text as well',
    (word) => {
      expect([problem(word, false), isPlain(word, false)]).toEqual(['bulk.row.nothing', false])
    },
  )

  test.each(['Null', 'Jan Null', 'None', '-', 'n.v.t.', 'onbekend', 'nullijn', 'geen', 'Undefined behaviour'])(
    'is not %s in a text, which a person may mean',
    (word) => {
      expect(problem(word, false)).toBeUndefined()
    },
  )

  test.each([
    '2026001\n2026002',
    '2026001\r\nzie mail',
    '2026-\n001',
    '2026001\u20282026002',
    '2026001, 2026002',
    '2026001,2026002',
    '2026001; 2026002; 2026003',
    'F-001 en F-002',
    '2026001 & 2026002',
    '2026001 + 2026002',
    '2026001 t/m 2026005',
    '2026001 - 2026005',
    '20260001 20260002',
    '20260001/20260002',
    '20260001 | 20260002 | 20260003',
  ])('is %j for a name, because it is more than one', (cell) => {
    expect([problem(cell), problem(`${cell}\n`), problem(cell, false)]).toEqual([
      'bulk.row.severalNumbers',
      'bulk.row.severalNumbers',
      undefined,
    ])
  })

  test.each([
    ['Jan &amp; Piet', 'Ren&eacute;e', 'prijs &euro; 5', 'd&#39;Hondt', '&quot;nee&quot;', 'a&nbsp;b', '&#x27;'],
    ['R&D', 'Jan & Piet', 'A&B;C', '&', 'a&b; c&d;', '&#;'],
  ])('warns of a text that a page of the web wrote, as %j, and of no other', (...cells) => {
    const isOdd = cells[0] === 'Jan &amp; Piet'
    for (const cell of cells) {
      expect([cell, isPlain(cell, false)]).toEqual([cell, false])
      expect(cellText(cell, undefined, false)).toEqual({ text: cell, ...(isOdd ? { warning: 'bulk.row.garbled' } : {}) })
    }
  })

  test.each([
    ['amount', 'bulk.row.amountAsName', undefined],
    ['percent', 'bulk.row.amountAsName', undefined],
    ['date', 'bulk.row.dateAsName', undefined],
    ['unshown', 'bulk.row.unshown', 'bulk.row.unshown'],
    ['formula-text', 'bulk.row.noResult', 'bulk.row.noResult'],
    ['open-quote', 'bulk.row.openQuote', 'bulk.row.openQuote'],
    ['stray', 'bulk.row.stray', 'bulk.row.stray'],
  ] as const)('is one that was read as %s', (flag, asName, asText) => {
    expect([true, false].map((isName) => cellText('12', flag, isName).problem)).toEqual([asName, asText])
  })

  test.each([
    '#1',
    '#12 van 20',
    'F-2026',
    '2026E',
    'E12',
    'E-100',
    '12E',
    '3E4E5',
    '# let op!',
    '#let op',
    'Err',
    '1E',
    'E',
    '20260001',
    '2026,001',
    '2026/001234',
    'F-2026 / 12345',
    '1e termijn, 2026001',
    'AB & C 2026001',
    '2026/0001',
    '202600/000001',
    '2026 0001 0002',
    '20260001/1',
    '0612345678/20260001',
  ])('is not %s', (cell) => {
    expect(problem(cell)).toBeUndefined()
  })
})

describe('what a program put around a value', () => {
  test.each([
    ['="0001234"', '0001234', undefined],
    ['=T("0001234")', '0001234', undefined],
    ['="a""b"', 'a"b', undefined],
    [' ="0001234" ', '0001234', undefined],
    ["'0001234", '0001234', 'bulk.row.apostrophe'],
    ["'=1+1", '=1+1', 'bulk.row.apostrophe'],
    ["'+31612345678", '+31612345678', 'bulk.row.apostrophe'],
    ["'-5", '-5', 'bulk.row.apostrophe'],
    ["'@x", '@x', 'bulk.row.apostrophe'],
    ["'s-Gravenhage 5", "'s-Gravenhage 5", undefined],
    ["'t Hoekje", "'t Hoekje", undefined],
    ['20260001.0', '20260001.0', 'bulk.row.pointZero'],
    ['20260001,00', '20260001,00', 'bulk.row.pointZero'],
    ['2026.01', '2026.01', undefined],
    ['F&amp;1', 'F&amp;1', 'bulk.row.garbled'],
    ['１２３４－５６', '1234-56', 'bulk.row.invisible'],
  ])('is taken off %s', (cell, text, warning) => {
    expect(cellText(cell, undefined, true)).toEqual({ text, ...(warning ? { warning } : {}) })
  })

  test.each([
    ["'=1+1", '=1+1'],
    ['="Factuur 1"', 'Factuur 1'],
    ["'s avonds gebeld", "'s avonds gebeld"],
    ['2.0', '2.0'],
  ])('is taken off the text %s', (cell, text) => {
    expect(cellText(cell, undefined, false)).toEqual({ text })
  })
})

test('a name with a long row of blanks in it is read as soon as any', () => {
  const name = `1${' '.repeat(200_000)}x`
  expect(cellText(name, undefined, true)).toEqual({ text: name })
})

describe('signs that nobody sees', () => {
  const cases = [
    ['zero width before', '\u200b20260001'],
    ['zero width behind', '20260001\u200b'],
    ['zero width within', '2026\u200c0001'],
    ['a joiner', '2026\u200d0001'],
    ['direction around', '\u202a20260001\u202c'],
    ['isolates around', '\u206820260001\u2069'],
    ['marks of direction', '\u200e20260001\u200f\u061c'],
    ['a soft hyphen', '2026\u00ad0001'],
    ['a byte order mark', '\ufeff20260001'],
    ['a word joiner', '2026\u20600001'],
    ['hard spaces around', '\u00a020260001\u202f'],
    ['wide spaces around', '\u300020260001\u2003'],
    ['a variation', '2026\ufe0f0001'],
    ['a tag', '2026\u{e0031}0001'],
    ['a control character', '2026\u00070001'],
  ] as const
  test.each(cases)('%s are taken out of numbers, in tables and in forms', (_, written) => {
    expect(cellText(written, undefined, true)).toEqual({ text: '20260001', warning: 'bulk.row.invisible' })
    expect([outletIdSchema.parse(written), saleIdSchema.parse(written)]).toEqual(['20260001', '20260001'])
    const dispute = { customerName: 'a', customerEmail: 'a@b.nl', category: 'c', locale: 'nl', message: 'm' }
    expect(completeDisputeSchema.parse({ ...dispute, invoice: written }).invoice).toBe('20260001')
  })

  test.each([
    ['2026\u20110004', '2026-0004'],
    ['2026\u20100004', '2026-0004'],
    ['2026\u20130005', '2026\u20130005'],
    ['F 2026', 'F 2026'],
    ['F\u00a02026', 'F 2026'],
    ['é2026', 'é2026'],
  ])('%s reads %s', (written, text) => {
    expect(identifierText(written)).toBe(text)
  })

  test('stay in texts, where they join emoji and letters of other scripts', () => {
    expect(cellText('👩\u200d🚒', undefined, false)).toEqual({ text: '👩\u200d🚒' })
  })
})
