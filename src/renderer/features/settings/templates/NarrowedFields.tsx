import { Controller, type UseFormReturn } from 'react-hook-form'
import type { Account } from '#shared/domain/account.ts'
import type { Kind } from '#shared/domain/kinds.ts'
import type { TemplateFields } from '#shared/domain/template.ts'
import { templateFieldsOf, sharedVendorOf, type TemplateField } from '#shared/vendors/index.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { useVendorOf } from '../../../lib/vendors.tsx'
import { ComboField } from '../../../ui/ComboField.tsx'
import { FieldPair } from '../../../ui/FieldPair.tsx'

interface NarrowedFieldsProps {
  readonly form: UseFormReturn<TemplateFields>
  readonly kind: Kind
  readonly accounts: readonly Account[]
  readonly accountId: string | null
}

/** What a form must hold for a text to fit, such as a category or a language: from the lists of the accounts it is for. */
export function NarrowedFields({ form, kind, accounts, accountId }: NarrowedFieldsProps) {
  const say = useSay()
  const { bulk } = useVendorOf(kind)
  const { narrowedBy } = sharedVendorOf(kind).templates
  const fields = templateFieldsOf(kind).filter((field) => narrowedBy.includes(field))
  const meant = accounts.filter(({ id }) => accountId === null || id === accountId)
  function choicesOf(field: TemplateField) {
    const all = meant.flatMap(({ settings }) => {
      const choices = bulk.fixedChoices(field, settings)
      if (choices === null) return []
      return 'only' in choices ? choices.only.map(({ value, label }) => ({ id: value, label })) : [...choices.some]
    })
    return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index)
  }
  if (fields.length === 0) return null
  return (
    <FieldPair>
      {fields.map((field) => (
        <Controller
          key={field}
          control={form.control}
          name={`narrowed.${field}`}
          defaultValue=""
          render={({ field: { value, onChange, onBlur, name } }) => (
            <ComboField
              label={say(`field.${field}`)}
              description={say('templates.narrowed.hint')}
              optional
              choices={choicesOf(field)}
              name={name}
              value={value}
              onChange={onChange}
              onBlur={onBlur}
            />
          )}
        />
      ))}
    </FieldPair>
  )
}
