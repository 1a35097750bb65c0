import { unfilledIn } from '#shared/domain/blanks.ts'
import type { Message } from '#shared/domain/message.ts'

/** More than these are not read. */
const shown = 10

/** Said before an item leaves in whose text something is still to be filled in; it may be meant, and then a person says so. */
export function blanksLeft(text: string | undefined): { message: Message; submissionId: null }[] {
  const names = unfilledIn(text ?? '')
  if (names.length === 0) return []
  return [{ message: { id: 'review.blanks', values: { names: names.slice(0, shown).join(', ') } }, submissionId: null }]
}
