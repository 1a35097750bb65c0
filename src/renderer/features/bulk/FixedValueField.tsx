import type { BulkField, BulkRun } from '#shared/domain/bulk.ts'
import type { Account } from '#shared/domain/account.ts'
import { paymentMethods } from '#shared/domain/sale-note-fields.ts'
import { useAccount } from '../../lib/active-accounts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'

interface FixedValueFieldProps {
  readonly field: BulkField
  readonly run: BulkRun
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One value for every row, chosen the way the field is filled in everywhere else. */
export function FixedValueField({ field, run, value, onChange }: FixedValueFieldProps) {
  const say = useSay()
  const label = say('bulkScreen.fixed', { field: say(`bulkScreen.field.${field}`) })
  const account = useAccount(run.accountId)
  const listed = optionsOf(field)
  if (listed) {
    const options = listed.map((option) => ({
      value: option,
      label:
        field === 'action'
          ? say(`bulkScreen.action.${option as 'create' | 'update' | 'delete'}`)
          : field === 'test'
            ? say(option === '1' ? 'field.test.yes' : 'field.test.no')
            : (paymentMethods.find(({ code }) => code === option)?.name ?? option),
      hint: field === 'paymentMethodCode' ? option : undefined,
    }))
    return (
      <SelectField {...{ label, options, onChange }} value={value === '' ? null : value} placeholder={say('bulkScreen.choose')} />
    )
  }
  const choices = account ? choicesOf(field, account) : []
  if (choices.length > 0) return <ComboField {...{ label, choices, value, onChange }} />
  if (field === 'text' || field === 'message') {
    return <TextArea label={label} rows={2} defaultValue={value} onChange={(event) => onChange(event.target.value)} />
  }
  return <TextField label={label} defaultValue={value} onChange={(event) => onChange(event.target.value)} />
}

function optionsOf(field: BulkField): readonly string[] | null {
  if (field === 'action') return ['create', 'update', 'delete']
  if (field === 'test') return ['0', '1']
  return field === 'paymentMethodCode' ? paymentMethods.map(({ code }) => code) : null
}

function choicesOf(field: BulkField, { settings }: Account) {
  if (settings.kind === 'digiwallet') return field === 'outletID' ? settings.outlets : []
  return field === 'category' ? settings.categories : field === 'locale' ? settings.locales : []
}
