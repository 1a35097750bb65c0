import { useWatch } from 'react-hook-form'
import type { AccountKind } from '#shared/domain/account.ts'
import type { Environment } from '#shared/domain/account-fields.ts'
import { vendorName } from '#shared/domain/kinds.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useVendor } from '../../lib/vendors.tsx'
import { RadioCards } from '../../ui/ChoiceField.tsx'
import { KeyValue } from '../../ui/KeyValue.tsx'
import { Section } from '../../ui/Section.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { FieldsProps } from '../../vendors/vendor.ts'
import { usualUrl } from './account-values.ts'

interface CommonFieldsProps extends FieldsProps {
  readonly kind: AccountKind
  readonly isNew: boolean
  /** Where the stored account goes now. */
  readonly endpoint: string | null
}

/** Name, environment and address: what every vendor's accounts have. */
export function CommonFields({ form, errors, kind, isNew, endpoint }: CommonFieldsProps) {
  const say = useSay()
  const { register, setValue, control } = form
  const environment = useWatch({ control, name: 'environment' })
  const isPractice = environment === 'practice'
  const { environments, addressBegins } = useVendor(kind).settings
  const urlName = isPractice ? 'practice' : kind

  function choose(next: Environment): void {
    setValue('environment', next)
    setValue('url', usualUrl(kind, next))
    errors.clear('url')
  }

  return (
    <Section title={say('settings.detail')}>
      <TextField
        label={say('settings.field.name')}
        description={say('settings.field.name.hint')}
        errors={errors.at('name')}
        {...register('name', { onChange: () => errors.clear('name') })}
      />
      {isNew ? (
        <RadioCards
          label={say('settings.field.environment')}
          name="environment"
          errors={errors.at('environment')}
          value={environment}
          onChange={choose}
          options={environments.map((value) => ({
            value,
            label: say(`settings.environment.${value}`),
            description: say(`settings.environment.${value}.text`, { vendor: vendorName(kind) }),
          }))}
        />
      ) : (
        <KeyValue
          entries={[
            {
              label: say('settings.field.environment'),
              value: `${say(`settings.environment.${environment}`)}. ${say('settings.field.environment.fixed')}`,
            },
            ...(isPractice ? [{ label: say('settings.endpoint'), value: endpoint, mono: true }] : []),
          ]}
        />
      )}
      <TextField
        key={urlName}
        label={say(`settings.field.url.${urlName}`)}
        description={say(`settings.field.url.${urlName}.hint`)}
        errors={errors.at('url')}
        optional={isPractice}
        inputMode="url"
        mono
        placeholder={addressBegins?.[environment]}
        {...register('url', { onChange: () => errors.clear('url') })}
      />
    </Section>
  )
}
