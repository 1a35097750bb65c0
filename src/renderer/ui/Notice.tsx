import { CircleAlert, CircleCheck, FlaskConical, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './Notice.module.css'
import { cx } from './cx.ts'

const icons = { info: Info, ok: CircleCheck, warn: TriangleAlert, error: CircleAlert, practice: FlaskConical } as const

export interface NoticeProps {
  readonly tone?: keyof typeof icons | undefined
  readonly title?: ReactNode
  readonly children?: ReactNode
  /** Buttons, under the text. */
  readonly actions?: ReactNode
  /** Reads it out when it appears: `alert` for errors a person must act on, `status` for the rest. */
  readonly role?: 'alert' | 'status' | undefined
}

/** A message that stays where it belongs until it no longer holds. */
export function Notice({ tone = 'info', title, children, actions, role }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={cx(css.notice, css[tone])} role={role}>
      <Icon aria-hidden="true" />
      <div className={cx(css.body)}>
        {title !== undefined && <p className={cx(css.title)}>{title}</p>}
        {children !== undefined && <div className={cx(css.text)}>{children}</div>}
        {actions !== undefined && <div className={cx(css.actions)}>{actions}</div>}
      </div>
    </div>
  )
}
