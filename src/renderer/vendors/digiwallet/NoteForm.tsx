import type { Result } from '#shared/ipc/procedure.ts'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import {
  type NoteDraft,
  completeNoteSchema,
  type ExampleSale,
  type NoteDraftFields,
} from '#shared/vendors/digiwallet/sale-note.ts'
import { outletIdSchema, paymentMethods, saleIdSchema } from '#shared/vendors/digiwallet/sale-note-fields.ts'
import { useAccount } from '../../lib/active-accounts.ts'
import { checkFields } from '../../lib/check-fields.ts'
import { client } from '../../lib/client.ts'
import { useDraftForm } from '../../lib/draft-form.ts'
import { draftKeeper } from '../../lib/draft-keeper.ts'
import { useFieldErrors, useFormErrors } from '../../lib/form-errors.ts'
import { useSay } from '../../lib/i18n.tsx'
import { SegmentedControl } from '../../ui/ChoiceField.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import { DraftFrame } from '../../ui/draft/DraftFrame.tsx'
import { useFiling } from '../../ui/draft/use-filing.ts'
import { FieldPair } from '../../ui/FieldPair.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { useTemplateText } from '../../ui/templates/use-template-text.ts'
import { titleOf } from '../../ui/submission/words.ts'
import { ExampleField } from '../../ui/draft/ExampleField.tsx'
import { isUnlikelyOutlet, outletsOf, outletWords, testOf, textStatus } from './note-editing.ts'
import { NoteReview, type ReviewedNote } from './NoteReview.tsx'
import { NoteTestField } from './NoteTestField.tsx'
import { NoteTextField } from './NoteTextField.tsx'
import { RemakeDialog } from './RemakeDialog.tsx'

const keeper = draftKeeper<NoteDraftFields>(
  // What comes back is of the kind that was saved.
  (input) => client.drafts.save({ kind: 'note', ...input }) as Promise<Result<NoteDraft>>,
)
const actions = ['create', 'update', 'delete'] as const
const rules = { outletID: outletIdSchema, saleID: saleIdSchema }
const methods = paymentMethods.map(({ code, name }) => ({ value: code, label: name, hint: code }))

