import type { BulkField, BulkPlan, BulkRow } from '#shared/domain/bulk.ts'
import type { BulkKind } from '#shared/domain/kinds.ts'
import type { FieldMessages, Message } from '#shared/domain/message.ts'
import { isNumbered } from '../vocabulary/own-files.ts'
import type { Sentence } from './sentences.ts'

/** What the file says where a person changed it, so that each row can be found again in it. */
const originalsOf = ({ originals }: Pick<BulkRow, 'originals'>, say: Sentence): string =>
  Object.entries(originals)
    .map(([field, value]) =>
      say({ id: 'bulkFile.original', values: { field: say({ id: `bulkScreen.field.${field as BulkField}` }), value } }),
    )
    .join(' ')

/** The cells for `outcomeColumns(…, 'faulty')`: where the row stood, and everything that is wrong with it. */
export const faultyCells = (
  row: Pick<BulkRow, 'row' | 'problems' | 'warnings' | 'originals'>,
  say: Sentence,
  hasChanges = false,
): string[] => [
  String(row.row),
  ...(hasChanges ? [originalsOf(row, say)] : []),
  said([...flat(row.problems), ...row.warnings], say),
]

/** The cells for `outcomeColumns(…, 'result')`: what became of the row, its number at a vendor that has one, and every sentence about it. */
export function resultCells(kind: BulkKind, row: BulkRow, say: Sentence, hasChanges = false): string[] {
  const { standing, problems, warnings, outcome } = row
  const status = say({ id: outcome?.damage ? 'bulk.status.damaged' : `bulk.status.${outcome?.state ?? standing}` })
  const sentences = outcome
    ? [...(outcome.reason ? [outcome.reason] : []), ...outcome.head, ...flat(outcome.fields)]
    : [...flat(problems), ...warnings]
  return [
    String(row.row),
    status,
    ...(isNumbered(kind) ? [outcome?.number ?? ''] : []),
    ...(hasChanges ? [originalsOf(row, say)] : []),
    said(sentences, say),
  ]
}

/**
 * A row in the clerk's own layout, as wide as the widest, with Balie's columns after it. What the person mended on screen
 * stands in the column it came from.
 */
export function laidOut(
  cells: readonly string[],
  width: number,
  added: readonly string[],
  mended: { edits: Partial<Record<BulkField, string>>; plan: BulkPlan } | null = null,
): string[] {
  const own = Array.from({ length: width }, (_, at) => cells[at] ?? '')
  for (const [field, value] of Object.entries(mended?.edits ?? {})) {
    const source = mended?.plan.sources[field as BulkField]
    if (source?.from === 'column' && source.column < width) own[source.column] = value
  }
  return [...own, ...added]
}

const flat = (fields: FieldMessages): Message[] => Object.values(fields).flat()

const said = (messages: readonly Message[], say: Sentence) => [...new Set(messages.map(say))].join(' ')
