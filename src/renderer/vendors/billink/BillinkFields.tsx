import { Controller } from 'react-hook-form'
import { billinkIdFieldSchema } from '#shared/vendors/billink/settings.ts'
import { useSay } from '../../lib/i18n.tsx'
import { SegmentedControl } from '../../ui/ChoiceField.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Section } from '../../ui/Section.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { DefaultChoice } from '../../ui/account/DefaultChoice.tsx'
import { RowsEditor } from '../../ui/account/RowsEditor.tsx'
import type { FieldsProps } from '../vendor.ts'

/** What only Billink asks for. */
export function BillinkFields({ form, errors }: FieldsProps) {
  const say = useSay()
  const { register, control } = form
  const columns = { id: say('settings.rows.id'), label: say('settings.rows.label') }
  return (
    <>
      <Section title="Billink">
        <TextField
          label={say('settings.field.username')}
          description={say('settings.field.username.hint')}
          errors={errors.at('username')}
          {...register('username', { onChange: () => errors.clear('username') })}
        />
        <Controller
          control={control}
          name="maxFileMegabytes"
          render={({ field }) => (
            <NumberField
              name="maxFileMegabytes"
              label={say('settings.field.limit')}
              description={say('settings.field.limit.hint')}
              errors={errors.at('maxFileMegabytes')}
              unit="MB"
              min={1}
              max={100}
              value={field.value}
              onChange={(value) => {
                errors.clear('maxFileMegabytes')
                field.onChange(value)
              }}
            />
          )}
        />
        <Disclosure title={say('settings.advanced')}>
          <Controller
            control={control}
            name="idField"
            render={({ field }) => (
              <SegmentedControl
                label={say('settings.field.idField')}
                description={say('settings.field.idField.hint')}
                value={field.value ?? 'billinkId'}
                onChange={field.onChange}
                options={billinkIdFieldSchema.options.map((value) => ({ value, label: value }))}
              />
            )}
          />
        </Disclosure>
      </Section>
      <Section title={say('settings.field.categories')} description={say('settings.field.categories.hint')}>
        <RowsEditor form={form} errors={errors} list="categories" columns={columns} />
        <DefaultChoice
          {...{ form, errors }}
          name="defaultCategory"
          list="categories"
          label={say('settings.field.defaultCategory')}
        />
      </Section>
      <Section title={say('settings.field.locales')} description={say('settings.field.locales.hint')}>
        <RowsEditor form={form} errors={errors} list="locales" columns={columns} />
        <DefaultChoice {...{ form, errors }} name="defaultLocale" list="locales" label={say('settings.field.defaultLocale')} />
      </Section>
    </>
  )
}
