import { useController } from 'react-hook-form'
import { kinds } from '#shared/domain/kinds.ts'
import type { Result } from '#shared/ipc/procedure.ts'
import {
  completePaymentNoteSchema,
  paymentIdSchema,
  paymentNoteActionSchema,
  type PaymentNoteAction,
  type PaymentNoteDraft,
  type PaymentNoteDraftFields,
} from '#shared/vendors/mollie/payment-note.ts'
import { useAccount } from '../../lib/active-accounts.ts'
import { checkFields } from '../../lib/check-fields.ts'
import { client } from '../../lib/client.ts'
import { useDraftForm } from '../../lib/draft-form.ts'
import { draftKeeper } from '../../lib/draft-keeper.ts'
import { useFieldErrors, useFormErrors } from '../../lib/form-errors.ts'
import { useSay } from '../../lib/i18n.tsx'
import { SegmentedControl } from '../../ui/ChoiceField.tsx'
import { DraftFrame } from '../../ui/draft/DraftFrame.tsx'
import { useFiling } from '../../ui/draft/use-filing.ts'
import { useTemplateText } from '../../ui/templates/use-template-text.ts'
import { titleOf } from '../../ui/submission/words.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { DraftOf } from '../vendor.ts'
import { ExampleField } from '../../ui/draft/ExampleField.tsx'
import { OtherMetadata } from './OtherMetadata.tsx'
import { usePayment } from './payment.ts'
import { PaymentCard } from './PaymentCard.tsx'
import { PaymentNoteReview, type ReviewedPaymentNote } from './PaymentNoteReview.tsx'
import { PaymentNoteText } from './PaymentNoteText.tsx'

const keeper = draftKeeper<PaymentNoteDraftFields>(
  // What comes back is of the kind that was saved.
  (input) => client.drafts.save({ kind: 'payment-note', ...input }) as Promise<Result<PaymentNoteDraft>>,
)
const rules = { paymentID: paymentIdSchema }

/** A note on a payment while it is a draft: the payment is shown before anything is changed at it. `isNew` puts the cursor in its first field. */
export function PaymentNoteForm({ draft, isNew }: { draft: DraftOf<'payment-note'>; isNew: boolean }) {
  const say = useSay()
  const account = useAccount(draft.accountId)
  const labels = {
    action: say('field.action'),
    paymentID: say('field.paymentID'),
    text: say('field.text'),
    keepValue: say('payment-notes.keepValue'),
  }
  const errors = useFormErrors(labels, draft.refusal ?? undefined)
  const { form, values, status, flush } = useDraftForm({ draft, keeper, onEdit: errors.clear })
  const errorsAt = useFieldErrors({ errors, rules, values, status })
  const action = useController({ control: form.control, name: 'action' }).field
  const keepValue = useController({ control: form.control, name: 'keepValue' }).field
  const at = usePayment(draft.accountId, values.paymentID)
  const { payment } = at
  const texts = useTemplateText({ kind: 'payment-note', account, values })
  const filing = useFiling<ReviewedPaymentNote>({
    draft,
    errors,
    typed: form.getValues,
    check: () => checkFields(completePaymentNoteSchema, form.getValues()),
    complete: texts.fill,
    flush,
    review: client.paymentNotes.review,
    submit: ({ draftId }, reviewed) => client.paymentNotes.submit({ draftId, shown: reviewed.payment.note }),
  })

  function become(next: PaymentNoteAction): void {
    form.setValue('action', next, { shouldDirty: true })
    errors.clear()
  }

  function fill(next: Partial<PaymentNoteDraftFields>): void {
    for (const [field, value] of Object.entries(next))
      form.setValue(field as keyof PaymentNoteDraftFields, value, { shouldDirty: true })
    errors.clear()
  }

  const paymentField = form.register('paymentID')
  const subject = values.paymentID.trim()
  return (
    <>
      <DraftFrame
        title={
          subject === ''
            ? say(`${kinds[draft.kind].screen}.new`)
            : titleOf(say, { kind: `payment-note.${values.action}`, subject })
        }
        draft={draft}
        account={account}
        accountLine={account ? say('payment-notes.account', { account: account.settings.name }) : ''}
        errors={errors}
        status={status}
        flush={flush}
        isReviewing={filing.isReviewing}
        onReview={filing.start}
      >
        <ExampleField
          accountId={draft.accountId}
          of="example-payments"
          list={client.paymentNotes.examples}
          idOf={({ paymentID }) => paymentID}
          words={{
            label: say('payment-notes.example'),
            description: say('payment-notes.hint.example'),
            placeholder: say('payment-notes.example.placeholder'),
          }}
          value={subject}
          onChoose={({ paymentID }) => {
            fill({ paymentID, keepValue: false })
            at.read(paymentID)
          }}
        />
        <TextField
          label={labels.paymentID}
          description={say('payment-notes.hint.payment')}
          errors={errorsAt('paymentID')}
          mono
          autoFocus={isNew}
          placeholder="tr_…"
          {...paymentField}
          onChange={(event) => {
            void paymentField.onChange(event)
            // Agreed to for one payment, and for no other.
            if (form.getValues('keepValue')) form.setValue('keepValue', false, { shouldDirty: true })
          }}
          onBlur={(event) => {
            void paymentField.onBlur(event)
            at.read(event.target.value, 'once')
          }}
        />
        <PaymentCard
          at={at}
          onRead={() => at.read(form.getValues('paymentID'))}
          onEditNote={(text) => fill({ action: 'update', text })}
        />
        <SegmentedControl
          label={labels.action}
          name="action"
          description={say(`payment-notes.action.hint.${values.action}`)}
          options={paymentNoteActionSchema.options.map((value) => ({ value, label: say(`payment-notes.action.${value}`) }))}
          value={action.value}
          onChange={become}
        />
        {values.action !== 'delete' && (
          <PaymentNoteText
            label={labels.text}
            text={values.text}
            besideBytes={payment?.besideBytes ?? 0}
            field={form.register('text')}
            texts={texts}
            errors={errorsAt('text')}
          />
        )}
        {payment !== null && (
          <OtherMetadata
            payment={payment}
            action={values.action}
            keepValue={values.keepValue}
            errors={errorsAt('keepValue')}
            onKeepValue={keepValue.onChange}
            onBecome={become}
          />
        )}
      </DraftFrame>
      <PaymentNoteReview
        filing={filing}
        fields={values}
        onSwitch={(next) => {
          filing.close()
          become(next)
          filing.start()
        }}
      />
    </>
  )
}
