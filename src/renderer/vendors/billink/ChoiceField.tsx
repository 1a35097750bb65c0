import { useState } from 'react'
import { useController, type Control } from 'react-hook-form'
import type { Choice } from '#shared/domain/account-fields.ts'
import type { DisputeDraftFields } from '#shared/vendors/billink/dispute.ts'
import type { FormErrors } from '../../lib/form-errors.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import type { OutsideChoices } from './use-outside-choices.ts'

interface ChoiceFieldProps {
  readonly name: 'category' | 'locale'
  readonly label: string
  readonly hint: string
  readonly control: Control<DisputeDraftFields>
  readonly choices: readonly Choice[]
  readonly outside: OutsideChoices
  readonly errors: FormErrors
}

/** A value of Billink's that the account has a list for; another one is asked about as soon as the person moves on. */
export function ChoiceField({ name, label, hint, control, choices, outside, errors }: ChoiceFieldProps) {
  const say = useSay()
  const { value, onChange, onBlur } = useController({ control, name }).field
  // Nobody is asked about half a word.
  const [isTyping, setTyping] = useState(false)
  const found = errors.at(name)
  const asks = outside.isOutside(name) && !outside.isUsed(name)
  const words = { value: value.trim() }
  const use = () => {
    outside.use(name)
    errors.clear(name)
  }
  return (
    <ComboField
      label={label}
      description={hint}
      errors={found}
      choices={choices}
      name={name}
      value={value}
      onChange={(next) => {
        setTyping(true)
        onChange(next)
      }}
      onBlur={() => {
        setTyping(false)
        onBlur()
      }}
      warning={
        outside.isOutside(name) &&
        !isTyping && (
          <>
            {asks ? found.length === 0 && say('disputes.choice.outside', words) : say('disputes.choice.used', words)}
            {asks && (
              <Button size="small" onPress={use}>
                {say('disputes.choice.use')}
              </Button>
            )}
          </>
        )
      }
    />
  )
}
