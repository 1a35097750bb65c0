import { useQueryClient } from '@tanstack/react-query'
import { PencilLine, Trash2 } from 'lucide-react'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { SubmissionState } from '#shared/domain/submission.ts'
import type { PaymentNoteAction } from '#shared/vendors/mollie/payment-note.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { placeOfDraft, type ItemActions } from '../../ui/submission/use-item-actions.ts'

/** A note that may stand there: sent, or laid to rest without an answer. */
const mayStand: ReadonlySet<SubmissionState> = new Set(['sent', 'closed'])

/** From a filed note to a draft that updates or deletes it; what stands there is read anew when that draft opens. */
export function PaymentNoteItemButtons({ item, actions }: { item: SubmissionDetail; actions: ItemActions }) {
  const say = useSay()
  const queries = useQueryClient()
  const { navigate } = useNavigation()
  const { payload } = item
  if (payload.kind !== 'payment-note' || payload.action === 'delete' || !mayStand.has(item.state)) return null
  const { paymentID, text = '' } = payload

  const start = (action: Exclude<PaymentNoteAction, 'create'>) =>
    actions.run(async () => {
      // The note's own account, which need not be the active one.
      const { accountId } = item
      const fields = { action, paymentID, text: action === 'delete' ? '' : text }
      const draft = await unwrap(client.drafts.create({ kind: 'payment-note', accountId, fields }))
      await queries.invalidateQueries({ queryKey: ['drafts'] })
      navigate(placeOfDraft(draft))
    })

  return (
    <>
      <Button icon={<Trash2 aria-hidden="true" />} isDisabled={actions.isBusy} onPress={() => start('delete')}>
        {say('payment-notes.delete')}
      </Button>
      <Button
        variant="primary"
        icon={<PencilLine aria-hidden="true" />}
        isDisabled={actions.isBusy}
        onPress={() => start('update')}
      >
        {say('payment-notes.update')}
      </Button>
    </>
  )
}
