import type { PaymentNoteDraftFields } from '#shared/vendors/mollie/payment-note.ts'
import type { client } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { ReviewDialog } from '../../ui/draft/ReviewDialog.tsx'
import type { Filing } from '../../ui/draft/use-filing.ts'
import { KeyValue } from '../../ui/KeyValue.tsx'

export type ReviewedPaymentNote = Extract<Awaited<ReturnType<typeof client.paymentNotes.review>>, { ok: true }>['value']

interface PaymentNoteReviewProps {
  readonly filing: Filing<ReviewedPaymentNote>
  readonly fields: PaymentNoteDraftFields
}

/** The note as it will stand there, and word for word what it replaces. */
export function PaymentNoteReview({ filing, fields }: PaymentNoteReviewProps) {
  const say = useSay()
  const payment = filing.reviewed?.payment
  return (
    <ReviewDialog
      title={say('payment-notes.review.title')}
      reviewed={filing.reviewed}
      isSubmitting={filing.isSubmitting}
      onClose={filing.close}
      onConfirm={filing.confirm}
      isDanger={fields.action === 'delete'}
    >
      <KeyValue
        entries={[
          { label: say('field.paymentID'), value: payment?.id ?? '', mono: true },
          { label: say('payment-notes.review.now'), value: payment?.note?.text ?? say('payment-notes.review.none') },
          ...(fields.action === 'delete' ? [] : [{ label: say('field.text'), value: fields.text }]),
        ]}
      />
    </ReviewDialog>
  )
}
