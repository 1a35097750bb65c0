import type { Message } from '#shared/domain/message.ts'
import type { PaymentNotePayload } from '#shared/vendors/mollie/payment-note.ts'
import type { KnownRecords } from '../../../storage/known-records.ts'
import { parseJson } from '../../../upstream/json.ts'
import { noteIn } from '../metadata.ts'
import { quoted } from '../quoted.ts'

/** What a row goes with once a person wants it sent in spite of what its first try found, and how that is told at the check. */
export interface Agreed extends Pick<PaymentNotePayload, 'shown' | 'keepValue'> {
  warning(action: PaymentNotePayload['action']): Message
}

/** What a person can agree to; a note of another program and a payment of another mode they can't. */
const agreeable = new Set([
  'outcome.mollie.noteThere',
  'outcome.mollie.noteChanged',
  'outcome.mollie.noteGone',
  'outcome.mollie.otherMetadata',
])

/**
 * What stopped a row in an earlier round and may be replaced now: as it was read then. Where yet another note stands there when the
 * row leaves, it is refused again.
 */
export function agreedIn(refused: ReturnType<KnownRecords['refusedIn']>): Agreed | null {
  if (!refused || !('id' in refused.reason) || !agreeable.has(refused.reason.id)) return null
  const metadata = parseJson(refused.found, 'whole')
  if (metadata === undefined) return null
  const { id } = refused.reason
  const shown = noteIn(metadata)
  return {
    shown,
    keepValue: true,
    warning(action) {
      if (id === 'outcome.mollie.otherMetadata') return { id: 'bulk.row.otherMetadata' }
      return shown ? { id: 'bulk.row.otherNote', values: { found: quoted(shown.text), action } } : { id: 'bulk.row.noteGone' }
    },
  }
}
