import type { MessageId } from '#shared/languages/index.ts'

/** Formats of text that people take for a table, each with its own way out (src/shared/languages/nl/bulk-reading.ts). */
const formats: readonly (readonly [RegExp, MessageId])[] = [
  // Web shops call a page .xls: Excel opens it, with a warning.
  [/^\s*(<(!doctype\s+html|html|head|body|table|meta)\b|mime-version:)/i, 'bulk.read.html'],
  [/^\s*<\?xml/i, 'bulk.read.xml'],
  // A CSV whose first column is called ID begins like it; only this one goes on with records of cells.
  [/^ID;P[^\r\n]*[\r\n]+(?:[^\r\n]*[\r\n]+){0,200}?[BC];[XY]\d/, 'bulk.read.sylk'],
  [/^TABLE\s*[\r\n]+0,\d+\s*[\r\n]+"/, 'bulk.read.dif'],
  [/^\s*(?:\{\s*"|\[\s*(?:[{[]|\]))/, 'bulk.read.json'],
  [/^SQLite format 3/, 'bulk.read.database'],
]

/** The sentence for a text that is written as something other than rows of cells; null for all others. */
export const otherTextFormat = (head: string): MessageId | null =>
  formats.find(([beginning]) => beginning.test(head.replace(/^\ufeff/, '')))?.[1] ?? null

/** By the letters that stand at an offset. */
const binaries: readonly (readonly [offset: number, letters: string, sentence: MessageId])[] = [
  [0, 'SQLite format 3', 'bulk.read.database'],
  [4, 'Standard Jet DB', 'bulk.read.database'],
  [4, 'Standard ACE DB', 'bulk.read.database'],
  [0, '\x1f\x8b', 'bulk.read.compressed'],
  [0, '7z\xbc\xaf', 'bulk.read.compressed'],
  [0, 'Rar!', 'bulk.read.compressed'],
  // Excel 2 to 4 wrote a sheet without the container around it.
  [0, '\x09\x00\x04\x00', 'bulk.read.xls'],
  [0, '\x09\x02\x06\x00', 'bulk.read.xls'],
  [0, '\x09\x04\x06\x00', 'bulk.read.xls'],
]

/** The same for files that are no text. */
export function otherBinaryFormat(head: Uint8Array): MessageId | null {
  const letters = Buffer.from(head).toString('latin1')
  return binaries.find(([offset, wanted]) => letters.startsWith(wanted, offset))?.[2] ?? null
}
