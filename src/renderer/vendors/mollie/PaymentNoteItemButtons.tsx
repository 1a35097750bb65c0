import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { SubmissionState } from '#shared/domain/submission.ts'
import type { PaymentNoteAction } from '#shared/vendors/mollie/payment-note.ts'
import { client } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { ChangeButtons } from '../../ui/submission/ChangeButtons.tsx'
import type { ItemActions } from '../../ui/submission/use-item-actions.ts'

/** A note that may stand there: sent, or laid to rest without an answer. */
const mayStand: ReadonlySet<SubmissionState> = new Set(['sent', 'closed'])

/** From a filed note to a draft that updates or deletes it; what stands there is read anew when that draft opens. */
export function PaymentNoteItemButtons({ item, actions }: { item: SubmissionDetail; actions: ItemActions }) {
  const say = useSay()
  const { payload, accountId } = item
  if (payload.kind !== 'payment-note' || payload.action === 'delete' || !mayStand.has(item.state)) return null
  const { paymentID, text = '' } = payload

  const start = (action: Exclude<PaymentNoteAction, 'create'>) => {
    const fields = { action, paymentID, text: action === 'delete' ? '' : text }
    // The note's own account, which need not be the active one.
    actions.toDraft(() => client.drafts.create({ kind: 'payment-note', accountId, fields }))
  }

  return (
    <ChangeButtons
      words={{ delete: say('payment-notes.delete'), update: say('payment-notes.update') }}
      isBusy={actions.isBusy}
      onStart={start}
    />
  )
}
