import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import type { ShortcutId } from '../lib/key-table.ts'
import css from './Button.module.css'
import { cx } from './cx.ts'
import { Hint } from './Hint.tsx'
import { Spinner } from './Spinner.tsx'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> {
  /** One primary per view; `danger` where something is lost or sent for good. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined
  readonly size?: 'medium' | 'small' | undefined
  /** A lucide icon before the words; alone, the button needs an `aria-label`. */
  readonly icon?: ReactNode
  /** The keys that do the same, for the eye; `aria-keyshortcuts` tells a screen reader. */
  readonly keys?: string | undefined
  /** The key of the table that does the same: said under the pointer. */
  readonly shortcut?: ShortcutId | undefined
  readonly isBusy?: boolean | undefined
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLButtonElement> | undefined
  /** Stretches over the width it is given. */
  readonly wide?: boolean | undefined
}

/** A button; while busy it keeps its place and focus but takes no second press. */
export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = 'medium', icon, isBusy = false, wide, keys, shortcut, children, ref, ...rest } = props
  const iconOnly = children === undefined
  const button = (
    <AriaButton
      {...rest}
      {...(ref ? { ref } : {})}
      isPending={isBusy}
      className={cx(css.button, css[variant], css[size], iconOnly && css.iconOnly, wide && css.wide)}
    >
      {isBusy ? <Spinner /> : icon}
      {children !== undefined && <span>{children}</span>}
      {keys !== undefined && (
        <kbd className={cx(css.keys)} aria-hidden="true">
          {keys}
        </kbd>
      )}
    </AriaButton>
  )
  if (!iconOnly && !shortcut) return button
  return (
    <Hint words={iconOnly ? rest['aria-label'] : undefined} shortcut={shortcut}>
      {button}
    </Hint>
  )
}
