import { Controller, useWatch } from 'react-hook-form'
import { useSay } from '../../lib/i18n.tsx'
import type { FieldsProps, ListField } from '../../vendors/vendor.ts'
import { SelectField } from '../SelectField.tsx'

interface DefaultChoiceProps extends FieldsProps {
  readonly name: 'defaultCategory' | 'defaultLocale' | 'defaultOutlet'
  readonly list: ListField
  readonly label: string
  /** What holds where none is chosen; that a person chooses each time unless said otherwise. */
  readonly without?: string
}

const none = 'none'
/** No value of the list can be taken for the word for none of them. */
const keyOf = (id: string) => `id ${id}`

/** Which row of a list a new draft begins with. */
export function DefaultChoice({ form, errors, name, list, label, without }: DefaultChoiceProps) {
  const say = useSay()
  const rows = useWatch({ control: form.control, name: list })
  const known = rows.filter(({ id }) => id.trim() !== '')
  const options = [
    { value: none, label: without ?? say('settings.default.none') },
    ...known.map((row) => ({ value: keyOf(row.id), label: row.label || row.id, hint: row.label ? row.id : undefined })),
  ]
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <SelectField
          label={label}
          description={say('settings.default.hint')}
          errors={errors.at(name)}
          options={options}
          value={known.some(({ id }) => id === field.value) ? keyOf(field.value ?? '') : none}
          onChange={(value) => field.onChange(known.find(({ id }) => keyOf(id) === value)?.id ?? '')}
        />
      )}
    />
  )
}
