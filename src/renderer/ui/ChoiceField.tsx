import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import css from './ChoiceField.module.css'
import { cx } from './cx.ts'
import { defined } from './defined.ts'
import { Field, type FieldProps } from './Field.tsx'

export interface ChoiceOption<V extends string> {
  readonly value: V
  readonly label: string
  /** One sentence on what choosing this means; shown by RadioCards alone. */
  readonly description?: ReactNode
  readonly isDisabled?: boolean | undefined
}

export interface ChoiceFieldProps<V extends string> extends FieldProps {
  readonly options: readonly ChoiceOption<V>[]
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly isDisabled?: boolean | undefined
}

function Choice<V extends string>({ look, ...props }: ChoiceFieldProps<V> & { look: 'cards' | 'segments' }) {
  const { options, value, onChange, isDisabled, ...field } = props
  return (
    <Field {...field} group>
      {({ labelId, describedBy, invalid }) => (
        <RadioGroup
          className={cx(css[look])}
          orientation={look === 'cards' ? 'vertical' : 'horizontal'}
          aria-labelledby={labelId}
          {...defined({ 'aria-describedby': describedBy })}
          value={value}
          onChange={(chosen) => {
            const option = options.find((candidate) => candidate.value === chosen)
            if (option) onChange(option.value)
          }}
          isInvalid={invalid}
          isDisabled={isDisabled ?? false}
        >
          {options.map((option) => (
            <Radio key={option.value} value={option.value} isDisabled={option.isDisabled ?? false} className={cx(css.option)}>
              {look === 'cards' && <span className={cx(css.dot)} aria-hidden="true" />}
              <span className={cx(css.words)}>
                <span className={cx(css.label)}>{option.label}</span>
                {look === 'cards' && option.description !== undefined && (
                  <span className={cx(css.description)}>{option.description}</span>
                )}
              </span>
            </Radio>
          ))}
        </RadioGroup>
      )}
    </Field>
  )
}

/** One of a few, each with a sentence that says what it means. */
export const RadioCards = <V extends string>(props: ChoiceFieldProps<V>) => <Choice {...props} look="cards" />

/** One of two to four words side by side. */
export const SegmentedControl = <V extends string>(props: ChoiceFieldProps<V>) => <Choice {...props} look="segments" />
