import { describe, expect, test } from 'vitest'
import { readTable } from '#test/support/bulk-table.ts'
import { sheetXml, textRow, xlsxWorkbook } from '#test/support/xlsx-workbook.ts'

const header = textRow(1, 'Nummer', 'Waarde')
/** One row with this cell in its second column. */
const withCell = (cell: string, formats: readonly string[] = [], strings: readonly string[] = []) =>
  readTable(xlsxWorkbook({ sheet: `${header}<row r="2"><c r="A2"><v>1</v></c>${cell}</row>`, formats, strings }))
const shown = async (cell: string, formats: readonly string[] = []) => {
  const { rows } = await withCell(cell, formats)
  return [rows[0]?.cells[1], rows[0]?.flags?.[1]]
}

test.each([
  ['ISO-8859-1', 'latin1'],
  ['windows-1252', 'latin1'],
  ['UTF-8', 'utf8'],
] as const)('parts in %s, as they say themselves', async (encoding, written) => {
  const said = (xml: string) => Buffer.from(xml.replace('encoding="UTF-8"', `encoding="${encoding}"`), written)
  const bytes = xlsxWorkbook({
    sheet: said(sheetXml(`${header}<row r="2"><c t="inlineStr"><is><t>Zoë</t></is></c><c t="s"><v>0</v></c></row>`)),
    replace: { 'xl/sharedStrings.xml': said('<?xml version="1.0" encoding="UTF-8"?><sst><si><t>één</t></si></sst>') },
  })
  expect((await readTable(bytes)).cells).toEqual([['Zoë', 'één']])
})

describe('cells are the text that Excel shows', () => {
  test.each([
    ['a whole number', '<c r="B2"><v>12345678</v></c>', '12345678'],
    ['a whole number stored with a point', '<c r="B2"><v>123.0</v></c>', '123'],
    ['a whole number stored as a power', '<c r="B2"><v>1.2345678E7</v></c>', '12345678'],
    ['a small number stored as a power', '<c r="B2"><v>1.5E-3</v></c>', '0,0015'],
    ['a negative amount', '<c r="B2"><v>-12.50</v></c>', '-12,5'],
    ['minus nothing', '<c r="B2"><v>-0</v></c>', '0'],
    ['a text of digits', '<c r="B2" t="inlineStr"><is><t>00012345</t></is></c>', '00012345'],
    ['a long text of digits', '<c r="B2" t="inlineStr"><is><t>12345678901234567890</t></is></c>', '12345678901234567890'],
  ])('%s', async (_, cell, text) => {
    expect(await shown(cell)).toEqual([text, undefined])
  })

  test.each([
    ['a formula with its result', '<c r="B2"><f>1+1</f><v>2</v></c>', '2', 'formula'],
    ['a formula with a text', '<c r="B2" t="str"><f>A1</f><v>Nummer</v></c>', 'Nummer', 'formula'],
    ['a formula without a result', '<c r="B2"><f>1+1</f></c>', '', 'no-result'],
    ['a formula whose result was left empty', '<c r="B2"><f>1+1</f><v></v></c>', '', 'no-result'],
    ['a formula that gives an empty text', '<c r="B2" t="str"><f>""</f><v></v></c>', '', 'formula'],
    ['an error', '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!', 'error'],
    ['yes', '<c r="B2" t="b"><v>1</v></c>', 'WAAR', 'boolean'],
    ['no', '<c r="B2" t="b"><v>0</v></c>', 'ONWAAR', 'boolean'],
    ['fifteen digits', '<c r="B2"><v>123456789012345</v></c>', '123456789012345', undefined],
    ['sixteen digits', '<c r="B2"><v>1234567890123456</v></c>', '1234567890123456', 'digits-lost'],
    ['twenty digits, as Excel stores them', '<c r="B2"><v>1.23456789012346E+19</v></c>', '12345678901234600000', 'digits-lost'],
    ['an amount with a rounding error', '<c r="B2"><v>19.989999999999998</v></c>', '19,99', 'rounded'],
    ['a date in words of ISO', '<c r="B2" t="d"><v>2026-03-05</v></c>', '05-03-2026', 'date'],
    ['something else in the place of a number', '<c r="B2"><v>twaalf</v></c>', 'twaalf', 'error'],
  ])('%s', async (_, cell, text, flag) => {
    expect(await shown(cell)).toEqual([text, flag])
  })

  test.each([
    ['a date', 'dd-mm-yyyy', '46086', '05-03-2026', 'date'],
    ['a date that begins with the year', 'yyyy\\-mm\\-dd', '46086', '2026-03-05', 'date'],
    ['a date in words', '[$-413]d mmmm yyyy;@', '46086', '05-03-2026', 'date'],
    ['a date with a time', 'd-m-yyyy h:mm', '46086.604166666664', '05-03-2026 14:30', 'date'],
    ['a time', 'h:mm AM/PM', '0.5', '12:00', 'date'],
    ['the last day before the leap day that never was', 'dd-mm-yyyy', '59', '28-02-1900', 'date'],
    ['the day after it', 'dd-mm-yyyy', '61', '01-03-1900', 'date'],
    ['zeros that the format shows', '00000000', '12345', '00012345', 'padded'],
    ['zeros that are there already', '0000', '12345', '12345', undefined],
    ['an amount in euros', '"€" #,##0.00', '12.5', '€ 12,50', 'amount'],
    ['days in words that are no date', '0 "dagen"', '12', '12 dagen', 'formatted'],
    ['a number in red', '[Red]0.00', '3', '3,00', 'amount'],
    ['text', '@', '7', '7', undefined],
    ['a date before there were dates', 'dd-mm-yyyy', '-5', '-5', undefined],
  ])('%s', async (_, format, value, text, flag) => {
    expect(await shown(`<c r="B2" s="1"><v>${value}</v></c>`, [format])).toEqual([text, flag])
  })

  test('dates of files that count from 1904', async () => {
    const workbook =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    const sheet = `${header}<row r="2"><c s="1"><v>44624</v></c></row>`
    expect((await readTable(xlsxWorkbook({ sheet, workbook, formats: ['dd-mm-yyyy'] }))).cells).toEqual([['05-03-2026']])
  })

  test('a text in several fonts is one text, without the reading aids of Japanese', async () => {
    const rich = '<r><t>Fac</t></r><r><rPr><b/></rPr><t xml:space="preserve">tuur </t></r><rPh sb="0" eb="1"><t>x</t></rPh>'
    expect((await withCell('<c r="B2" t="s"><v>0</v></c>', [], [rich])).cells[0]?.[1]).toBe('Factuur ')
  })

  test('what XML cannot hold comes back as it was typed', async () => {
    const cell =
      '<c r="B2" t="inlineStr"><is><t>a_x000D__x000A_b &#128512; &#x1F600; _x005F_x000D_ &lt;b&gt; _xD83D_</t></is></c>'
    // Half a character is left in sight.
    expect((await withCell(cell)).cells[0]?.[1]).toBe('a_x000D__x000A_b 😀 😀 _x005F_x000D_ <b> _xD83D_')
    const whole = '<c r="B2" t="inlineStr"><is><t>a_x000D__x000A_b _x005F_x000D_ _xD83D__xDE00_</t></is></c>'
    expect((await withCell(whole)).cells[0]?.[1]).toBe('a\r\nb _x000D_ 😀')
  })
})