/** A note while it is a draft. `isNew` puts the cursor in its first field. */
export function NoteForm({ draft, isNew }: { draft: NoteDraft; isNew: boolean }) {
  const say = useSay()
  const account = useAccount(draft.accountId)
  const [isRemaking, setRemaking] = useState(false)
  const labels = {
    action: say('field.action'),
    outletID: say('field.outletID'),
    saleID: say('field.saleID'),
    paymentMethodCode: say('field.paymentMethodCode'),
    text: say('field.text'),
    test: say('field.test'),
  }
  const errors = useFormErrors(labels, draft.refusal ?? undefined)
  const { form, values, status, flush } = useDraftForm({ draft, keeper, onEdit })
  const errorsAt = useFieldErrors({ errors, rules, values, status })
  const action = useController({ control: form.control, name: 'action' }).field
  const outlet = useController({ control: form.control, name: 'outletID' }).field
  const method = useController({ control: form.control, name: 'paymentMethodCode' }).field
  const test = useController({ control: form.control, name: 'test' }).field
  const side = testOf(account, values)
  // The first field that is still to be filled in.
  const [startsAtOutlet] = useState(values.outletID === '')
  const texts = useTemplateText({ kind: 'note', account, values })
  const filing = useFiling<ReviewedNote>({
    draft,
    errors,
    typed: form.getValues,
    check() {
      const typed = form.getValues()
      return checkFields(completeNoteSchema, { ...typed, test: testOf(account, typed).value })
    },
    complete: texts.fill,
    flush,
    review: client.notes.review,
    submit: client.notes.submit,
  })

  function onEdit(field: string): void {
    errors.clear(field)
    // Another outlet may settle by itself where the note goes.
    if (field === 'outletID') errors.clear('test')
  }

  function become(next: NoteDraftFields['action']): void {
    form.setValue('action', next, { shouldDirty: true })
    errors.clear()
  }

  function practiseOn({ outletID, saleID, paymentMethodCode }: ExampleSale): void {
    form.setValue('outletID', outletID, { shouldDirty: true })
    form.setValue('saleID', saleID, { shouldDirty: true })
    form.setValue('paymentMethodCode', paymentMethodCode, { shouldDirty: true })
    errors.clear()
  }

  return (
    <>
      <DraftFrame
        title={
          values.saleID.trim() === ''
            ? say('notes.new')
            : titleOf(say, { kind: `note.${values.action}`, subject: values.saleID.trim() })
        }
        draft={draft}
        account={account}
        accountLine={account ? say('notes.account', { account: account.settings.name }) : ''}
        errors={errors}
        status={status}
        flush={flush}
        isReviewing={filing.isReviewing}
        onReview={filing.start}
      >
        <SegmentedControl
          label={labels.action}
          name="action"
          description={say(`notes.action.hint.${values.action}`)}
          options={actions.map((value) => ({ value, label: say(`notes.action.${value}`) }))}
          value={action.value}
          onChange={become}
        />
        <ExampleField
          accountId={draft.accountId}
          of="example-sales"
          list={client.notes.examples}
          idOf={({ saleID }) => saleID}
          words={{
            label: say('notes.example'),
            description: say('notes.hint.example'),
            placeholder: say('notes.example.placeholder'),
          }}
          value={values.saleID.trim()}
          onChoose={practiseOn}
        />
        <FieldPair>
          <ComboField
            label={labels.outletID}
            description={say('notes.hint.outlet')}
            errors={errorsAt('outletID')}
            warning={isUnlikelyOutlet(outlet.value) && say('notes.warn.outlet')}
            choices={outletsOf(account)}
            name="outletID"
            autoFocus={isNew && startsAtOutlet}
            value={outlet.value}
            onChange={outlet.onChange}
            onBlur={outlet.onBlur}
          />
          <TextField
            label={labels.saleID}
            description={say('notes.hint.sale')}
            errors={errorsAt('saleID')}
            mono
            inputMode="numeric"
            autoFocus={isNew && !startsAtOutlet}
            {...form.register('saleID')}
          />
        </FieldPair>
        <SelectField
          label={labels.paymentMethodCode}
          name="paymentMethodCode"
          errors={errorsAt('paymentMethodCode')}
          options={methods}
          value={methods.find(({ value }) => value === method.value)?.value ?? null}
          onChange={method.onChange}
          onBlur={method.onBlur}
          placeholder={say('notes.method.placeholder')}
        />
        {values.action === 'delete' ? (
          values.text !== '' && <TextArea label={say('notes.keptText')} optional readOnly rows={2} {...form.register('text')} />
        ) : (
          <NoteTextField
            label={labels.text}
            status={textStatus(values)}
            field={form.register('text')}
            texts={texts}
            errors={errorsAt('text')}
            onRemake={() => setRemaking(true)}
          />
        )}
        <NoteTestField
          value={side.value}
          forcedBy={side.forced ? outletWords(account, values.outletID) : null}
          mustChoose={account?.settings.kind === 'digiwallet' && account.settings.testDefault === 'ask'}
          errors={errorsAt('test')}
          onChange={test.onChange}
        />
      </DraftFrame>
      <NoteReview
        filing={filing}
        fields={values}
        account={account}
        onSwitchToUpdate={() => {
          filing.close()
          become('update')
          filing.start()
        }}
      />
      {isRemaking && (
        <RemakeDialog
          draft={draft}
          fields={{ ...values, test: side.value }}
          onClose={() => setRemaking(false)}
          becomeCreate={() => {
            become('create')
            return flush()
          }}
        />
      )}
    </>
  )
}
