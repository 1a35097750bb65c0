import { useEffect, useRef } from 'react'
import { CircleAlert } from 'lucide-react'
import { useSay } from '../lib/i18n.tsx'
import css from './ErrorSummary.module.css'
import { cx } from './cx.ts'
import { focusField } from './focus-field.ts'

export interface ErrorItem {
  /** The field's name; null for what belongs to no field. */
  readonly field: string | null
  /** The field's label, said before the message. */
  readonly label?: string | undefined
  readonly message: string
}

export interface ErrorSummaryProps {
  readonly items: readonly ErrorItem[]
  readonly title?: string | undefined
  /** Changes with each attempt, so that focus comes here once per attempt and never while typing. */
  readonly attempt?: number | undefined
}

/** Everything to mend, above the form, each with a link to its field. Takes focus when an attempt fails. */
export function ErrorSummary({ items, title, attempt = 0 }: ErrorSummaryProps) {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  const isEmpty = items.length === 0
  useEffect(() => {
    if (attempt > 0 && !isEmpty) box.current?.focus()
  }, [attempt, isEmpty])
  if (isEmpty) return null
  return (
    <div ref={box} className={cx(css.summary)} role="alert" tabIndex={-1}>
      <CircleAlert aria-hidden="true" />
      <div>
        <p className={cx(css.title)}>{title ?? say('ui.errors.title', { count: items.length })}</p>
        <ul>
          {items.map(({ field, label, message }) => (
            <li key={`${field} ${message}`}>
              {field === null ? (
                message
              ) : (
                <button type="button" className={cx(css.link)} onClick={() => focusField(box.current, field)}>
                  {label ? `${label}: ${message}` : message}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
