import { describe, expect, test } from 'vitest'
import { decodeLegacy } from '#main/bulk/reading/legacy-letters.ts'
import { pastedSource } from '#main/bulk/reading/pasted.ts'
import { headerNames } from '#main/vendors/index.ts'
import { readTable } from '#test/support/bulk-table.ts'

const head = 'outlet;transactienummer;betaalmethode;notitie\r\n'
const row = (at: number, text: string) => `12345;1000000${at};iDEAL;${text}\r\n`
const flagsOf = ({ rows }: { rows: readonly { flags?: Record<number, string> }[] }) => rows.map(({ flags }) => flags ?? {})
const textsOf = ({ cells }: { cells: string[][] }) => cells.map((texts) => texts[3])
const remarkIds = (read: { table: { remarks(): readonly object[] } }) =>
  read.table.remarks().map((remark) => ('id' in remark ? remark.id : ''))
const utf8 = (text: string) => Buffer.from(text)
/** Every letter of these is in the code page; the byte is found by trying all. */
const inPage = (text: string, page: 'macintosh' | 'ibm850' | 'windows-1252') => {
  const letters = decodeLegacy(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
    page,
  )
  return Buffer.from(text.split('').map((letter) => letters.indexOf(letter)))
}

describe('a quote that is never closed', () => {
  test.each([
    ['in the last cell', `${row(1, '"Let op')}${row(2, 'gewone tekst')}${row(3, '"bel terug')}`],
    ['in one row only', `${row(1, '"Let op')}${row(2, 'gewone tekst')}${row(3, 'bel terug')}`],
    ['in the last row only', `${row(1, 'Let op')}${row(2, 'gewone tekst')}${row(3, '"bel terug')}`],
    ['before a text with quotes', `${row(1, '"Let op')}${row(2, 'zegt "nee"')}${row(3, 'bel terug')}`],
    ['before an empty cell in quotes', `${row(1, '"Let op')}${row(2, '""')}${row(3, 'x')}`],
    ['before a cell in quotes', `${row(1, '"Let op')}${row(2, '"a; b"')}${row(3, 'x')}`],
    ['in the first cell', `"12345;10000001;iDEAL;a\r\n"12345;10000002;iDEAL;b\r\n${row(3, 'c')}`],
    ['in a middle cell', `12345;"10000001;iDEAL;a\r\n12345;"10000002;iDEAL;b\r\n${row(3, 'c')}`],
    ['after a cell of several lines', `${row(1, '"een\r\ntwee"')}${row(2, '"Let op')}${row(3, 'x')}`],
    ['before a cell in quotes of an earlier column', `${row(1, '"Let op')}${row(2, 'b')}12345;"10000003";iDEAL;c\r\n`],
    ['before a cell in quotes of the next row', `${row(1, '"Let op')}12345;"10000002";iDEAL;b\r\n${row(3, 'c')}`],
    ['in every row', [1, 2, 3].map((at) => row(at, '"Let op')).join('')],
  ])('%s takes no row with it, and its row is said', async (_, rows) => {
    const read = await readTable(head + rows)
    expect(read.cells.map(([, sale = '']) => sale.replaceAll('"', ''))).toEqual(['10000001', '10000002', '10000003'])
    const faulty = flagsOf(read).filter((flags) => Object.values(flags).includes('open-quote')).length
    expect(faulty).toBe((rows.match(/(^|;|\n)"(?![^"]*"(;|\r\n))/g) ?? []).length)
  })

  test.each([
    ['text of several lines', '"regel 1\nregel 2"', 'regel 1\nregel 2'],
    ['list', '"een; twee\r\ndrie; vier; vijf; zes\r\nzeven"', 'een; twee\r\ndrie; vier; vijf; zes\r\nzeven'],
    ['an address', '"Kerkstraat 1\r\n1234 AB Plaats; Nederland"', 'Kerkstraat 1\r\n1234 AB Plaats; Nederland'],
    ['quotes within quotes', '"zegt ""nee""\nen ""ja"""', 'zegt "nee"\nen "ja"'],
    ['an inch', '5" buis', '5" buis'],
  ])('is no %s', async (_, written, text) => {
    const read = await readTable(head + row(1, written) + row(2, 'x'))
    expect([textsOf(read), flagsOf(read)]).toEqual([
      [text, 'x'],
      [{}, {}],
    ])
  })
})

describe('a paste out of a spreadsheet', () => {
  const pasted = async (...cells: string[]) => {
    const rows = cells.map((cell, at) => `12345\t1000000${at + 1}\tiDEAL\t${cell}\r\n`).join('')
    const source = await pastedSource(`outlet\ttransactienummer\tbetaalmethode\tnotitie\r\n${rows}`, 'Geplakt', headerNames)
    return readTable(await source.read(0, source.bytes))
  }

  test.each([
    [['"Let op', 'gewone tekst', '"bel terug']],
    [['"Let op', 'zegt nee"', 'x']],
    [['"nee"', '""', '"']],
    [['"a" en "b"', '"a', 'a"']],
    [['"""', '""""', '"a""']],
    [['5" buis', '"5" buis', 'buis 5"']],
  ])('takes the quotes of %j for letters', async (cells) => {
    const read = await pasted(...cells)
    expect([textsOf(read), flagsOf(read)]).toEqual([cells, cells.map(() => ({}))])
  })

  test('takes the quotes off a cell with a line break or a tab', async () => {
    expect(textsOf(await pasted('"regel 1\nzegt ""nee"""', '"a\tb"', 'x'))).toEqual(['regel 1\nzegt "nee"', 'a\tb', 'x'])
  })

  test('of text out of a CSV is read as a CSV', async () => {
    const source = await pastedSource(head + row(1, '"a; b"'), 'Geplakt', headerNames)
    expect(textsOf(await readTable(await source.read(0, source.bytes)))).toEqual(['a; b'])
  })
})

describe('quotes behind backslashes', () => {
  const rows = ['"Klant zei \\"nee\\", daarna ja"', '"Maat \\"L\\", kleur rood"', 'gewone tekst']
  test('are read whole where a file has them', async () => {
    const read = await readTable(
      `outlet,transactienummer,betaalmethode,notitie\n${rows.map((text) => `1,2,3,${text}\n`).join('')}`,
    )
    expect(textsOf(read)).toEqual(['Klant zei "nee", daarna ja', 'Maat "L", kleur rood', 'gewone tekst'])
  })

  test('make a row faulty where the rest of the file doubles them', async () => {
    const others = Array.from({ length: 9 }, (_, at) => `1,2,3,"zegt ""${at}"", ja"\n`).join('')
    const read = await readTable(`outlet,transactienummer,betaalmethode,notitie\n${others}1,2,3,"Maat \\"L\\", rood"\n`)
    expect(read.cells.at(-1)?.[3]).toContain('L')
    expect(read.settings).toMatchObject({ delimiter: ',' })
  })
})

describe('letters of other times', () => {
  const sentence = 'Zoë Café Müller, façade één geïnd'
  test.each([
    ['macintosh', sentence],
    ['ibm850', sentence],
    ['windows-1252', sentence],
    ['macintosh', 'Zoë'],
    ['ibm850', 'Zoë'],
    ['macintosh', 'Café'],
    ['ibm850', 'Müller'],
    ['macintosh', 'Jörg Überweisung'],
    ['ibm850', 'Jörg'],
    ['windows-1252', 'foto’s en zo’n – “test”'],
    ['windows-1252', '€ 12,50'],
    ['windows-1252', 'ÉÉN'],
    ['windows-1252', 'Señor Núñez à la carte'],
  ] as const)('of %s: %s', async (page, text) => {
    const read = await readTable(inPage(`${head}${row(1, text)}`, page))
    expect([read.settings, textsOf(read)]).toMatchObject([{ encoding: page }, [text]])
    expect(read.guesses).toEqual([{ id: 'bulk.remark.encoding', values: { encoding: page } }])
  })

  test('can be chosen where they were guessed wrong', async () => {
    const bytes = inPage(`${head}${row(1, 'Zoë')}`, 'macintosh')
    expect(textsOf(await readTable(bytes, { encoding: 'ibm850' }))).toEqual(['Zoæ'])
  })

  test.each([
    ['at the end', 40, 'caf\u00e9'],
    ['at the beginning', 0, '\u00e9en'],
    ['in the middle', 20, 'Zo\u00eb en Caf\u00e9'],
  ])('one cell of them %s leaves the others of a file in UTF-8 as they are', async (_where, at, text) => {
    const rows = Array.from({ length: 41 }, (_row, n) =>
      n === at ? Buffer.from(row(1, text), 'latin1') : utf8(row(1, `Zoë Café ${n}`)),
    )
    const read = await readTable(Buffer.concat([utf8(head), ...rows]))
    expect(read.settings).toMatchObject({ encoding: 'utf-8' })
    expect(textsOf(read).filter((cell) => cell?.includes('Zoë Café'))).toHaveLength(40)
    expect(flagsOf(read).map((flags) => flags[3])).toEqual(rows.map((_row, n) => (n === at ? 'stray' : undefined)))
    expect(remarkIds(read)).toEqual(['bulk.remark.stray'])
  })

  test('UTF-8 in a file of before is said', async () => {
    const rows = Array.from({ length: 9 }, () => Buffer.from(row(1, 'Zo\u00eb'), 'latin1'))
    const read = await readTable(Buffer.concat([utf8(head), ...rows, utf8(row(2, 'Zoë'))]))
    expect(flagsOf(read).at(-1)).toEqual({ 3: 'stray' })
  })

  test('letters that were garbled before they came here are said', async () => {
    const read = await readTable(utf8(head + row(1, 'ZoÃ«') + row(2, 'Zoë') + row(3, 'Ã la carte')))
    expect(flagsOf(read)).toEqual([{ 3: 'garbled' }, {}, {}])
  })
})

describe('where the table begins', () => {
  const table = 'Outlet;Transactienummer;Betaalmethode;Notitie\r\n12345;10000001;iDEAL;a\r\n12345;10000002;iDEAL;b\r\n'
  test.each([
    ['nothing', '', undefined],
    ['one title', 'Transactieoverzicht;;;\r\n', 2],
    ['a title without delimiters', 'Transactieoverzicht\r\n', 2],
    ['a title, a period and a blank line', 'Overzicht;;;\r\nPeriode: 01-10-2026 t/m 31-10-2026;;;\r\n;;;\r\n', 4],
    ['a title with a known word', 'Notitie;;;\r\n', 2],
    ['names and values', 'Klant;Jansen BV;;\r\nFactuur;2026-1;;\r\n', 3],
    ['a row of merged titles', 'Verkoop;;Betaling;\r\n', 2],
    ['blank lines', '\r\n\r\n', undefined],
    ['blanks', '  ; ;;\r\n', undefined],
    ['an export of twenty lines', Array.from({ length: 20 }, (_, at) => `Regel ${at};;;\r\n`).join(''), 21],
    ['a line that names the delimiter', 'sep=;\r\n', undefined],
    ['such a line in quotes', '"sep=;"\r\n', undefined],
    ['such a line that is filled up', 'sep=;;;;\r\n', undefined],
    ['such a line in quotes that is filled up', '"sep=;";;;\r\n', undefined],
    ['such a line with blanks behind it', 'SEP=; \r\n', undefined],
    ['such a line and a title', 'sep=;\r\nOverzicht;;;\r\n', 2],
  ])('below %s', async (_, above, headerRow) => {
    const read = await readTable(above + table)
    expect(read.settings).toEqual({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      header: true,
      ...(headerRow && { headerRow }),
    })
    expect(read.table.header).toEqual(['Outlet', 'Transactienummer', 'Betaalmethode', 'Notitie'])
    expect(textsOf(read)).toEqual(['a', 'b'])
    expect(remarkIds(read)).toEqual(headerRow ? ['bulk.remark.headerRow'] : [])
  })

  test.each([
    ['Klant;;Factuur;\nNaam;E-mail;Nummer;Datum\nJan;j@x.nl;2026001;01-02-2026\n', 2],
    ['Factuur;;Klant;;\nNummer;Bedrag;Naam;E-mail;Plaats\n2026001;12,50;Jan;j@x.nl;Assen\n', 2],
    ['Factuur;Klant\nNaam;E-mail\nJan;Jan\n', undefined],
    ['Factuur;Klant;E-mail\nNaam;E-mail;\nJan;Jan;j@x.nl\n', undefined],
  ])('below the titles of its groups, which are names as well: %j', async (written, headerRow) => {
    expect((await readTable(written)).settings.headerRow).toBe(headerRow)
  })

  test('also with names that nobody knows', async () => {
    const read = await readTable('Overzicht van mei\n\nAap;Noot;Mies\n1;2;3\n4;5;6\n')
    expect([read.settings, read.table.header]).toMatchObject([{ headerRow: 3 }, ['Aap', 'Noot', 'Mies']])
  })

  test('is where the person says', async () => {
    const asked = { headerRow: 2 } as const
    const read = await readTable('Outlet;Transactienummer\na;b\n1;2\n', asked)
    expect([read.table.header, read.cells]).toEqual([['a', 'b'], [['1', '2']]])
    await expect(readTable(table, { headerRow: 90 })).rejects.toMatchObject({ sentence: { id: 'bulk.read.headerGone' } })
  })

  test('can be chosen from its first rows', async () => {
    expect((await readTable(`Titel;;;\r\n\r\n${table}`)).table.top.slice(0, 2)).toEqual([
      { row: 1, cells: ['Titel', '', '', ''] },
      { row: 3, cells: ['Outlet', 'Transactienummer', 'Betaalmethode', 'Notitie'] },
    ])
  })

  test.each([
    ['a total', 'Totaal;2;;\r\n'],
    ['a total with its sign', 'Totaal:;;2;\r\n'],
    ['a total in another column', ';Totaal;2;\r\n'],
    ['a grand total', 'Eindtotaal;2;;\r\n'],
    ['totals of parts', 'Subtotaal;1;;\r\nTotaal generaal;2;;\r\n'],
    ['a number of rows', '\r\n(2 rows affected)\r\n'],
    ['who made it', '\r\nGegenereerd op 1 november 2026\r\n'],
    ['a total in English', 'Total;2;;\r\n'],
    ['a sum', 'Som;;;20000003\r\n'],
    ['a blank line and a total', ' ; ;;\r\nTotaal;2;;\r\n'],
  ])('%s below it is left out, unless a person wants it', async (_, below) => {
    const read = await readTable(table + below)
    expect(textsOf(read)).toEqual(['a', 'b'])
    expect(remarkIds(read)).toEqual(['bulk.remark.below'])
    const kept = await readTable(table + below, { totals: 'keep' })
    expect(kept.cells.length).toBe(
      2 +
        below
          .trim()
          .split('\r\n')
          .filter((line) => /[a-z]/.test(line)).length,
    )
  })

  test.each([
    ['of a customer with that name', '12345;10000003;iDEAL;Totaal\r\n'],
    ['that is short', '12345;10000003\r\n'],
    ['with its first cell only', 'F-2026-9;;;\r\n'],
    ['with a name only', 'Jan Jansen;;;\r\n'],
    ['in the middle', 'Totaal;2;;\r\n12345;10000003;iDEAL;c\r\n'],
  ])('a row %s stays', async (_, last) => {
    const read = await readTable(table + last)
    expect(read.cells.length).toBe(2 + last.trim().split('\r\n').length)
  })

  test.each([
    ['of blanks', '   ;  ; ;  \r\n'],
    ['of tabs and hard spaces', '\t;\u00a0;;\r\n'],
    ['of nothing', ';;;\r\n'],
    ['of signs that nobody sees', '\u200b;;\ufeff;\r\n'],
    ['of one blank', ' \r\n'],
    ['that DOS ends a file with', '\u001a\r\n'],
  ])('a line %s is no row', async (_, blank) => {
    expect(textsOf(await readTable(table + blank + row(3, 'c') + blank))).toEqual(['a', 'b', 'c'])
  })

  test('a line under the names is no row', async () => {
    const read = await readTable(`${head}------;----------------;-------------;-------\r\n${row(1, 'a')}`)
    expect(textsOf(read)).toEqual(['a'])
  })
})

describe('what cuts cells', () => {
  test.each([
    [
      ';',
      'outlet;transactienummer;betaalmethode;notitie (artikel, kleur, maat, aantal, prijs)\n',
      '1;2;IDE;Stoel, rood, L, 1, 10\n1;3;IDE;Fiets, blauw, M, 2, 20\n',
    ],
    [';', 'naam;adres\n', 'Jansen, Piet;Kerkstraat 1, Plaats\nDe Vries, Jan;Dorp 2, Stad\n'],
    [';', '', '1,50;2,50\n3,50;4,50\n'],
    [';', 'a;b;c\n', '1;x, y, z, q;2\n3;p, q, r, s;4\n'],
    [',', 'outlet,transactienummer,betaalmethode,notitie\n', '1,2,IDE,"Stoel; rood; L"\n1,3,IDE,"Fiets; blauw; M"\n'],
    [',', 'outlet,saleid,method,text\n', '1,2,IDE,a;b;c;d\n1,3,IDE,a;b;c;d\n'],
    ['\t', 'outlet\ttransactienummer\tnotitie\n', '1\t2\ta, b; c\n1\t3\ta, b; c\n'],
    ['|', 'outlet|transactienummer|notitie\n', '1|2|a, b; c\n1|3|a, b; c\n'],
    [';', 'Overzicht, oktober 2026\noutlet;transactienummer;notitie\n', '1;2;a\n1;3;b, c\n'],
    [';', 'factuurnummer;klantnaam;email;bericht\n', 'F-1;Jansen, P.;a@b.nl;"Beste, ik wil; graag, dat"\nF-2;X;a@b.nl;ja, nee\n'],
  ] as const)('%j in %j', async (delimiter, header, rows) => {
    const read = await readTable(header + rows)
    expect(read.settings).toMatchObject({ delimiter })
  })
})

describe('formulas', () => {
  test('of texts are texts, others are said', async () => {
    const cells = ['="0001234"', '"=""0001235"""', '=A1&"x"', '=1+1', '=HYPERLINK("x")', '=-5', '== let op ==', '= 5 stuks']
    const read = await readTable(head + cells.map((cell, at) => row(at, cell)).join(''))
    expect(flagsOf(read).map((flags) => flags[3] === 'formula-text')).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ])
  })
})