describe('where cells stand', () => {
  test('gaps in rows and between them stay gaps', async () => {
    const sheet = `${header}<row r="4"><c r="C4"><v>3</v></c></row><row r="1000000"><c r="A1000000"><v>9</v></c></row>`
    const { rows } = await readTable(xlsxWorkbook({ sheet }))
    expect(rows).toEqual([
      { row: 4, cells: ['', '', '3'] },
      { row: 1_000_000, cells: ['9'] },
    ])
  })

  test('cells and rows without an address follow the ones before', async () => {
    const sheet = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'
    const { rows } = await readTable(xlsxWorkbook({ sheet }), { header: false })
    expect(rows).toEqual([
      { row: 1, cells: ['1', '2'] },
      { row: 2, cells: ['3'] },
    ])
  })

  test('a writer may put a prefix before every name', async () => {
    const sheet =
      '<?xml version="1.0"?><x:worksheet xmlns:x="y"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect((await readTable(xlsxWorkbook({ sheet }), { header: false })).cells).toEqual([['5']])
  })

  test('rows that Excel hides take part, and that is said', async () => {
    const sheet = `${header}<row r="2" hidden="1"><c><v>1</v></c></row><row r="3" ht="15"><c><v>2</v></c></row><row r="4" ht="0" customHeight="1"><c><v>3</v></c></row>`
    const { table, rows } = await readTable(xlsxWorkbook({ sheet }))
    expect(rows).toHaveLength(3)
    expect(table.remarks()).toEqual([{ id: 'bulk.remark.hiddenRows', values: { count: 2 } }])
  })
})

describe('what Excel did is said once for a column', () => {
  test('with the number of its cells', async () => {
    const dates = [2, 3, 4].map((row) => `<row r="${row}"><c r="B${row}" s="1"><v>46086</v></c></row>`).join('')
    const { table } = await readTable(xlsxWorkbook({ sheet: header + dates, formats: ['dd-mm-yyyy'] }))
    expect(table.remarks()).toEqual([{ id: 'bulk.remark.date', values: { column: 'Waarde', count: 3, example: '05-03-2026' } }])
  })
})

describe('sheets', () => {
  const two = {
    workbook:
      '<workbook xmlns:r="r"><sheets><sheet name="Leeg" r:id="rId9"/><sheet name="Oud" state="hidden" r:id="rId9"/>' +
      '<sheet name="Mei &amp; juni" r:id="rId1"/></sheets></workbook>',
    replace: {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/>' +
        '<Relationship Id="rId9" Type="x/worksheet" Target="worksheets/leeg.xml"/></Relationships>',
      'xl/worksheets/leeg.xml': sheetXml(''),
    },
  }

  test('are listed without hidden ones, and the first that is not empty is read', async () => {
    const read = await readTable(xlsxWorkbook({ sheet: textRow(1, 'Naam', 'Nr') + textRow(2, 'a', '1'), ...two }))
    expect(read.sheets).toEqual(['Leeg', 'Mei & juni'])
    expect(read.settings).toEqual({ format: 'xlsx', sheet: 'Mei & juni', header: true })
    expect(read.cells).toEqual([['a', '1']])
  })

  test('one that is not there any more is said', async () => {
    await expect(readTable(xlsxWorkbook({ sheet: header, ...two }), { sheet: 'April' })).rejects.toMatchObject({
      sentence: { id: 'bulk.read.sheetGone', values: { sheet: 'April' } },
    })
  })
})
