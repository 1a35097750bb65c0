import type { ReadSettings } from '#shared/domain/bulk.ts'
import { recognise, type Content } from '../../attachments/content.ts'
import type { SourceFile } from '../../storage/source-file.ts'
import { detectDelimiter, headRows } from './delimiter.ts'
import { detectHeader } from './header.ts'
import { detectEncoding } from './text.ts'
import { unreadable } from './unreadable.ts'
import { xlsxView } from './xlsx/client.ts'

const headBytes = 64 * 1024

/** How a file can be read: found in the file itself, to be shown and changed by who knows better. */
export interface Detected {
  settings: ReadSettings
  /** The sheets to choose from; none in a CSV. */
  sheets: string[]
}

type Readable = Pick<SourceFile, 'bytes' | 'read' | 'chunks'>

/** Looks at what a file is, whatever its name says, and how it was written. */
export async function detect(source: Readable): Promise<Detected> {
  if (source.bytes === 0) throw unreadable('bulk.read.empty')
  return (await isSpreadsheet(source)) ? spreadsheet(source) : text(source)
}

/** What people take for a spreadsheet and is none that can be read, each with its own way out. */
const sentences: Partial<Record<Content, string>> = {
  password: 'bulk.read.password',
  opendocument: 'bulk.read.ods',
  zip: 'bulk.read.zip',
}

async function isSpreadsheet(source: Readable): Promise<boolean> {
  const content = await recognise(source)
  if (content === 'excel') {
    const [first] = await source.read(0, 1)
    // Excel's format of before 2007 is a compound file; it begins with another letter than a ZIP.
    if (first !== 0x50) throw unreadable('bulk.read.xls')
    return true
  }
  if (content !== 'other') throw unreadable(sentences[content] ?? 'bulk.read.notTable')
  return false
}

/** The first sheet in which something stands. */
async function spreadsheet(source: Readable): Promise<Detected> {
  const { sheets, first } = await xlsxView(source)
  if (!first) throw unreadable('bulk.read.empty')
  return { settings: { format: 'xlsx', sheet: first.sheet, header: detectHeader(first.rows.map(({ cells }) => cells)) }, sheets }
}

async function text(source: Readable): Promise<Detected> {
  const encoding = await detectEncoding(source)
  const head = new TextDecoder(encoding).decode(await source.read(0, headBytes), { stream: source.bytes > headBytes })
  if (head.trim() === '') throw unreadable('bulk.read.empty')
  // Web shops call a page .xls: Excel opens it, with a warning.
  if (/^\s*(<(!doctype\s+html|html|head|body|table|meta)\b|mime-version:)/i.test(head)) throw unreadable('bulk.read.html')
  if (/^\s*<\?xml/i.test(head)) throw unreadable('bulk.read.xml')
  const delimiter = detectDelimiter(head)
  return { settings: { format: 'csv', encoding, delimiter, header: detectHeader(headRows(head, delimiter)) }, sheets: [] }
}
