import { Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { useController } from 'react-hook-form'
import { kinds } from '#shared/domain/kinds.ts'
import {
  isEmptyTemplate,
  templateFieldsSchema,
  titleOfTemplate,
  type Template,
  type TemplateFields,
} from '#shared/domain/template.ts'
import { useAccounts } from '../../../lib/active-accounts.ts'
import { client, unwrap } from '../../../lib/client.ts'
import { useDraftForm } from '../../../lib/draft-form.ts'
import { draftKeeper } from '../../../lib/draft-keeper.ts'
import { useFieldErrors, useFormErrors } from '../../../lib/form-errors.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { reportProblem } from '../../../lib/problem.ts'
import { Button } from '../../../ui/Button.tsx'
import { useFormKeys } from '../../../ui/form-keys.ts'
import { SaveState } from '../../../ui/SaveState.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { PaneBody, PaneFooter, PaneHeader } from '../../../ui/SplitView.tsx'
import { clipped } from '../../../ui/submission/ItemRow.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/Toaster.tsx'
import { cx } from '../../../ui/cx.ts'
import { NarrowedFields } from './NarrowedFields.tsx'
import { TemplateTextField } from './TemplateTextField.tsx'
import css from './TemplateForm.module.css'

const keeper = draftKeeper<TemplateFields>(client.templates.save)
const everyAccount = ''

/** One of the clerk's own texts, stored as it is typed. */
export function TemplateForm({ template, onClose }: { template: Template; onClose: () => void }) {
  const say = useSay()
  const { kind } = template
  const labels = { name: say('templates.name'), text: say('templates.text') }
  const errors = useFormErrors(labels)
  const { form, values, status, flush } = useDraftForm({ draft: template, keeper, onEdit: errors.clear })
  const errorsAt = useFieldErrors({ errors, rules: templateFieldsSchema.shape, values, status })
  const account = useController({ control: form.control, name: 'accountId' }).field
  const own = useAccounts().filter(({ settings }) => settings.kind === kinds[kind].vendor)
  const save = () => void flush()
  const keys = useFormKeys({ onSubmit: save, onSave: save })
  const isGone = values.accountId !== null && own.every(({ id }) => id !== values.accountId)
  const accounts = [
    { value: everyAccount, label: say('templates.account.all') },
    ...own.map(({ id, settings }) => ({ value: id, label: settings.name })),
    ...(isGone ? [{ value: values.accountId ?? '', label: say('templates.account.gone') }] : []),
  ]
  const leaving = useRef(false)

  async function remove(): Promise<void> {
    if (leaving.current) return
    leaving.current = true
    await flush()
    const gone = await unwrap(client.templates.get({ id: template.id }))
    await unwrap(client.templates.remove({ id: template.id }))
    onClose()
    toast(say('templates.removed'), {
      label: say('draft.undo'),
      onPress: () => void unwrap(client.templates.restore(gone)).then(() => toast(say('templates.restored')), reportProblem),
    })
  }

  const title = titleOfTemplate(values) || say('templates.new')
  return (
    <form ref={keys} className={cx(css.form)} aria-label={clipped(title)} noValidate onSubmit={(event) => event.preventDefault()}>
      <PaneHeader
        title={<h2>{clipped(title)}</h2>}
        actions={
          <Button
            variant="quiet"
            size="small"
            icon={<Trash2 aria-hidden="true" />}
            onPress={() => void remove().catch(reportProblem)}
          >
            {say('templates.remove')}
          </Button>
        }
      />
      <PaneBody>
        <div className={cx(css.fields)}>
          <p className={cx(css.quiet)}>
            {say(`${kinds[kind].screen}.title`)} · {say('templates.used', { count: template.used })}
          </p>
          <TextField
            label={labels.name}
            description={say('templates.name.hint')}
            errors={errorsAt('name')}
            optional
            autoFocus={isEmptyTemplate(template.fields)}
            {...form.register('name')}
          />
          <SelectField
            label={say('templates.account')}
            name="accountId"
            options={accounts}
            value={values.accountId ?? everyAccount}
            onChange={(chosen) => account.onChange(chosen === everyAccount ? null : chosen)}
          />
          <NarrowedFields form={form} kind={kind} accounts={own} accountId={values.accountId} />
          <TemplateTextField
            kind={kind}
            field={form.register('text')}
            label={labels.text}
            text={values.text}
            errors={errorsAt('text')}
          />
        </div>
      </PaneBody>
      <PaneFooter status={<SaveState status={status} updatedAt={template.updatedAt} saved="templates.saved" />} />
    </form>
  )
}
