import { useController } from 'react-hook-form'
import type { Result } from '#shared/ipc/procedure.ts'
import {
  completePaymentNoteSchema,
  paymentIdSchema,
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
import { Switch } from '../../ui/Switch.tsx'
import { titleOf } from '../../ui/submission/words.ts'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { PaymentNoteReview, type ReviewedPaymentNote } from './PaymentNoteReview.tsx'

const keeper = draftKeeper<PaymentNoteDraftFields>(
  // What comes back is of the kind that was saved.
  (input) => client.drafts.save({ kind: 'payment-note', ...input }) as Promise<Result<PaymentNoteDraft>>,
)
const actions = ['create', 'update', 'delete'] as const
const rules = { paymentID: paymentIdSchema }

/** A note on a payment while it is a draft. `isNew` puts the cursor in its first field. */
export function PaymentNoteForm({ draft, isNew }: { draft: PaymentNoteDraft; isNew: boolean }) {
  const say = useSay()
  const account = useAccount(draft.accountId)
  const labels = {
    action: say('field.action'),
    paymentID: say('field.paymentID'),
    text: say('field.text'),
    keepValue: say('field.keepValue'),
  }
  const errors = useFormErrors(labels, draft.refusal ?? undefined)
  const { form, values, status, flush } = useDraftForm({ draft, keeper, onEdit: errors.clear })
  const errorsAt = useFieldErrors({ errors, rules, values, status })
  const action = useController({ control: form.control, name: 'action' }).field
  const keepValue = useController({ control: form.control, name: 'keepValue' }).field
  const filing = useFiling<ReviewedPaymentNote>({
    draftId: draft.id,
    kind: 'payment-note',
    errors,
    check: () => checkFields(completePaymentNoteSchema, form.getValues()),
    flush,
    review: client.paymentNotes.review,
    submit: (input, { payment }) => client.paymentNotes.submit({ ...input, shown: payment.note }),
  })
  const paymentID = values.paymentID.trim()
  return (
    <>
      <DraftFrame
        title={
          paymentID === ''
            ? say('payment-notes.new')
            : titleOf(say, { kind: `payment-note.${values.action}`, subject: paymentID })
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
        <SegmentedControl
          label={labels.action}
          name="action"
          options={actions.map((value) => ({ value, label: say(`payment-notes.action.${value}`) }))}
          value={action.value}
          onChange={action.onChange}
        />
        <TextField
          label={labels.paymentID}
          errors={errorsAt('paymentID')}
          mono
          autoFocus={isNew}
          {...form.register('paymentID')}
        />
        {values.action !== 'delete' && (
          <TextArea label={labels.text} errors={errorsAt('text')} rows={4} spellCheck {...form.register('text')} />
        )}
        {errorsAt('keepValue').length > 0 && (
          <Switch label={labels.keepValue} isSelected={keepValue.value} onChange={keepValue.onChange} />
        )}
      </DraftFrame>
      <PaymentNoteReview filing={filing} fields={values} />
    </>
  )
}
