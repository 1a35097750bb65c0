import type { MessageId } from '#shared/languages/index.ts'
import { bulkLimits, type Encoding, type ReadSettings } from '#shared/domain/bulk.ts'
import type { Message } from '#shared/domain/message.ts'
import { recognise, type Content } from '../../attachments/content.ts'
import type { SourceFile } from '../../storage/source-file.ts'
import { detectDelimiter, detectEscape, headRows } from './delimiter.ts'
import { headerSettings } from './header.ts'
import { decodeLegacy } from './legacy-letters.ts'
import { otherBinaryFormat, otherTextFormat } from './other-formats.ts'
import { detectEncoding } from './text.ts'
import type { HeaderNames } from '../vocabulary/column-names.ts'
import { Unreadable, unreadable } from '../vocabulary/unreadable.ts'
import { xlsxView } from './xlsx/client.ts'

const headBytes = 64 * 1024

/** How a file can be read: found in the file itself, to be shown and changed by who knows better. */
export interface Detected {
  settings: ReadSettings
  /** The sheets to choose from; none in a CSV. */
  sheets: string[]
  /** What was guessed, and may be wrong. */
  remarks: Message[]
}

type Readable = Pick<SourceFile, 'bytes' | 'read' | 'chunks'>

/** Looks at what a file is, whatever its name says, and how it was written. */
export async function detect(source: Readable, names: HeaderNames): Promise<Detected> {
  if (source.bytes === 0) throw unreadable('bulk.read.empty')
  const other = otherBinaryFormat(await source.read(0, 64))
  if (other) throw unreadable(other)
  const content = await recognise(source)
  if (content === 'other') return text(source, names)
  if (content === 'excel') {
    const [first] = await source.read(0, 1)
    // Excel's format of before 2007 is a compound file; it begins with another letter than a ZIP.
    if (first !== 0x50) throw unreadable('bulk.read.xls')
    return spreadsheet(source, names)
  }
  if (content === 'zip' || content === 'cutOff')
    return archive(source, names, content === 'zip' ? 'bulk.read.zip' : 'bulk.read.damaged')
  throw unreadable(sentences[content] ?? 'bulk.read.notTable')
}

/** What people take for a spreadsheet and is none that can be read, each with its own way out. */
const sentences: Partial<Record<Content, MessageId>> = {
  password: 'bulk.read.password',
  opendocument: 'bulk.read.ods',
}

/** Programs that are not Excel put a spreadsheet together in other ways: what it is, its parts say. */
async function archive(source: Readable, names: HeaderNames, otherwise: MessageId): Promise<Detected> {
  if (source.bytes > bulkLimits.xlsxBytes) throw unreadable(otherwise)
  try {
    return await spreadsheet(source, names)
  } catch (error) {
    // Whatever is wrong with an archive that is no spreadsheet, that is what is wrong with it.
    if (error instanceof Unreadable && error.message === 'bulk.read.damaged') throw unreadable(otherwise, undefined, error)
    throw error
  }
}

async function spreadsheet(source: Readable, names: HeaderNames): Promise<Detected> {
  const { sheets, chosen } = await xlsxView(source, names)
  if (!chosen) throw unreadable('bulk.read.empty')
  const isFirst = chosen.sheet === sheets[0]
  return {
    settings: { format: 'xlsx', sheet: chosen.sheet, ...headerSettings(chosen.rows, names) },
    sheets,
    remarks: isFirst ? [] : [{ id: 'bulk.remark.sheet', values: { sheet: chosen.sheet, count: sheets.length } }],
  }
}

async function text(source: Readable, names: HeaderNames): Promise<Detected> {
  const { encoding, isGuess } = await detectEncoding(source)
  const head = headText(await source.read(0, headBytes), encoding, source.bytes > headBytes)
  if (head.trim() === '') throw unreadable('bulk.read.empty')
  const other = otherTextFormat(head)
  if (other) throw unreadable(other)
  const delimiter = detectDelimiter(head, names)
  const escape = detectEscape(head, delimiter)
  const rows = headRows(head, delimiter, escape ?? undefined)
  return {
    settings: { format: 'csv', encoding, delimiter, ...(escape ? { escape } : {}), ...headerSettings(rows, names) },
    sheets: [],
    remarks: isGuess ? [{ id: 'bulk.remark.encoding', values: { encoding } }] : [],
  }
}

function headText(head: Uint8Array, encoding: Encoding, hasMore: boolean): string {
  if (encoding === 'ibm850' || encoding === 'macintosh') return decodeLegacy(head, encoding)
  return new TextDecoder(encoding).decode(head, { stream: hasMore })
}
