import { openSource, type SourceFile } from '../../storage/source-file.ts'
import { clipboardAsCsv } from './clipboard.ts'
import type { HeaderNames } from '../vocabulary/column-names.ts'
import { unreadable } from '../vocabulary/unreadable.ts'

/** What was copied in Excel: a text with tabs, read as a CSV is. */
export async function pastedSource(text: string, name: string, names: HeaderNames): Promise<SourceFile> {
  if (!text.isWellFormed()) throw unreadable('bulk.read.loneSurrogate')
  return openSource({ name, bytes: new TextEncoder().encode(clipboardAsCsv(text, names)) })
}
