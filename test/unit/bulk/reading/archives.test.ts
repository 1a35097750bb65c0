import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { decodeLegacy } from '#main/bulk/reading/legacy-letters.ts'
import { openAsked } from '#main/bulk/reading/asked-table.ts'
import { openSource } from '#main/storage/source-file.ts'
import { openZipFiles } from '#main/bulk/reading/zip-files.ts'
import { headerNames } from '#main/vendors/index.ts'
import { readTable } from '#test/support/bulk-table.ts'
import { textRow, xlsxWorkbook } from '#test/support/xlsx-workbook.ts'
import { zip64Archive, zipArchive, type ZipEntry } from '#test/support/zip-archive.ts'

const sheet = textRow(1, 'Outlet', 'Transactienummer') + textRow(2, '12345', '10000001')
const sheets = (...contents: string[]) => {
  const names = contents.map((_, at) => `S${at + 1}`)
  return xlsxWorkbook({
    sheet: contents[0] ?? '',
    workbook: `<workbook xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${name}" r:id="r${at}"/>`).join('')}</sheets></workbook>`,
    replace: {
      'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => `<Relationship Id="r${at}" Type="x/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
      ...Object.fromEntries(
        contents.map((rows, at) => [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet><sheetData>${rows}</sheetData></worksheet>`]),
      ),
    },
  })
}

const renamed = (rename: (name: string) => string, replace: Record<string, string | null> = {}) =>
  xlsxWorkbook({ sheet, replace, rename })

describe('a spreadsheet that another program put together', () => {
  test.each([
    ['with backslashes in its names', () => renamed((name) => name.replaceAll('/', '\\'))],
    ['with ./ before its names', () => renamed((name) => `./${name}`)],
    ['with its kinds in small letters', () => renamed((name) => name.toLowerCase())],
    ['with its parts in capitals', () => renamed((name) => name.toUpperCase())],
    [
      'with another main part',
      () =>
        renamed((name) => name.replace('workbook.xml', 'book.xml').replace('xl/', 'main/'), {
          '_rels/.rels':
            '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/main/book.xml"/></Relationships>',
        }),
    ],
    ['without its first list', () => renamed((name) => name.replace('xl/', 'excel/'), { '_rels/.rels': null })],
    [
      'with backslashes in what parts refer to',
      () =>
        renamed((name) => name, {
          '_rels/.rels':
            '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl\\workbook.xml"/></Relationships>',
        }),
    ],
    ['with a byte behind its end', () => Buffer.concat([renamed((name) => name), Buffer.from('\n')])],
    ['with a page of bytes behind its end', () => Buffer.concat([renamed((name) => name), Buffer.alloc(100_000)])],
    ['with an end of ZIP64', () => zip64Archive(renamed((name) => name))],
    ['with an end of ZIP64 and bytes behind it', () => Buffer.concat([zip64Archive(renamed((name) => name)), Buffer.alloc(9)])],
  ])('%s is read', async (_, bytes) => {
    const read = await readTable(bytes())
    expect([read.settings.format, read.cells]).toEqual(['xlsx', [['12345', '10000001']]])
  })

  test.each([
    ['Numbers', [{ name: 'Index/Document.iwa', data: 'x' }], 'bulk.read.numbers'],
    ['old Numbers', [{ name: 'Index.zip', data: 'x' }], 'bulk.read.numbers'],
    ['nothing of the kind', [{ name: 'a.csv', data: 'x' }], 'bulk.read.zip'],
  ])('but one of %s is not', async (_, entries, id) => {
    await expect(readTable(zipArchive(entries))).rejects.toMatchObject({ sentence: { id } })
  })
})

describe('sheets', () => {
  const cover =
    textRow(1, 'Exportoverzicht') + textRow(2, 'Tabblad', 'Tabelnaam', 'Werkblad') + textRow(3, 'Blad 1', 'Tabel 1', 'S2')
  const explained = textRow(1, 'Toelichting') + textRow(2, 'Vul de kolommen in')

  test.each([
    ['an overview', [cover, sheet], 'S2'],
    ['an explanation', [explained, sheet], 'S2'],
    ['an overview and an explanation', [cover, explained, sheet], 'S3'],
    [
      'an overview, below a title',
      [cover, textRow(1, 'Tabel 1') + textRow(2, 'Outlet', 'Transactienummer') + textRow(3, '1', '2')],
      'S2',
    ],
    ['nothing', [sheet, cover], 'S1'],
    ['a list of headers without rows', [textRow(1, 'Outlet', 'Transactienummer'), sheet], 'S2'],
    ['unknown names', [textRow(1, 'Aap', 'Noot') + textRow(2, '1', '2'), explained], 'S1'],
  ])('the one with the table behind %s', async (_, contents, expected) => {
    const read = await readTable(sheets(...contents))
    expect(read.settings).toMatchObject({ sheet: expected })
    expect(read.guesses).toEqual(
      expected === 'S1' ? [] : [{ id: 'bulk.remark.sheet', values: { sheet: expected, count: contents.length } }],
    )
  })
})

describe('another sheet than the one that was guessed', () => {
  const titled = ['Overzicht', 'Outlet', '1', '3'].map((cell, at) => textRow(at + 1, cell, at === 0 ? '' : `${cell}b`)).join('')
  const before = { format: 'xlsx', sheet: 'S1', header: true } as const
  test.each([
    ['has its header looked for anew', { sheet: 'S2' }, ['Outlet', 'Outletb'], 2],
    ['has the header that the person says', { sheet: 'S2', headerRow: 3 }, ['1', '1b'], 1],
    ['is read as it was where it is the same', { sheet: 'S1' }, ['Outlet', 'Transactienummer'], 1],
  ])('%s', async (_, asked, header, count) => {
    const file = await openSource({ name: 'x.xlsx', bytes: sheets(sheet, titled) })
    const { opened } = await openAsked(file, { ...before, ...asked }, before, headerNames)
    const rows: string[][] = []
    for await (const batch of opened.rows()) rows.push(...batch.map(({ cells }) => cells))
    expect([opened.header, rows.length]).toEqual([header, count])
  })
})

describe('columns that Excel hides', () => {
  const cols = (col: string) =>
    xlsxWorkbook({
      sheet:
        `<?xml version="1.0"?><worksheet><cols>${col}</cols><sheetData>` +
        `${textRow(1, 'Outlet', 'Transactienummer', 'Transactienummer')}${textRow(2, '12345', '99999999', '10000001')}</sheetData></worksheet>`,
    })
  test.each([
    ['hidden', '<col min="2" max="2" hidden="1"/>'],
    ['of no width', '<col min="2" max="2" width="0"/>'],
    ['grouped and folded', '<col min="2" max="2" hidden="true" outlineLevel="1" collapsed="1"/>'],
  ])('%s, come after those that show, and are said', async (_, col) => {
    const { table } = await readTable(cols(col))
    expect(table.columns.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Outlet', undefined],
      ['Transactienummer (2)', true],
      ['Transactienummer', undefined],
    ])
    expect(table.remarks()).toEqual([{ id: 'bulk.remark.hiddenColumns', values: { count: 1, columns: 'Transactienummer (2)' } }])
  })

  test('in which nothing stands are nothing to say', async () => {
    expect((await readTable(cols('<col min="4" max="16384" hidden="1"/>'))).table.remarks()).toEqual([])
  })
})

describe('names in a ZIP of attachments', () => {
  const inPage = (text: string, page: 'ibm850' | 'windows-1252') => {
    const letters = decodeLegacy(
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
      page,
    )
    return Buffer.from(text.split('').map((letter) => letters.indexOf(letter)))
  }
  async function opened(entries: readonly ZipEntry[], behind = Buffer.alloc(0)) {
    const folder = await mkdtemp(path.join(tmpdir(), 'zip-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = path.join(folder, 'bijlagen.zip')
    await writeFile(file, Buffer.concat([zipArchive(entries), behind]))
    const files = await openZipFiles(file)
    onTestFinished(() => files.close())
    return files
  }
  const unflagged = (name: string | Buffer): ZipEntry => ({ name, data: 'x', utf8: false })

  test.each([
    ['of macOS, in parts', unflagged('cafe\u0301-bon.pdf'), 'café-bon.pdf'],
    ['of macOS, whole', unflagged('zoë.pdf'), 'zoë.pdf'],
    ['of macOS, in a folder', unflagged('Bijlagen zoë/bon.pdf'), 'bon.pdf'],
    ['of Windows', unflagged(inPage('zoë.pdf', 'ibm850')), 'zoë.pdf'],
    ['of Windows, with capitals', unflagged(inPage('ÉÉN.pdf', 'ibm850')), 'één.pdf'],
    ['of old programs', unflagged(inPage('café één zoë.pdf', 'windows-1252')), 'café één zoë.pdf'],
    ['that says what it is', { name: 'zoë.pdf', data: 'x' }, 'zoë.pdf'],
    ['with a ./ before it', { name: './mei/bon.pdf', data: 'x' }, 'mei/bon.pdf'],
    ['with a ./ within', { name: 'mei/./bon.pdf', data: 'x' }, 'mei/bon.pdf'],
    ['with backslashes', { name: 'mei\\bon.pdf', data: 'x' }, 'mei/bon.pdf'],
    ['with backslashes and a dot', { name: '.\\mei\\bon.pdf', data: 'x' }, 'bon.pdf'],
  ])('%s is found', async (_, entry, name) => {
    const files = await opened([entry, { name: '__MACOSX/._bon.pdf', data: 'x' }, { name: './.DS_Store', data: 'x' }])
    expect(files.entries).toHaveLength(1)
    expect(files.find(name).entry).toBe(files.entries[0])
  })

  test('is found and its file unpacked where bytes stand behind the archive', async () => {
    const files = await opened([{ name: 'bon.pdf', data: '%PDF-1.7' }], Buffer.alloc(70_000, 'x'))
    const [entry] = files.entries
    const file = entry && (await files.open(entry, 1000))
    expect(Buffer.from((await file?.read(0, 10)) ?? []).toString()).toBe('%PDF-1.7')
  })

  test.each(['../weg.pdf', '/weg.pdf', 'C:\\weg.pdf', '..\\weg.pdf'])('that leads out, as %s, is kept back', async (name) => {
    const files = await opened([{ name, data: 'x' }])
    expect([files.entries, files.find('weg.pdf')]).toEqual([[], { entry: null, problem: 'outside' }])
  })
})
