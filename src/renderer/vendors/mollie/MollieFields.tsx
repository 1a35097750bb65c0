import { Controller } from 'react-hook-form'
import { mollieModeSchema } from '#shared/vendors/mollie/settings.ts'
import { useSay } from '../../lib/i18n.tsx'
import { SegmentedControl } from '../../ui/ChoiceField.tsx'
import { Section } from '../../ui/Section.tsx'
import type { FieldsProps } from '../vendor.ts'

/** What only Mollie asks for: which of a profile's two books its key opens. */
export function MollieFields({ form, errors }: FieldsProps) {
  const say = useSay()
  return (
    <Section title="Mollie" description={say('payment-notes.settings.text')}>
      <Controller
        control={form.control}
        name="mode"
        render={({ field }) => (
          <SegmentedControl
            name="mode"
            label={say('payment-notes.settings.mode')}
            description={say('payment-notes.settings.mode.hint')}
            errors={errors.at('mode')}
            value={field.value}
            onChange={(mode) => {
              errors.clear('mode')
              field.onChange(mode)
            }}
            options={mollieModeSchema.options.map((value) => ({ value, label: say(`payment-notes.settings.mode.${value}`) }))}
          />
        )}
      />
    </Section>
  )
}
