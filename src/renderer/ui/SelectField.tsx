import { Check, ChevronDown } from 'lucide-react'
import type { Ref } from 'react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { cx } from './cx.ts'
import { defined } from './defined.ts'
import { Field, type FieldProps } from './Field.tsx'
import inputCss from './Input.module.css'
import css from './Picker.module.css'

export interface SelectOption<V extends string> {
  readonly value: V
  readonly label: string
  /** Shown small behind the label, as a vendor's code is. */
  readonly hint?: string | undefined
}

export interface SelectFieldProps<V extends string> extends FieldProps {
  readonly options: readonly SelectOption<V>[]
  /** Null until something is chosen. */
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly onBlur?: (() => void) | undefined
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined
  readonly placeholder?: string | undefined
  readonly isDisabled?: boolean | undefined
}

/** One of a short, fixed list. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { options, value, onChange, onBlur, buttonRef, placeholder, isDisabled, ...field } = props
  return (
    <Field {...field}>
      {({ labelId, describedBy, invalid }) => (
        <Select
          aria-labelledby={labelId}
          {...defined({ 'aria-describedby': describedBy, placeholder })}
          value={value}
          onChange={(key) => {
            const chosen = options.find((option) => option.value === key)
            if (chosen) onChange(chosen.value)
          }}
          isInvalid={invalid}
          isDisabled={isDisabled ?? false}
        >
          <Button {...defined({ ref: buttonRef, onBlur })} className={cx(inputCss.input, css.select)}>
            <SelectValue className={cx(css.value)} />
            <ChevronDown aria-hidden="true" />
          </Button>
          <Popover className={cx(css.popover)}>
            <ListBox className={cx(css.list)}>
              {options.map((option) => (
                <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={cx(css.option)}>
                  {({ isSelected }) => (
                    <>
                      <span className={cx(css.words)}>{option.label}</span>
                      {option.hint !== undefined && <span className={cx(css.hint)}>{option.hint}</span>}
                      {isSelected && <Check aria-hidden="true" />}
                    </>
                  )}
                </ListBoxItem>
              ))}
            </ListBox>
          </Popover>
        </Select>
      )}
    </Field>
  )
}
