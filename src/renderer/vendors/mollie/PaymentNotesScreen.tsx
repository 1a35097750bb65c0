import { CreditCard } from 'lucide-react'
import { DamagedRecords, isOfKind } from '../../ui/damaged/DamagedRecords.tsx'
import { DraftsAndItems } from '../../ui/draft/DraftsAndItems.tsx'
import { DraftsScreen } from '../../ui/draft/DraftsScreen.tsx'
import { useSay } from '../../lib/i18n.tsx'
import { PaymentNoteForm } from './PaymentNoteForm.tsx'

/** Notes on payments: drafts and what was filed on the left, the form or the filed item on the right. */
export function PaymentNotesScreen() {
  const say = useSay()
  return (
    <DraftsScreen
      kind="payment-note"
      icon={CreditCard}
      renderList={(account, openId) => (
        <>
          <DamagedRecords sources={['drafts']} isHere={isOfKind('payment-note')} />
          <DraftsAndItems
            key={account.id}
            kind="payment-note"
            accountId={account.id}
            selectedId={openId}
            words={({ fields }) => ({
              title: fields.paymentID.trim() || say('payment-notes.new'),
              detail: fields.text.slice(0, 60),
            })}
          />
        </>
      )}
    >
      {(draft, isNew) => <PaymentNoteForm draft={draft} isNew={isNew} />}
    </DraftsScreen>
  )
}
