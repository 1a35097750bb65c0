import { Check, ChevronDown } from 'lucide-react'
import { use, useState, type CSSProperties, type Ref } from 'react'
import {
  Button,
  ComboBox,
  ComboBoxStateContext,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  type InputProps,
} from 'react-aria-components'
import type { Choice } from '#shared/domain/account-fields.ts'
import { useSay } from '../lib/i18n.tsx'
import { ClosesUnfocused } from './ClosesUnfocused.tsx'
import { labelOf, onlyMatch, valueFor, wordsFor } from './choice.ts'
import { cx } from './cx.ts'
import { defined } from './defined.ts'
import { Field, type FieldProps } from './Field.tsx'
import inputCss from './Input.module.css'
import css from './Picker.module.css'

export interface ComboFieldProps extends FieldProps {
  readonly choices: readonly Choice[]
  /** What is sent: an entry's ID, or any text the person typed. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly inputRef?: Ref<HTMLInputElement> | undefined
  readonly isDisabled?: boolean | undefined
  readonly autoFocus?: boolean | undefined
  readonly mono?: boolean | undefined
  readonly placeholder?: string | undefined
}

/** A code longer than this would crowd out the words. */
const longestCode = 12

/** A list with words for the vendor's values, and room for a value that is not in it. */
export function ComboField({
  choices,
  value,
  onChange,
  onBlur,
  inputRef,
  isDisabled,
  autoFocus = false,
  mono,
  placeholder,
  ...field
}: ComboFieldProps) {
  const say = useSay()
  const [typed, setTyped] = useState<{ text: string; value: string } | null>(null)
  const text = typed?.value === value ? typed.text : wordsFor(value, choices)

  const shownCode = value !== '' && text !== value && value.length <= longestCode ? value : null

  function type(next: string): void {
    const nextValue = valueFor(next, choices)
    setTyped({ text: next, value: nextValue })
    if (nextValue !== value) onChange(nextValue)
  }

  /** Who types "ned" and moves on means the one entry that is left. */
  function takeOnlyMatch(): void {
    const match = choices.some(({ id }) => id === value.trim()) ? null : onlyMatch(text, choices)
    if (match) type(labelOf(match, choices))
  }

  return (
    <Field {...field}>
      {({ id, labelId, describedBy, invalid }) => (
        <ComboBox
          className={cx(css.combo)}
          aria-labelledby={labelId}
          {...defined({ 'aria-describedby': describedBy })}
          allowsCustomValue
          menuTrigger="input"
          inputValue={text}
          onInputChange={type}
          onSelectionChange={(key) => key !== null && type(wordsFor(String(key), choices))}
          isInvalid={invalid}
          isDisabled={isDisabled ?? false}
          style={{ '--code': `${shownCode?.length ?? 0}ch` } as CSSProperties}
        >
          <ComboInput
            {...defined({ ref: inputRef, name: field.name, placeholder, onBlur })}
            id={id}
            autoFocus={autoFocus}
            className={cx(inputCss.input, mono && inputCss.mono)}
            onKeyDown={(event) => event.key === 'Tab' && takeOnlyMatch()}
            spellCheck={false}
          />
          {shownCode !== null && (
            <span className={cx(css.code)} aria-hidden="true">
              {shownCode}
            </span>
          )}
          <Button className={cx(css.open)} aria-label={say('ui.showList')}>
            <ChevronDown aria-hidden="true" />
          </Button>
          <ClosesUnfocused />
          <Popover className={cx(css.popover)}>
            <ListBox className={cx(css.list)} items={choices}>
              {(choice) => <Option choice={choice} words={labelOf(choice, choices)} isCurrent={choice.id === value} />}
            </ListBox>
          </Popover>
        </ComboBox>
      )}
    </Field>
  )
}

/** Opens the list on a click, not on focus: who moves on by Tab sees no list come and go. */
function ComboInput(props: InputProps) {
  const state = use(ComboBoxStateContext)
  return <Input {...props} onClick={() => state?.open(null, 'manual')} />
}

function Option({ choice, words, isCurrent }: { choice: Choice; words: string; isCurrent: boolean }) {
  return (
    <ListBoxItem id={choice.id} textValue={words} className={cx(css.option)}>
      <span className={cx(css.words)}>{words}</span>
      {words !== choice.id && <span className={cx(css.hint)}>{choice.id}</span>}
      {isCurrent && <Check aria-hidden="true" />}
    </ListBoxItem>
  )
}
