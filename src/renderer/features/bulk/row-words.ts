import type { BulkProgress, BulkRow } from '#shared/domain/bulk.ts'
import type { Message } from '#shared/domain/message.ts'
import type { SubmissionState } from '#shared/domain/submission.ts'

/** A sentence about a row, and the field it belongs to; null for the row as a whole. */
export interface RowMessage {
  readonly tone: 'problem' | 'warning' | 'note'
  readonly field: string | null
  readonly message: Message
}

const atFields = (fields: Readonly<Record<string, readonly Message[]>>): RowMessage[] =>
  Object.entries(fields).flatMap(([field, messages]) =>
    messages.map((message) => ({ tone: 'problem' as const, field: field === '' ? null : field, message })),
  )

/** What the check has to say about a row: what stops it first. */
export const checkMessages = (row: BulkRow): RowMessage[] => [
  ...atFields(row.problems),
  ...row.warnings.map((message) => ({ tone: 'warning' as const, field: null, message })),
]

/** How loud the reason of an outcome is said; where nothing is the matter it is only told. */
const tones: Partial<Record<SubmissionState, RowMessage['tone']>> = { rejected: 'problem', unknown: 'warning', held: 'warning' }

/**
 * What became of a row in sentences: the vendor's own before ours, and those at a field first, since a clerk acts on them. Of
 * a row that never left, why it stayed.
 */
export function outcomeMessages(row: BulkRow): RowMessage[] {
  const { outcome } = row
  if (!outcome) return checkMessages(row)
  const told = [
    ...atFields(outcome.fields),
    ...outcome.head.map((message) => ({ tone: 'problem' as const, field: null, message })),
  ]
  return told.length > 0 || !outcome.reason
    ? told
    : [{ tone: outcome.damage ? 'problem' : (tones[outcome.state] ?? 'note'), field: null, message: outcome.reason }]
}

/** The part of a run that is behind, in whole percents; 100 only when nothing is left. */
export const percentDone = ({ total, left }: Pick<BulkProgress, 'total' | 'left'>): number =>
  total === 0 ? 0 : Math.floor(((total - left) / total) * 100)

/** Whether a row would be sent as things stand. */
export const isIncluded = ({ standing }: Pick<BulkRow, 'standing'>, includeDuplicates: boolean): boolean =>
  standing === 'good' || (standing === 'duplicate' && includeDuplicates)
