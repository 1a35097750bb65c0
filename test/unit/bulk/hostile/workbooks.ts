import { constants, deflateRawSync } from 'node:zlib'
import { sheetXml, textRow, xlsxWorkbook, type WorkbookParts } from '#test/support/xlsx-workbook.ts'
import { zipArchive } from '#test/support/zip-archive.ts'
import { counted, read, refused, type HostileFile } from './case.ts'

const megabyte = 1024 * 1024
const plain = textRow(1, 'a', 'b') + textRow(2, '1', '2')
const cells = [
  ['a', 'b'],
  ['1', '2'],
]
const workbook = (parts: Partial<WorkbookParts> = {}) => xlsxWorkbook({ sheet: plain, ...parts })
const sheet = (xml: string | Buffer) => workbook({ sheet: xml })
/** A sound table but for one cell. */
const cell = (xml: string, strings: readonly string[] = []) =>
  workbook({ sheet: `${textRow(1, 'a', 'b')}<row r="2"><c r="A2"><v>1</v></c>${xml}</row>`, strings })
const damaged = (name: string, bytes: HostileFile['bytes']) => refused(name, 'bulk.read.damaged', bytes)
const cut = (share: number) => {
  const whole = workbook()
  return whole.subarray(0, Math.floor(whole.length * share))
}
/** A part of so many megabytes of the same, which is small until it is unpacked, made without ever being large. */
function bomb(name: string, megabytes: number, { unit = ' ', head = '', tail = '', declaredSize = 0 } = {}): Buffer {
  const block = unit.repeat(Math.floor(megabyte / unit.length))
  const flushed = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH })
  const blocks = Array<Buffer>(megabytes).fill(flushed(block))
  const packed = Buffer.concat([flushed(head), ...blocks, deflateRawSync(tail)])
  const size = head.length + block.length * megabytes + tail.length
  const entry = { name, data: '', packed, declaredSize: declaredSize || size }
  return workbook({ sheet: '<row><c t="s"><v>0</v></c></row>', replace: { [name]: null }, extra: [entry] })
}
const docType = (declaration: string, text: string) =>
  sheetXml(plain).replace('<worksheet', `<!DOCTYPE worksheet [${declaration}]><worksheet`).replace('>1<', `>${text}<`)

const archives: HostileFile[] = [
  refused('an archive of nothing', 'bulk.read.zip', () => zipArchive([{ name: 'leeg.txt', data: '' }])),
  ...[0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99].map((share) =>
    // Without its directory nobody can tell that it is a spreadsheet, and everybody that it is not whole.
    damaged(`an archive of which ${share * 100}% arrived`, () => cut(share)),
  ),
  damaged('a part that was damaged on the way', () => {
    const bytes = workbook()
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 30
    bytes.fill(0xff, at, at + 20)
    return bytes
  }),
  damaged('a directory that points beyond the end', () => {
    const bytes = workbook()
    bytes.writeUInt32LE(0x7f_ff_ff_ff, bytes.lastIndexOf('[Content_Types].xml') - 4)
    bytes.writeUInt32LE(0x7f_ff_ff_ff, bytes.lastIndexOf('xl/workbook.xml') - 4)
    return bytes
  }),
  damaged('two parts of one name', () =>
    workbook({ extra: [{ name: 'xl/worksheets/sheet1.xml', data: sheetXml(textRow(1, 'x', 'y')) }] }),
  ),
  damaged('two parts whose names differ in capitals', () => workbook({ extra: [{ name: 'XL/Workbook.xml', data: '<x/>' }] })),
  damaged('a part that leads out of the archive', () => workbook({ extra: [{ name: '../../evil.xml', data: '<x/>' }] })),
  damaged('5,000 parts', () =>
    workbook({ extra: Array.from({ length: 5000 }, (_, at) => ({ name: `xl/${at}.xml`, data: '', stored: true })) }),
  ),
  damaged('a part packed in a way that Excel does not know', () =>
    workbook({
      replace: { 'xl/worksheets/sheet1.xml': null },
      extra: [{ name: 'xl/worksheets/sheet1.xml', data: sheetXml(plain), method: 14 }],
    }),
  ),
  refused('a part with a password', 'bulk.read.password', () =>
    workbook({ extra: [{ name: 'xl/geheim.xml', data: 'x', encrypted: true }] }),
  ),
  read('parts that are not packed', cells, () => {
    const parts = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']
    return workbook({
      replace: { 'xl/styles.xml': null },
      extra: [{ name: 'xl/styles.xml', data: `<styleSheet>${parts.length}</styleSheet>`, stored: true }],
    })
  }),
]

