import type { BulkField, BulkRun } from '#shared/domain/bulk.ts'
import { kindOfBulk } from '#shared/domain/kinds.ts'
import { useAccount } from '../../lib/active-accounts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useVendorOf } from '../../lib/vendors.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { codesOf, useValueWords } from './field-words.ts'

interface FixedValueFieldProps {
  readonly field: BulkField
  readonly run: BulkRun
  /** Instead of “Outlet of every row”. */
  readonly label?: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One value for every row, chosen the way the field is filled in everywhere else. */
export function FixedValueField({ field, run, label: own, value, onChange }: FixedValueFieldProps) {
  const say = useSay()
  const valueWords = useValueWords()
  const { bulk } = useVendorOf(kindOfBulk(run.kind))
  const account = useAccount(run.accountId)
  const label = own ?? say('bulkScreen.fixed', { field: say(`bulkScreen.field.${field}`) })
  const codes = codesOf(field)?.map((code) => ({ value: code, label: valueWords(field, code) }))
  const choices = codes ? { only: codes } : bulk.fixedChoices(field, account?.settings ?? null)
  if (choices && 'only' in choices) {
    const options = choices.only
    return (
      <SelectField {...{ label, options, onChange }} value={value === '' ? null : value} placeholder={say('bulkScreen.choose')} />
    )
  }
  if (choices && choices.some.length > 0) return <ComboField {...{ label, value, onChange }} choices={choices.some} />
  if (bulk.longFields.includes(field)) {
    return <TextArea label={label} rows={2} defaultValue={value} onChange={(event) => onChange(event.target.value)} />
  }
  return <TextField label={label} defaultValue={value} onChange={(event) => onChange(event.target.value)} />
}
