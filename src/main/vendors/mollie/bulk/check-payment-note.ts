import { shortened } from '#shared/domain/shortened.ts'
import { fieldMessagesOf, type FieldMessages } from '#shared/domain/message.ts'
import { completePaymentNoteSchema, type CompletePaymentNote } from '#shared/vendors/mollie/payment-note.ts'
import { actionIn } from '../../../bulk/vocabulary/action-words.ts'
import type { CheckedRow } from '../../../bulk/vocabulary/bulk-vendor.ts'
import type { PlannedRow } from '../../../bulk/vocabulary/planned-row.ts'

/**
 * Checks a row as the single form does. What stands at its payment is not known yet: it is read when the row is sent, and a note
 * that this desk did not put there is never replaced by a row.
 */
export function checkPaymentNote({ values, problems: found }: PlannedRow): CheckedRow<CompletePaymentNote> {
  const written = values.action ?? ''
  const action = written.trim() === '' ? 'create' : actionIn(written)
  const words: FieldMessages = action ? {} : { action: [{ id: 'bulk.row.action', values: { value: shortened(written) } }] }
  const { paymentID = '', text = '' } = values
  const parsed = completePaymentNoteSchema.safeParse({ action: action ?? 'create', paymentID, text, keepValue: false })
  const problems = { ...(parsed.success ? {} : fieldMessagesOf(parsed.error)), ...words, ...found }
  const complete = parsed.success && Object.keys(problems).length === 0 ? parsed.data : null
  return { complete, file: null, problems, warnings: [] }
}
