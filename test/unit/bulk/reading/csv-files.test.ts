import { describe, expect, test } from 'vitest'
import { openSource } from '#main/storage/source-file.ts'
import { pastedSource } from '#main/bulk/reading/pasted.ts'
import { detect } from '#main/bulk/reading/detect.ts'
import { headerNames } from '#main/vendors/index.ts'
import { readTable } from '#test/support/bulk-table.ts'

const text = 'Transactienummer;Klant;Bedrag\r\n00012345;"Café ’t Hoekje; Zoë";€ 12,50\r\n00012346;"Regel 1\nRegel 2";€ 3\r\n'
const cells = [
  ['00012345', 'Café ’t Hoekje; Zoë', '€ 12,50'],
  ['00012346', 'Regel 1\nRegel 2', '€ 3'],
]
const utf16 = (order: 'le' | 'be', mark: boolean) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
/** As Windows-1252 has them; the rest of the text is the same in Latin 1. */
const windows = Buffer.from(text.replaceAll('’', '\u0092').replaceAll('€', '\u0080'), 'latin1')

describe('a CSV, however it was written', () => {
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16, little-endian with its mark', utf16('le', true), 'utf-16le'],
    ['UTF-16, big-endian with its mark', utf16('be', true), 'utf-16be'],
    ['UTF-16, little-endian without', utf16('le', false), 'utf-16le'],
    ['UTF-16, big-endian without', utf16('be', false), 'utf-16be'],
    ['Windows-1252', windows, 'windows-1252'],
  ])('%s', async (_, bytes, encoding) => {
    const read = await readTable(bytes)
    expect(read.settings).toEqual({ format: 'csv', encoding, delimiter: ';', header: true })
    expect(read.table.columns.map(({ name }) => name)).toEqual(['Transactienummer', 'Klant', 'Bedrag'])
    expect(read.cells).toEqual(cells)
  })

  test.each(['le', 'be'] as const)(
    'UTF-16, %s, that was cut off within a letter: that row is odd, and no other',
    async (order) => {
      const read = await readTable(utf16(order, true).subarray(0, -5))
      expect(read.cells.slice(0, -1)).toEqual(cells.slice(0, -1))
      const last = read.rows.at(-1)
      expect(Object.values(last?.flags ?? {})).toEqual(['stray'])
      const padded = await readTable(Buffer.concat([utf16(order, true), Buffer.from('\n')]))
      expect(padded.cells).toEqual(cells)
    },
  )

  test.each([',', ';', '\t', '|', '^', '~'] as const)('cut by %j', async (delimiter) => {
    const bytes = ['Naam', 'Nummer', 'Tekst'].join(delimiter) + '\n' + ['Jan', '007', `"a${delimiter}b"`].join(delimiter)
    const read = await readTable(bytes)
    expect(read.settings).toMatchObject({ delimiter, header: true })
    expect(read.cells).toEqual([['Jan', '007', `a${delimiter}b`]])
  })

  test('with commas in its amounts and semicolons between its cells', async () => {
    expect((await readTable('1;2,50\n3;4,75\n5;6,10\n')).settings).toMatchObject({ delimiter: ';', header: false })
  })

  test('with a line that names its delimiter', async () => {
    const read = await readTable('sep=|\r\nnaam|tekst\r\na;b|c,d\r\n')
    expect(read.settings).toMatchObject({ delimiter: '|' })
    expect(read.rows).toEqual([{ row: 2, cells: ['a;b', 'c,d'] }])
  })

  test.each(['\r\n', '\n', '\r'])('with %j between its lines', async (end) => {
    expect((await readTable(['a;b', '1;2', '3;4'].join(end))).cells).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  test('whose last line has no end, and whose lines end in different ways', async () => {
    const read = await readTable('naam;nr\r\na;1\nb;2\r\n\r\nc;3')
    // Rows are numbered as Excel shows them: the blank one counts.
    expect(read.rows.map(({ row, cells: [name] }) => [row, name])).toEqual([
      [2, 'a'],
      [3, 'b'],
      [5, 'c'],
    ])
  })

  test('keeps what stands in quotes and in cells as it is', async () => {
    const read = await readTable('a;b;c;d\n"say ""hi""";5" buis;  x ;"\t"\n')
    expect(read.cells).toEqual([['say "hi"', '5" buis', '  x ', '\t']])
  })

  test('one strange byte far down in a long file makes it Windows-1252, not a question mark', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `${at};regel`).join('\n')
    const bytes = Buffer.concat([Buffer.from(`nr;tekst\n${rows}\n20000;caf`), Buffer.from([0xe9, 0x0a])])
    const read = await readTable(bytes)
    expect(read.settings).toMatchObject({ encoding: 'windows-1252' })
    expect(read.cells.at(-1)).toEqual(['20000', 'café'])
  })

  test('letters that take several bytes survive wherever the file is cut into pieces', async () => {
    const line = `${'é€😀'.repeat(7)};${'ü'.repeat(11)}\r\n`
    const read = await readTable(`a;b\r\n${line.repeat(9000)}`)
    expect(read.cells).toHaveLength(9000)
    expect(new Set(read.cells.map((row) => row.join(';')))).toEqual(new Set([line.trimEnd()]))
  })

  test('is refused when it is read in an encoding that it does not have', async () => {
    await expect(readTable(windows, { encoding: 'utf-8' })).rejects.toMatchObject({ sentence: { id: 'bulk.read.encoding' } })
  })
})

