import { unfilledIn } from '#shared/domain/blanks.ts'
import type { Message } from '#shared/domain/message.ts'

/** Said before an item leaves in whose text something is still to be filled in; it may be meant, and then a person says so. */
export function blanksLeft(text: string | undefined): { message: Message; submissionId: null }[] {
  const names = unfilledIn(text ?? '')
  return names === '' ? [] : [{ message: { id: 'review.blanks', values: { names } }, submissionId: null }]
}
