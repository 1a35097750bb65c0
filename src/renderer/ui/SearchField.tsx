import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components'
import { useSay } from '../lib/i18n.tsx'
import { cx } from './cx.ts'
import inputCss from './Input.module.css'
import css from './SearchField.module.css'

export interface SearchFieldProps {
  /** Read to a screen reader and shown as the placeholder. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly inputRef?: Ref<HTMLInputElement> | undefined
}

/** Narrows a list while typing; Escape empties it. */
export function SearchField({ label, value, onChange, inputRef }: SearchFieldProps) {
  const say = useSay()
  return (
    <AriaSearchField className={cx(css.search)} aria-label={label} value={value} onChange={onChange}>
      <Search aria-hidden="true" />
      <Input ref={inputRef} className={cx(inputCss.input)} placeholder={label} />
      <Button className={cx(css.clear)} aria-label={say('ui.clearSearch')}>
        <X aria-hidden="true" />
      </Button>
    </AriaSearchField>
  )
}