describe('the first row', () => {
  test.each([
    ['names that are known', 'Outlet ID;Transactienummer\n1;2\n', true],
    ['names that are not known', 'Aap;Noot;Mies\n1;2;3\n', true],
    ['numbers', '12345;12345678\n12345;12345679\n', false],
    ['an e-mail address', 'Jan;jan@voorbeeld.nl\nPiet;piet@voorbeeld.nl\n', false],
    ['the same word twice', 'a;a\nb;c\n', false],
  ])('of %s', async (_, bytes, header) => {
    expect((await readTable(bytes)).settings).toMatchObject({ header })
  })

  test('gives every column a name that a template can use', async () => {
    const read = await readTable('Nummer;;nummer;Nummer\n1;2;3;4\n', { header: true })
    expect(read.table.columns.map(({ name }) => name)).toEqual(['Nummer', 'B', 'nummer (2)', 'Nummer (3)'])
  })

  test('is a row where the person says so; columns then have their letters', async () => {
    const read = await readTable('naam;nr\na;1\n', { header: false })
    expect(read.table.header).toBeNull()
    expect(read.table.columns.map(({ name, samples }) => [name, samples])).toEqual([
      ['A', ['naam', 'a']],
      ['B', ['nr', '1']],
    ])
  })
})

describe('rows that are longer than the header', () => {
  test('do not make a column when they are few', async () => {
    const read = await readTable('nr;tekst\n1;a\n2;b;c\n3;d\n')
    expect(read.table.columns).toHaveLength(2)
    expect(read.cells[1]).toEqual(['2', 'b', 'c'])
    // A result is laid out as wide as the longest, so that nothing of it is lost.
    expect(read.table.width()).toBe(3)
  })

  test('make a column when most rows fill it', async () => {
    const read = await readTable('nr;tekst\n1;a;x\n2;b;y\n3;d\n')
    expect(read.table.columns.map(({ name }) => name)).toEqual(['nr', 'tekst', 'C'])
  })
})

describe('what was copied in Excel', () => {
  test('is a table with tabs, in which texts of several lines are quoted', async () => {
    const source = await pastedSource('Nummer\tTekst\r\n007\t"regel 1\nregel 2"\r\n', 'Geplakt', headerNames)
    const { settings } = await detect(source, headerNames)
    expect(settings).toEqual({ format: 'csv', encoding: 'utf-8', delimiter: '\t', header: true })
    expect((await readTable(Buffer.concat([await source.read(0, 1000)]))).cells).toEqual([['007', 'regel 1\nregel 2']])
  })

  test('with half a character is refused, because it could not be sent', async () => {
    await expect(pastedSource('a\tb\ud83d', 'Geplakt', headerNames)).rejects.toMatchObject({
      sentence: { id: 'bulk.read.loneSurrogate' },
    })
  })
})

describe('bounds', () => {
  test('100,000 rows are read, one more is refused', async () => {
    const rows = (count: number) => `nr;tekst\n${'1;a\n'.repeat(count)}`
    expect((await readTable(rows(100_000))).rows).toHaveLength(100_000)
    await expect(readTable(rows(100_001))).rejects.toMatchObject({
      sentence: { id: 'bulk.read.csvTooManyRows', values: { limit: 100_000 } },
    })
  })

  test('more than 50 MB is refused before it is read', async () => {
    const small = await openSource({ name: 'groot.csv', bytes: Buffer.from('a;b\n1;2\n') })
    const huge = { ...small, bytes: 50 * 1024 * 1024 + 1 }
    const { openTable } = await import('#main/bulk/reading/table.ts')
    const settings = { format: 'csv', encoding: 'utf-8', delimiter: ';', header: true } as const
    await expect(openTable(huge, settings)).rejects.toMatchObject({
      sentence: { id: 'bulk.read.csvTooLarge', values: { limit: 50 } },
    })
  })
})
