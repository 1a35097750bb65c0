import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'
import css from './Switch.module.css'
import { cx } from './cx.ts'

export interface SwitchProps {
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean | undefined
  readonly name?: string | undefined
}

/** Something that is on or off, and takes effect by itself. */
export function Switch({ label, description, isSelected, onChange, isDisabled = false, name }: SwitchProps) {
  return (
    <div className={cx(css.field)} data-field={name}>
      <AriaSwitch className={cx(css.switch)} isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
        <span className={cx(css.track)} aria-hidden="true" />
        <span>{label}</span>
      </AriaSwitch>
      {description !== undefined && <p className={cx(css.description)}>{description}</p>}
    </div>
  )
}
