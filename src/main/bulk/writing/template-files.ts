import { fieldsOf } from '#shared/domain/bulk.ts'
import type { BulkKind } from '#shared/domain/kinds.ts'
import { catalogues, type Language } from '#shared/languages/index.ts'

/** Rows to fill in that are text already, so that Excel takes no zero off a number; on reading, blank ones are no rows. */
const emptyRows = 1000

/** The header of the file to fill in, by names that the suggestion knows, so that a filled-in one needs no choices. It has no example row: an example that is left in would be sent. */
export const templateHeader = (kind: BulkKind, language: Language): string[] =>
  fieldsOf(kind).map((field) => catalogues[language][`bulkFile.heading.${field}`])

/** The file to fill in, for `csvBytes` or `xlsxBytes`. */
export function templateRows(kind: BulkKind, language: Language, format: 'csv' | 'xlsx'): string[][] {
  const header = templateHeader(kind, language)
  return format === 'csv' ? [header] : [header, ...Array.from({ length: emptyRows }, () => header.map(() => ''))]
}
