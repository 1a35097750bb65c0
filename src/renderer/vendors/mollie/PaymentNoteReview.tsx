import type { PaymentNoteAction, PaymentNoteDraftFields } from '#shared/vendors/mollie/payment-note.ts'
import type { client } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { ReviewDialog } from '../../ui/draft/ReviewDialog.tsx'
import type { Filing } from '../../ui/draft/use-filing.ts'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { KeyValue, type KeyValueEntry } from '../../ui/KeyValue.tsx'

export type ReviewedPaymentNote = Extract<Awaited<ReturnType<typeof client.paymentNotes.review>>, { ok: true }>['value']

interface PaymentNoteReviewProps {
  readonly filing: Filing<ReviewedPaymentNote>
  readonly fields: PaymentNoteDraftFields
  /** Another action, where the payment as it stands now asks for it. */
  readonly onSwitch: (action: PaymentNoteAction) => void
}

/** What exactly will happen, at which payment, and word for word what it replaces, as it was read just now. */
export function PaymentNoteReview({ filing, fields, onSwitch }: PaymentNoteReviewProps) {
  const say = useSay()
  const format = useFormat()
  const { reviewed } = filing
  if (!reviewed) return null
  const { action, text, paymentID } = fields
  const { payment } = reviewed
  const { note, amount, description, readAt, mode } = payment
  const time = format.time(readAt)
  const wanted = note === null ? 'create' : 'update'
  const entries: KeyValueEntry[] = [
    {
      label: say('payment-notes.payment'),
      value: [description, amount && format.money(amount.value, amount.currency)].filter(Boolean).join(' · '),
    },
    {
      label: say(action === 'delete' ? 'payment-notes.review.deleted' : 'payment-notes.review.now', { time }),
      value: note?.text ?? say('payment-notes.now.none'),
    },
    ...(action === 'delete' ? [] : [{ label: say('payment-notes.review.new'), value: text }]),
  ]
  return (
    <ReviewDialog
      title={say(`payment-notes.review.title.${action}`)}
      reviewed={reviewed}
      isSubmitting={filing.isSubmitting}
      onClose={filing.close}
      onConfirm={filing.confirm}
      onConfirmAndNext={filing.confirmAndNext}
      confirmLabel={action === 'delete' ? say('payment-notes.review.delete.confirm') : undefined}
      isDanger={action === 'delete'}
      warningAction={
        action !== 'delete' &&
        action !== wanted && (
          <Button size="small" onPress={() => onSwitch(wanted)}>
            {say(wanted === 'update' ? 'payment-notes.toUpdate' : 'payment-notes.toCreate')}
          </Button>
        )
      }
    >
      <p>
        {say(`payment-notes.review.${action}`, { payment: paymentID.trim() })}{' '}
        {mode === 'test' && <EnvironmentBadge environment="test" />}
      </p>
      <KeyValue entries={entries} />
      <p>{say('payment-notes.review.kept')}</p>
    </ReviewDialog>
  )
}
