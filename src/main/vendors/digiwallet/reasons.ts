import { actionOf, type SubmissionKind } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import type { Outcome } from '../../upstream/types.ts'

/** DigiWallet's document gives 200, 201 and 202 a meaning each. */
export function accepted(kind: SubmissionKind, status: number | null): Message {
  const values = { action: actionOf(kind) }
  switch (status) {
    case 200:
      return { id: 'outcome.digiwallet.200', values }
    case 201:
      return { id: 'outcome.digiwallet.201', values }
    case 202:
      return { id: 'outcome.digiwallet.202', values }
    default:
      return { id: 'outcome.noteDone', values }
  }
}

/** So it does to 400, 404 and 405. */
export function refused(status: number): Message | null {
  switch (status) {
    case 400:
      return { id: 'outcome.digiwallet.400' }
    case 404:
      return { id: 'outcome.digiwallet.404' }
    case 405:
      return { id: 'outcome.digiwallet.405' }
    default:
      return null
  }
}

/** And to 500. */
export const troubled = (status: number): Message | null => (status === 500 ? { id: 'outcome.digiwallet.500' } : null)

/** DigiWallet's own words (digiwallet-sale-note.txt, "Validation failed"). */
const saleNotFound = 'Sale not found.'

/** What it says of a note that is not there, and of a sale that never was. */
export const saysGone = ({ fields }: Pick<Outcome, 'fields'>): boolean =>
  (fields['saleID'] ?? []).some((message) => 'text' in message && message.text === saleNotFound)
