import type { Result } from '#shared/ipc/procedure.ts'
import { completeDisputeSchema, type DisputeDraftFields, type DisputeDraft } from '#shared/vendors/billink/dispute.ts'
import { useAccount } from '../../lib/active-accounts.ts'
import { checkFields } from '../../lib/check-fields.ts'
import { client } from '../../lib/client.ts'
import { useDraftForm } from '../../lib/draft-form.ts'
import { draftKeeper } from '../../lib/draft-keeper.ts'
import { useEvidence } from '../../lib/evidence/use-evidence.ts'
import { useFieldErrors, useFormErrors } from '../../lib/form-errors.ts'
import { useSay } from '../../lib/i18n.tsx'
import { DraftFrame } from '../../ui/draft/DraftFrame.tsx'
import { useFiling } from '../../ui/draft/use-filing.ts'
import { DropSurface } from '../../ui/DropSurface.tsx'
import { FieldPair } from '../../ui/FieldPair.tsx'
import { PreviewPane } from '../../ui/evidence/PreviewPane.tsx'
import { TemplateArea } from '../../ui/templates/TemplateArea.tsx'
import { useTemplateText } from '../../ui/templates/use-template-text.ts'
import { TextField } from '../../ui/TextField.tsx'
import { AttachmentField } from './AttachmentField.tsx'
import { ChoiceField } from './ChoiceField.tsx'
import { CustomerFields } from './CustomerFields.tsx'
import { draftTitle } from './dispute-titles.ts'
import { DisputeReview, type ReviewedDispute } from './DisputeReview.tsx'
import { EarlierDispute, useEarlierDispute } from './EarlierDispute.tsx'
import { useOffers } from './use-offers.tsx'
import { useOutsideChoices } from './use-outside-choices.ts'

const keeper = draftKeeper<DisputeDraftFields>(
  // What comes back is of the kind that was saved.
  (input) => client.drafts.save({ kind: 'dispute', ...input }) as Promise<Result<DisputeDraft>>,
)

/** A dispute while it is a draft. `isNew` puts the cursor in its first field. */
export function DisputeForm({ draft, isNew }: { draft: DisputeDraft; isNew: boolean }) {
  const say = useSay()
  const account = useAccount(draft.accountId)
  const billink = account?.settings.kind === 'billink' ? account.settings : null
  const labels = {
    invoice: say('field.invoice'),
    customerName: say('field.customerName'),
    customerEmail: say('field.customerEmail'),
    category: say('field.category'),
    locale: say('field.locale'),
    message: say('field.message'),
    file: say('field.file'),
  }
  const errors = useFormErrors(labels, draft.refusal ?? undefined)
  const { form, values, status, flush } = useDraftForm({ draft, keeper, onEdit: errors.clear })
  const errorsAt = useFieldErrors({ errors, rules: completeDisputeSchema.shape, values, status })
  const earlier = useEarlierDispute(draft.accountId, values.invoice)
  const outside = useOutsideChoices(billink, values)
  const choice = { control: form.control, outside, errors: { ...errors, at: errorsAt } }
  const evidence = useEvidence(draft.id, () => errors.clear('file'))
  const texts = useTemplateText({ kind: 'dispute', account, values })
  const offers = useOffers({ draft, values, evidence })
  const filing = useFiling<ReviewedDispute>({
    draft,
    errors,
    typed: form.getValues,
    check: () => ({ ...outside.check(form.getValues()), ...checkFields(completeDisputeSchema, form.getValues()) }),
    complete: texts.fill,
    // What is being put together is part of what is reviewed.
    flush: async () => (await flush()) && (await evidence.settled(), true),
    review: client.disputes.review,
    submit: client.disputes.submit,
  })

  return (
    <>
      <DropSurface onFiles={(files) => void evidence.take(files)} onText={offers.readText}>
        <DraftFrame
          title={values.invoice.trim() === '' ? say('disputes.new') : draftTitle(say, values)}
          draft={draft}
          account={account}
          accountLine={billink ? say('disputes.account', { account: billink.name, username: billink.username }) : ''}
          errors={errors}
          status={status}
          flush={flush}
          isReviewing={filing.isReviewing}
          onReview={filing.start}
          beside={<PreviewPane draftId={draft.id} evidence={evidence.data} />}
        >
          {offers.panel}
          <TextField
            label={labels.invoice}
            description={say('disputes.hint.invoice')}
            errors={errorsAt('invoice')}
            warning={earlier !== null && <EarlierDispute id={earlier} invoice={values.invoice} />}
            mono
            autoFocus={isNew}
            {...form.register('invoice')}
          />
          <CustomerFields accountId={draft.accountId} form={form} labels={labels} errorsAt={errorsAt} />
          <FieldPair>
            <ChoiceField
              {...choice}
              name="category"
              label={labels.category}
              hint={say('disputes.hint.category')}
              choices={billink?.categories ?? []}
            />
            <ChoiceField
              {...choice}
              name="locale"
              label={labels.locale}
              hint={say('disputes.hint.locale')}
              choices={billink?.locales ?? []}
            />
          </FieldPair>
          <TemplateArea
            texts={texts}
            field={form.register('message')}
            text={values.message}
            label={labels.message}
            errors={errorsAt('message')}
            aside={say('disputes.counter', { count: Array.from(values.message).length })}
            rows={6}
          />
          <AttachmentField
            draftId={draft.id}
            evidence={evidence}
            extraOf={offers.buttonOf}
            limitMegabytes={billink?.maxFileMegabytes ?? 0}
            errors={errorsAt('file')}
          />
        </DraftFrame>
      </DropSurface>
      <DisputeReview draftId={draft.id} filing={filing} fields={values} account={billink} />
    </>
  )
}
