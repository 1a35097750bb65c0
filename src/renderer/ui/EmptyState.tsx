import type { ReactNode } from 'react'
import css from './EmptyState.module.css'
import { cx } from './cx.ts'

/** What a list or panel says when there is nothing in it, and the next step. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  icon?: ReactNode
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className={cx(css.empty)}>
      {icon}
      <p className={cx(css.title)}>{title}</p>
      {children !== undefined && <div className={cx(css.text)}>{children}</div>}
      {actions !== undefined && <div className={cx(css.actions)}>{actions}</div>}
    </div>
  )
}
