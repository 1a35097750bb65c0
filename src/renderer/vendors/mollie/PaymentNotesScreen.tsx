import { MessageSquareText } from 'lucide-react'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { useSay } from '../../lib/i18n.tsx'
import { DamagedRecords, isOfKind } from '../../ui/damaged/DamagedRecords.tsx'
import { DraftsAndItems } from '../../ui/draft/DraftsAndItems.tsx'
import { DraftsScreen } from '../../ui/draft/DraftsScreen.tsx'
import type { ItemActions } from '../../ui/submission/use-item-actions.ts'
import { PaymentNoteForm } from './PaymentNoteForm.tsx'
import { PaymentNoteItemButtons } from './PaymentNoteItemButtons.tsx'

const footer = (item: SubmissionDetail, actions: ItemActions) => <PaymentNoteItemButtons item={item} actions={actions} />

/** Notes on payments: drafts and what was filed on the left, the editor or the filed note on the right. */
export function PaymentNotesScreen() {
  const say = useSay()
  return (
    <DraftsScreen
      kind="payment-note"
      icon={MessageSquareText}
      footer={footer}
      renderList={(account, openId) => (
        <>
          <DamagedRecords sources={['drafts']} isHere={isOfKind('payment-note')} />
          <DraftsAndItems
            key={account.id}
            kind="payment-note"
            accountId={account.id}
            selectedId={openId}
            words={({ fields: { action, paymentID, text } }) => ({
              title: paymentID.trim() || say('draft.untitled'),
              detail: [say(`payment-notes.action.${action}`), action === 'delete' ? '' : text.trim()].filter(Boolean).join(' · '),
            })}
          />
        </>
      )}
    >
      {(draft, isNew) => <PaymentNoteForm draft={draft} isNew={isNew} />}
    </DraftsScreen>
  )
}
