import type { FieldMessages } from '#shared/domain/message.ts'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { BulkRow } from '#shared/domain/bulk.ts'
import { neutralised, restored } from '#main/bulk/vocabulary/formula-cells.ts'
import { csvBytes } from '#main/bulk/writing/csv.ts'
import { faultyCells, laidOut, resultCells } from '#main/bulk/writing/outcome-rows.ts'
import { bulkKinds } from '#shared/domain/kinds.ts'
import { outcomeColumns } from '#main/bulk/vocabulary/own-files.ts'
import { sentencesIn } from '#main/bulk/writing/sentences.ts'
import { exports } from '#main/bulk/runs/exports.ts'
import { xlsxBytes } from '#main/bulk/writing/xlsx.ts'
import { readTable } from '#test/support/bulk-table.ts'
import { csvRoundTrips, xlsxRoundTrips, zipPart } from './round-trips.ts'

const textOf = async (pieces: AsyncIterable<Uint8Array>) => {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all).toString('utf8')
}

const row: BulkRow = {
  row: 7,
  standing: 'good',
  values: {},
  originals: {},
  test: null,
  problems: {},
  warnings: [],
  outcome: null,
}
const say = sentencesIn('nl')

describe('a formula in a cell', () => {
  test.each(['=1+1', '+31 6 12345678', '-5', '@SUM(A1)', '\tx', '\rx', '＝1', "'=1", "''-"])(
    '%j gets an apostrophe, and loses it again',
    (cell) => {
      expect(neutralised(cell)).toBe(`'${cell}`)
      expect(restored(neutralised(cell))).toBe(cell)
    },
  )

  test.each(["'s-Gravenhage", "'", '1-1-2026', 'a=b', '', ' =1'])('%j is none and stays as it is', (cell) => {
    expect(neutralised(cell)).toBe(cell)
    expect(restored(cell)).toBe(cell)
  })
})

describe('a CSV', () => {
  test('opens in Excel as it is: marked UTF-8, the clerk’s delimiter, Windows lines, quoted cells', async () => {
    expect(await textOf(csvBytes([[['a', 'b']], [['=1', 'x;"y"\n']]], ';'))).toBe('\ufeff"a";"b"\r\n"\'=1";"x;""y""\n"\r\n')
  })

  test('that somebody else made keeps its apostrophes', async () => {
    expect((await readTable("nr;tekst\n1;'=1+1\n2;'-\n")).cells).toEqual([
      ['1', "'=1+1"],
      ['2', "'-"],
    ])
  })

  test('of ours is known again by its columns, wherever they were moved to, and loses only what we added', async () => {
    const [rows = '', messages = ''] = outcomeColumns('notes', 'en', 'csv', 'faulty')
    const bytes = await textOf(
      csvBytes(
        [
          [
            [messages, 'Sale', rows, 'Text'],
            ['=bad', '007', '2', '-5'],
            ['', '008', '3', "'=1"],
          ],
        ],
        ',',
      ),
    )
    const read = await readTable(bytes)
    expect(read.table.header).toEqual(['Sale', 'Text'])
    expect(read.cells).toEqual([
      ['007', '-5'],
      ['008', "'=1"],
    ])
    expect(read.table.remarks()).toEqual([{ id: 'bulk.remark.ownFile' }])
  })
})

