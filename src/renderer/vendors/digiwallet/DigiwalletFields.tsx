import { Controller } from 'react-hook-form'
import { useSay } from '../../lib/i18n.tsx'
import { SegmentedControl } from '../../ui/ChoiceField.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Section } from '../../ui/Section.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { DefaultChoice } from '../../ui/account/DefaultChoice.tsx'
import { RowsEditor } from '../../ui/account/RowsEditor.tsx'
import type { FieldsProps } from '../vendor.ts'

/** What only DigiWallet asks for. */
export function DigiwalletFields({ form, errors }: FieldsProps) {
  const say = useSay()
  const { control } = form
  return (
    <>
      <Section title={say('settings.field.outlets')} description={say('settings.field.outlets.hint')}>
        <RowsEditor
          form={form}
          errors={errors}
          list="outlets"
          columns={{
            id: say('settings.rows.outlet'),
            label: say('settings.rows.label'),
          }}
          extra={{
            words: say('settings.rows.testMode'),
            initial: { testMode: false },
            render: (index, label) => (
              <Controller
                control={control}
                name={`outlets.${index}.testMode`}
                render={({ field }) => (
                  <Switch
                    label={<span className="visually-hidden">{label}</span>}
                    isSelected={field.value}
                    onChange={field.onChange}
                  />
                )}
              />
            ),
          }}
        />
        <DefaultChoice
          {...{ form, errors }}
          name="defaultOutlet"
          list="outlets"
          label={say('settings.field.defaultOutlet')}
          without={say('settings.default.lastOutlet')}
        />
      </Section>
      <Section title="DigiWallet">
        <Controller
          control={control}
          name="testDefault"
          render={({ field }) => (
            <SegmentedControl
              label={say('settings.field.testDefault')}
              description={say('settings.field.testDefault.hint')}
              value={field.value}
              onChange={field.onChange}
              options={(['off', 'on', 'ask'] as const).map((value) => ({ value, label: say(`settings.testDefault.${value}`) }))}
            />
          )}
        />
        <Disclosure title={say('settings.advanced')}>
          <Controller
            control={control}
            name="bodyFormat"
            render={({ field }) => (
              <SegmentedControl
                label={say('settings.field.bodyFormat')}
                description={say('settings.field.bodyFormat.hint')}
                value={field.value}
                onChange={field.onChange}
                options={(['form', 'json'] as const).map((value) => ({ value, label: say(`settings.bodyFormat.${value}`) }))}
              />
            )}
          />
        </Disclosure>
      </Section>
    </>
  )
}
