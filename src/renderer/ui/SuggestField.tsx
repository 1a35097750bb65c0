import { use, useEffect, useEffectEvent, type ReactNode } from 'react'
import { ComboBox, ComboBoxStateContext, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { ClosesUnfocused } from './ClosesUnfocused.tsx'
import { cx } from './cx.ts'
import { defined } from './defined.ts'
import { Field, type FieldProps } from './Field.tsx'
import inputCss from './Input.module.css'
import css from './Picker.module.css'

/** Something known that may be meant. */
export interface Suggestion {
  readonly id: string
  /** What the field holds once it is chosen. */
  readonly text: string
  /** Tells it from another of the same text. */
  readonly detail: ReactNode
}

interface SuggestFieldProps<S extends Suggestion> extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur: () => void
  readonly onChoose: (suggestion: S) => void
  /** What is known for what stands in the field; none while nobody types. */
  readonly suggestions: readonly S[]
  /** What was opened, pasted by another hand or chosen is not being typed. */
  readonly onTyping: (isTyping: boolean) => void
  readonly inputMode?: 'email' | undefined
}

/** One line of text that offers what is known while it is typed. Nothing is taken that was not chosen. */
export function SuggestField<S extends Suggestion>(props: SuggestFieldProps<S>) {
  const { value, onChange, onBlur, onChoose, suggestions, onTyping, inputMode, ...field } = props

  function choose(id: string): void {
    const chosen = suggestions.find((suggestion) => suggestion.id === id)
    if (!chosen) return
    onTyping(false)
    onChoose(chosen)
  }

  return (
    <Field {...field}>
      {({ id, labelId, describedBy, invalid }) => (
        <ComboBox
          aria-labelledby={labelId}
          {...defined({ 'aria-describedby': describedBy })}
          allowsCustomValue
          menuTrigger="input"
          // Of a list that just came, the state below knows no entry yet.
          allowsEmptyCollection={suggestions.length > 0}
          defaultFilter={() => true}
          items={suggestions}
          inputValue={value}
          // Nothing stays chosen: what stands in the field is text, and the same suggestion can be taken again.
          selectedKey={null}
          onInputChange={(text) => {
            if (text === value) return
            onTyping(true)
            onChange(text)
          }}
          onSelectionChange={(key) => key !== null && choose(String(key))}
          isInvalid={invalid}
          isRequired={!field.optional}
          validationBehavior="aria"
        >
          <Input
            {...defined({ name: field.name, inputMode })}
            id={id}
            className={cx(inputCss.input)}
            autoComplete="off"
            spellCheck={false}
            // Whoever closed the list is offered it again by the next letter, and not by an answer that comes late.
            onKeyDown={(event) => event.key === 'Escape' && onTyping(false)}
            onBlur={() => {
              onTyping(false)
              onBlur()
            }}
          />
          <OpensWith suggestions={suggestions} />
          <ClosesUnfocused />
          <Popover className={cx(css.popover)}>
            <ListBox className={cx(css.list)}>
              {(suggestion: S) => (
                <ListBoxItem id={suggestion.id} textValue={suggestion.text} className={cx(css.option)}>
                  <span className={cx(css.words)}>
                    {suggestion.text}
                    <span className={cx(css.detail)}>{suggestion.detail}</span>
                  </span>
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
      )}
    </Field>
  )
}

/** The list opens by a keystroke, and what is known comes after it. */
function OpensWith({ suggestions }: { suggestions: readonly unknown[] }) {
  const state = use(ComboBoxStateContext)
  const open = useEffectEvent(() => {
    if (suggestions.length > 0 && state?.isFocused && !state.isOpen) state.open(null, 'input')
  })
  useEffect(() => open(), [suggestions])
  return null
}