describe('an XLSX file', () => {
  test('holds texts that another reader reads as texts too', async () => {
    const table = [
      ['Nummer', 'constructor', 'Tekst'],
      ['00012345678901234567', '=1+1', 'regel 1\nregel 2'],
      ['1E5', 'TRUE', '  <b>&amp;</b> 😀 '],
    ]
    const bytes = await xlsxBytes([table.slice(0, 1), table.slice(1)], 'Balie')
    expect((await readTable(bytes)).cells).toEqual(table.slice(1))
    const [sheet] = await readExcelFile(Buffer.from(bytes), { trim: false })
    expect(sheet).toMatchObject({ sheet: 'Balie', data: table })
  })

  test('is text in its empty cells too, so that what is filled in there keeps its zeros', async () => {
    const { template } = exports({ rowViews: {}, table: {}, language: () => 'nl' } as never)
    const pieces: Uint8Array[] = []
    for await (const piece of template('notes', 'xlsx')) pieces.push(piece)
    const bytes = Buffer.concat(pieces)
    const cells = zipPart(bytes, 'xl/worksheets/sheet1.xml').match(/<c [^>]*>/g) ?? []
    expect(cells).toHaveLength(1001 * 6)
    const styles = zipPart(bytes, 'xl/styles.xml')
    const textFormat = /numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1]
    const formats = styles.split('<cellXfs')[1]?.match(/<xf [^>]*>/g) ?? []
    for (const style of new Set(cells.map((tag) => Number(/ s="(\d+)"/.exec(tag)?.[1])))) {
      expect(formats[style]).toContain(`numFmtId="${textFormat}"`)
    }
    await expect(readTable(bytes)).rejects.toMatchObject({ sentence: { id: 'bulk.read.noRows' } })
  })

  test.each([
    [
      'a text that no cell holds',
      [['a'], ['x'.repeat(32_768)]],
      { id: 'bulk.write.cellTooLong', values: { row: 2, limit: 32_767 } },
    ],
    [
      'more cells than its writer can hold',
      Array.from({ length: 2000 }, () => Array.from({ length: 251 }, () => '')),
      { id: 'bulk.write.tooLarge' },
    ],
    [
      'more rows than it reads back',
      Array.from({ length: 25_002 }, () => ['1']),
      { id: 'bulk.write.tooManyRows', values: { limit: 25_000 } },
    ],
  ])('of %s is refused', async (_, rows, sentence) => {
    await expect(xlsxBytes([rows], 'Balie')).rejects.toMatchObject({ sentence })
  })
})

describe('what became of a row', () => {
  test('stands in columns after the clerk’s own, also where a row was short', () => {
    expect(laidOut(['a'], 3, ['7', 'ok'])).toEqual(['a', '', '', '7', 'ok'])
  })

  test('what was mended on screen stands in the column it came from', () => {
    const plan = { sources: { saleID: { from: 'column', column: 1 }, text: { from: 'fixed', value: 'x' } } } as const
    const mended = { edits: { saleID: '00789', text: 'nieuw' }, plan }
    expect(laidOut(['a', '789', 'c'], 3, [], mended)).toEqual(['a', '00789', 'c'])
  })

  test('a faulty row says everything, once', () => {
    const problems: FieldMessages = { saleID: [{ id: 'validation.digits' }], outletID: [{ id: 'validation.digits' }] }
    expect(
      faultyCells({ row: 7, originals: {}, problems, warnings: [{ id: 'bulk.row.sameNote', values: { row: 1234 } }] }, say),
    ).toEqual(['7', 'Gebruik alleen cijfers. Rij 1.234 maakt al een notitie bij deze transactie.'])
  })

  test('a sent row has its number, a refused one the vendor’s words', () => {
    const outcome = { submissionId: '1', number: null, reason: null, head: [], fields: {}, actions: [] } as const
    const withOutcome = (more: Partial<NonNullable<BulkRow['outcome']>>): BulkRow => ({
      ...row,
      outcome: { ...outcome, head: [], actions: [], state: 'sent', ...more },
    })
    expect(resultCells('notes', withOutcome({ number: '0012' }), say)).toEqual(['7', 'Verzonden', '0012', ''])
    expect(
      resultCells('notes', withOutcome({ state: 'rejected', fields: { saleID: [{ text: 'Sale not found.' }] } }), say),
    ).toEqual(['7', 'Geweigerd', '', 'Sale not found.'])
    expect(resultCells('notes', { ...row, standing: 'skipped' }, say)).toEqual(['7', 'Overgeslagen', '', ''])
  })

  test('has no column for a number where its vendor gives none', () => {
    for (const kind of bulkKinds) {
      const header = outcomeColumns(kind, 'nl', 'xlsx', 'result')
      expect(header).toHaveLength(kind === 'payment-notes' ? 3 : 4)
      expect(resultCells(kind, { ...row, standing: 'skipped' }, say)).toHaveLength(header.length)
    }
  })
})

/** As many as a test run can afford; `npm run bench round-trips` does a hundred thousand of each. */
describe('random tables come back whole, and none has a live formula', () => {
  test.each([
    ['CSV', csvRoundTrips, 2000],
    ['XLSX', xlsxRoundTrips, 300],
  ])('from %s', async (_, roundTrips, runs) => {
    const { tables, cells, lost, liveFormulas } = await roundTrips(runs)
    expect({ tables, lost, liveFormulas }).toEqual({ tables: runs, lost: 0, liveFormulas: 0 })
    expect(cells).toBeGreaterThan(runs)
  })
})
