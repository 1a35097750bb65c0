import { Minus, Plus } from 'lucide-react'
import { Button, Group, Input, NumberField as AriaNumberField } from 'react-aria-components'
import { useSay } from '../lib/i18n.tsx'
import { cx } from './cx.ts'
import { defined } from './defined.ts'
import { Field, type FieldProps } from './Field.tsx'
import inputCss from './Input.module.css'
import css from './NumberField.module.css'

export interface NumberFieldProps extends FieldProps {
  /** NaN while the field is empty. */
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** Written behind the figure: "MB", "s". */
  readonly unit?: string | undefined
  readonly isDisabled?: boolean | undefined
}

/** An amount. Numbers that are names (an invoice, a sale) are text: use TextField for them. */
export function NumberField({ value, onChange, min, max, unit, isDisabled, ...field }: NumberFieldProps) {
  const say = useSay()
  return (
    <Field {...field}>
      {({ id, labelId, describedBy, invalid }) => (
        <AriaNumberField
          id={id}
          aria-labelledby={labelId}
          {...defined({ 'aria-describedby': describedBy, minValue: min, maxValue: max })}
          value={value}
          onChange={onChange}
          isInvalid={invalid}
          isDisabled={isDisabled ?? false}
        >
          <Group className={cx(css.group)}>
            <Button slot="decrement" className={cx(css.step)} aria-label={say('ui.decrease')}>
              <Minus aria-hidden="true" />
            </Button>
            <Input className={cx(inputCss.input, css.figure)} />
            <Button slot="increment" className={cx(css.step)} aria-label={say('ui.increase')}>
              <Plus aria-hidden="true" />
            </Button>
            {unit !== undefined && <span className={cx(css.unit)}>{unit}</span>}
          </Group>
        </AriaNumberField>
      )}
    </Field>
  )
}