const bombs: HostileFile[] = [
  refused('a sheet that unpacks to a gigabyte', 'bulk.read.unpacksTooLarge', () => bomb('xl/worksheets/sheet1.xml', 1024)),
  damaged('a sheet that unpacks to a gigabyte and says one kilobyte', () =>
    bomb('xl/worksheets/sheet1.xml', 1024, { declaredSize: 1000 }),
  ),
  refused('texts that unpack to a gigabyte', 'bulk.read.unpacksTooLarge', () => bomb('xl/sharedStrings.xml', 1024)),
  refused('styles that unpack to a gigabyte', 'bulk.read.unpacksTooLarge', () => bomb('xl/styles.xml', 1024)),
  damaged('a sheet of a hundred megabytes of blanks', () => bomb('xl/worksheets/sheet1.xml', 100)),
  refused('sixteen million empty texts', 'bulk.read.unpacksTooLarge', () =>
    bomb('xl/sharedStrings.xml', 63, { unit: '<si/>', head: '<sst>', tail: '</sst>' }),
  ),
  damaged('three million styles', () =>
    bomb('xl/styles.xml', 15, { unit: '<xf/>', head: '<styleSheet><cellXfs>', tail: '</cellXfs></styleSheet>' }),
  ),
  damaged('two hundred thousand sheets', () =>
    bomb('xl/workbook.xml', 7, {
      unit: '<sheet name="a" r:id="rId1"/>',
      head: '<workbook><sheets>',
      tail: '</sheets></workbook>',
    }),
  ),
  damaged('elements within elements, sixty million deep', () =>
    bomb('xl/worksheets/sheet1.xml', 190, { unit: '<a>', head: '<worksheet><sheetData>' }),
  ),
  refused('fifteen million empty cells', 'bulk.read.empty', () =>
    bomb('xl/worksheets/sheet1.xml', 60, {
      unit: '<c/>',
      head: '<worksheet><sheetData><row>',
      tail: '</row></sheetData></worksheet>',
    }),
  ),
  refused('one cell of texts that are torn apart', 'bulk.read.cellTooLarge', () =>
    bomb('xl/worksheets/sheet1.xml', 64, {
      unit: 'abcdefgh<x/>',
      head: '<worksheet><sheetData><row><c t="inlineStr"><is><t>',
      tail: '</t></is></c></row></sheetData></worksheet>',
    }),
  ),
  read('remarks without end', [['1']], () => sheet(sheetXml(`${'<!-- niets -->'.repeat(300_000)}<row><c><v>1</v></c></row>`))),
  refused('one long text in 20,000 cells', 'bulk.read.unpacksTooLarge', () =>
    workbook({
      sheet: Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 1}"><c t="s"><v>0</v></c></row>`).join(''),
      strings: [`<t>${'x'.repeat(500_000)}</t>`],
    }),
  ),
  refused('one long text over a row', 'bulk.read.cellTooLarge', () =>
    workbook({ sheet: `<row r="1">${'<c t="s"><v>0</v></c>'.repeat(500)}</row>`, strings: [`<t>${'x'.repeat(30_000)}</t>`] }),
  ),
  refused('seventy megabytes of texts', 'bulk.read.unpacksTooLarge', () =>
    workbook({ strings: Array.from({ length: 140 }, () => `<t>${'x'.repeat(500_000)}</t>`) }),
  ),
  refused('a laugh that doubles thirty times', 'bulk.read.unsafe', () =>
    sheet(
      docType(
        Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "&l${at};&l${at};">`).join('') + '<!ENTITY l0 "ha">',
        '&l30;',
      ),
    ),
  ),
  damaged('a tag of five megabytes', () => sheet(sheetXml(`<row r="1" x="${'y'.repeat(5 * megabyte)}"/>`))),
  damaged('a remark of ten megabytes that is never closed', () => sheet(sheetXml(`<!--${'z'.repeat(10 * megabyte)}`))),
  damaged('a text of ten megabytes', () => cell(`<c t="inlineStr"><is><t>${'x'.repeat(10 * megabyte)}</t></is></c>`)),
  refused('a text of one and a half megabytes', 'bulk.read.cellTooLarge', () =>
    cell(`<c t="inlineStr"><is><t>${'x'.repeat(1.5 * megabyte)}</t></is></c>`),
  ),
  counted('a text of almost a megabyte', 2, () => cell(`<c t="inlineStr"><is><t>${'x'.repeat(megabyte - 10)}</t></is></c>`)),
]

const outside: HostileFile[] = [
  refused('an entity that is a file of the computer', 'bulk.read.unsafe', () =>
    sheet(docType('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;')),
  ),
  refused('an entity that is on the internet', 'bulk.read.unsafe', () =>
    sheet(docType('<!ENTITY % x SYSTEM "http://127.0.0.1:9/x">%x;', '1')),
  ),
  refused('a document type in the list of sheets', 'bulk.read.unsafe', () => workbook({ workbook: '<!DOCTYPE x><workbook/>' })),
  refused('a document type in what parts refer to', 'bulk.read.unsafe', () =>
    workbook({ replace: { '_rels/.rels': '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/"><Relationships/>' } }),
  ),
  read(
    'an entity that nobody declared is a text',
    [
      ['a', 'b'],
      ['1', '&xxe;'],
    ],
    () => cell('<c t="inlineStr"><is><t>&amp;xxe;</t></is></c>'),
  ),
  read(
    'an unknown entity stays in sight',
    [
      ['a', 'b'],
      ['1', '&nbsp;'],
    ],
    () => cell('<c t="inlineStr"><is><t>&nbsp;</t></is></c>'),
  ),
  refused('a sheet that lies on the internet', 'bulk.read.noSheets', () =>
    workbook({
      replace: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://127.0.0.1:9/" TargetMode="External"/></Relationships>',
      },
    }),
  ),
  damaged('a sheet that lies above the file', () =>
    workbook({
      replace: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
      },
    }),
  ),
  read('macros are not looked at', cells, () =>
    workbook({
      extra: [
        { name: 'xl/vbaProject.bin', data: 'Sub Auto_Open()' },
        { name: 'xl/macrosheets/sheet1.xml', data: '<!DOCTYPE x>' },
      ],
    }),
  ),
  read('links to other files, pictures and queries are not looked at', cells, () =>
    workbook({
      extra: ['xl/externalLinks/externalLink1.xml', 'xl/connections.xml', 'xl/drawings/drawing1.xml'].map((name) => ({
        name,
        data: '<!DOCTYPE x>',
      })),
    }),
  ),
  read(
    'a formula that calls home is not run',
    [
      ['a', 'b'],
      ['1', 'oud'],
    ],
    () => cell('<c t="str"><f>WEBSERVICE("http://127.0.0.1:9/"&amp;A1)</f><v>oud</v></c>'),
  ),
  read(
    'a formula without a result is nothing',
    [
      ['a', 'b'],
      ['1', ''],
    ],
    () => cell("<c><f>cmd|'/C calc'!A0</f></c>"),
  ),
  read(
    'a text that is a formula is a text',
    [
      ['a', 'b'],
      ['1', '=1+1'],
    ],
    () => cell('<c t="inlineStr"><is><t>=1+1</t></is></c>'),
  ),
]

const kinds: HostileFile[] = [
  refused('a spreadsheet of before 2007', 'bulk.read.xls', () => compoundFile('Workbook')),
  refused('a spreadsheet with a password', 'bulk.read.password', () => compoundFile('EncryptedPackage')),
  refused('a letter named .xls', 'bulk.read.notTable', () => compoundFile('WordDocument')),
  refused('a binary spreadsheet', 'bulk.read.xlsb', () =>
    workbook({
      replace: {
        '_rels/.rels': '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      },
    }),
  ),
  refused('an OpenDocument spreadsheet', 'bulk.read.ods', () =>
    zipArchive([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'content.xml', data: '<x/>' },
    ]),
  ),
  refused('a letter named .xlsx', 'bulk.read.notTable', () =>
    zipArchive([
      { name: '[Content_Types].xml', data: '<x/>' },
      { name: 'word/document.xml', data: '<x/>' },
    ]),
  ),
  refused('a presentation named .xlsx', 'bulk.read.notTable', () =>
    zipArchive([
      { name: '[Content_Types].xml', data: '<x/>' },
      { name: 'ppt/presentation.xml', data: '<x/>' },
    ]),
  ),
  refused('an archive with a table in it', 'bulk.read.zip', () => zipArchive([{ name: 'tabel.csv', data: 'a;b\n1;2\n' }])),
  refused('a spreadsheet of more than 10 MB', 'bulk.read.xlsxTooLarge', () =>
    workbook({ extra: [{ name: 'xl/media/foto.png', data: Buffer.alloc(11 * megabyte), stored: true }] }),
  ),
]

const missing: HostileFile[] = [
  ...['xl/workbook.xml', 'xl/worksheets/sheet1.xml'].map((name) =>
    damaged(`no ${name}`, () => workbook({ replace: { [name]: null } })),
  ),
  refused('no list of what the workbook refers to', 'bulk.read.noSheets', () =>
    workbook({ replace: { 'xl/_rels/workbook.xml.rels': null } }),
  ),
  read('no styles, texts or root', cells, () =>
    workbook({ replace: { 'xl/styles.xml': null, 'xl/sharedStrings.xml': null, '_rels/.rels': null } }),
  ),
  refused('no sheets', 'bulk.read.noSheets', () => workbook({ workbook: '<workbook><sheets/></workbook>' })),
  refused('an empty sheet', 'bulk.read.empty', () => sheet('')),
  refused('a sheet of empty rows and cells', 'bulk.read.empty', () =>
    sheet('<row r="1"><c r="A1"/></row><row r="5"><c r="B5" t="inlineStr"><is><t></t></is></c></row>'),
  ),
  damaged('texts that are not there', () =>
    workbook({ sheet: '<row r="1"><c t="s"><v>0</v></c></row>', replace: { 'xl/sharedStrings.xml': null } }),
  ),
  ...['7', '-1', '1e3', '0x0', '99999999999999999999'].map((index) =>
    damaged(`the text number ${index} of one`, () => cell(`<c t="s"><v>${index}</v></c>`, ['<t>x</t>'])),
  ),
  read(
    'a style that is not there',
    [
      ['a', 'b'],
      ['1', '5'],
    ],
    () => cell('<c s="999999999"><v>5</v></c>'),
  ),
  read(
    'a style that is no number',
    [
      ['a', 'b'],
      ['1', '5'],
    ],
    () => cell('<c s="x"><v>5</v></c>'),
  ),
]

const places: HostileFile[] = [
  ...['0', '-1', '1048577', '1e9', 'abc', '1.5', 'NaN'].map((row) =>
    damaged(`a row numbered ${row}`, () => sheet(`<row r="${row}"><c><v>1</v></c></row>`)),
  ),
  damaged('rows in another order', () => sheet('<row r="5"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>')),
  damaged('a row twice', () => sheet('<row r="1"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>')),
  read('cells in another order', [['2', '1', '3']], () =>
    sheet('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c><c r="C1"><v>3</v></c></row>'),
  ),
  damaged('two cells in one place', () => sheet('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c><c><v>3</v></c></row>')),
  ...['$B$1', 'b1', '$b1', 'B$1'].map((at) =>
    read(`a cell at "${at}"`, [['', '1']], () => sheet(`<row r="1"><c r="${at}"><v>1</v></c></row>`)),
  ),
  ...['A', '1', 'AAAA1', 'A-1', '$$A1', ''].map((at) =>
    damaged(`a cell at "${at}"`, () => sheet(`<row r="1"><c r="${at}"><v>1</v></c></row>`)),
  ),
  refused('a value in the last column of Excel', 'bulk.read.tooManyColumns', () =>
    sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
  ),
  refused('10,000 columns of a sheet', 'bulk.read.tooManyColumns', () =>
    sheet(`<row r="1">${'<c><v>1</v></c>'.repeat(10_000)}</row>`),
  ),
  read('empty cells up to the last column of Excel', [['1']], () =>
    sheet('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row>'),
  ),
  read('a size of all cells that there can be', cells, () =>
    sheet(sheetXml(plain).replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')),
  ),
  read('a size that is none', cells, () => sheet(sheetXml(plain).replace('<sheetData>', '<dimension ref="geen"/><sheetData>'))),
  read('a value in the last row of Excel', [['1']], () => sheet('<row r="1048576"><c><v>1</v></c></row>')),
  refused('25,002 rows', 'bulk.read.xlsxTooManyRows', () => sheet('<row><c><v>1</v></c></row>'.repeat(25_002))),
  counted('a million empty rows', 1, () => sheet('<row/>'.repeat(1_000_000) + '<row><c><v>1</v></c></row>')),
]

const values: HostileFile[] = [
  read(
    'numbers that are none',
    [
      ['a', 'b'],
      ['1', 'NaN'],
    ],
    () => cell('<c><v>NaN</v></c>'),
  ),
  read(
    'a number without end',
    [
      ['a', 'b'],
      ['1', '1E999'],
    ],
    () => cell('<c><v>1E999</v></c>'),
  ),
  read(
    'a number of no size at all',
    [
      ['a', 'b'],
      ['1', '1E-999'],
    ],
    () => cell('<c><v>1E-999</v></c>'),
  ),
  read(
    'a number in another script',
    [
      ['a', 'b'],
      ['1', '١٢'],
    ],
    () => cell('<c><v>١٢</v></c>'),
  ),
  read(
    'a type that there is not',
    [
      ['a', 'b'],
      ['1', '3'],
    ],
    () => cell('<c t="zz"><v>3</v></c>'),
  ),
  read(
    'half a character, written out',
    [
      ['a', 'b'],
      ['1', '_xD800_'],
    ],
    () => cell('<c t="inlineStr"><is><t>_xD800_</t></is></c>'),
  ),
  read(
    'half a character by its number',
    [
      ['a', 'b'],
      ['1', '&#xD800;'],
    ],
    () => cell('<c t="inlineStr"><is><t>&#xD800;</t></is></c>'),
  ),
  read(
    'a character beyond the last',
    [
      ['a', 'b'],
      ['1', '&#x110000;'],
    ],
    () => cell('<c t="inlineStr"><is><t>&#x110000;</t></is></c>'),
  ),
  read(
    'text in a section of its own',
    [
      ['a', 'b'],
      ['1', '<x> & ]]'],
    ],
    () => cell('<c t="inlineStr"><is><t><![CDATA[<x> & ]]]]></t></is></c>'),
  ),
  counted('150,000 characters that need escaping', 2, () =>
    cell(`<c t="inlineStr"><is><t>${'&lt;&amp;'.repeat(75_000)}</t></is></c>`),
  ),
  read(
    'names in cells that mean something to JavaScript',
    [
      ['__proto__', 'constructor'],
      ['1', '2'],
    ],
    () => sheet(textRow(1, '__proto__', 'constructor') + textRow(2, '1', '2')),
  ),
]

const markup: HostileFile[] = [
  damaged('a sheet that is no XML', () => sheet('<?xml geen')),
  damaged('a sheet of nothing', () => workbook({ replace: { 'xl/worksheets/sheet1.xml': '' } })),
  damaged('tags that are not closed', () => sheet(sheetXml('<row r="1"><c><v>1</v>'))),
  damaged('tags that are closed by others', () => sheet(sheetXml('<row r="1"><c><v>1</c></v></row>'))),
  damaged('bytes that are no UTF-8', () =>
    sheet(
      Buffer.concat([
        Buffer.from('<?xml version="1.0"?><worksheet><sheetData>'),
        Buffer.from([0xff, 0xfe, 0xc0]),
        Buffer.from('</sheetData></worksheet>'),
      ]),
    ),
  ),
  read('a sheet in UTF-16', cells, () => sheet(Buffer.from(`\ufeff${sheetXml(plain)}`, 'utf16le'))),
  read('instructions for other programs', cells, () => sheet(sheetXml(`<?php system("x") ?>${plain}`))),
  read('a table within a remark', cells, () => sheet(sheetXml(`<!-- <row r="1"><c><v>9</v></c></row> -->${plain}`))),
  read('attributes that repeat and that are none', cells, () =>
    sheet(sheetXml(plain.replace('<row r="1"', '<row r="1" r="9" leeg 7="x"'))),
  ),
]

/** A compound file whose directory names this stream. @see MS-CFB 2.2, 2.6 */
function compoundFile(stream: string): Buffer {
  const bytes = Buffer.alloc(512 * 4)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(0, 48)
  bytes.fill(0xff, 76, 512)
  const name = Buffer.from(stream, 'utf16le')
  name.copy(bytes, 512)
  bytes.writeUInt16LE(name.length + 2, 512 + 64)
  bytes.writeUInt8(2, 512 + 66)
  return bytes
}

/** Archives that call themselves spreadsheets. */
export const hostileWorkbooks: HostileFile[] = [
  ...archives,
  ...bombs,
  ...outside,
  ...kinds,
  ...missing,
  ...places,
  ...values,
  ...markup,
]
