import type { ReactNode } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components'
import css from './Toolbar.module.css'
import { cx } from './cx.ts'

/** Buttons that belong together: one stop for Tab, arrows between them. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className={cx(css.toolbar)}>
      {children}
    </AriaToolbar>
  )
}
