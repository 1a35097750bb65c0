import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import type { Recognised, RecognisedField } from './recognise.ts'
import css from './Offers.module.css'

const fields: readonly RecognisedField[] = ['invoice', 'customerName', 'customerEmail', 'message']

interface OffersProps {
  readonly title: string
  readonly found: Recognised
  /** What stands in the form: what is there already is no offer. */
  readonly values: Recognised
  readonly takesFocus: boolean
  readonly onAccept: (field: RecognisedField, text: string) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** What was recognised in a text, field by field: each is taken over with one key, and nothing by itself. */
export function Offers({ title, found, values, takesFocus, onAccept, onClose, children }: OffersProps) {
  const say = useSay()
  const list = useRef<HTMLDivElement>(null)
  const offers = fields.filter((field) => found[field] !== '' && found[field] !== values[field].trim())
  const next = offers[0]
  // The key that took one over takes the next one too.
  useEffect(() => {
    if (takesFocus && next !== undefined) list.current?.querySelector<HTMLButtonElement>(`[data-offer="${next}"] button`)?.focus()
  }, [takesFocus, next])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it, as what stands over the page; each act has its button too
    <section
      ref={list}
      className={cx(css.offers)}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className={cx(css.head)}>
        <h2>{title}</h2>
        <Button variant="quiet" size="small" icon={<X aria-hidden="true" />} aria-label={say('ui.close')} onPress={onClose} />
      </div>
      {offers.length === 0 && <p className={cx(css.done)}>{say('disputes.offers.none')}</p>}
      <ul className={cx(css.list)}>
        {offers.map((field) => (
          <li key={field} data-offer={field} className={cx(css.offer)}>
            <span className={cx(css.label)}>{say(`field.${field}`)}</span>
            <span className={cx(css.value)}>{found[field]}</span>
            <Button
              size="small"
              aria-label={say('disputes.offers.take', { field: say(`field.${field}`) })}
              onPress={() => onAccept(field, found[field])}
            >
              {say('disputes.offers.takeShort')}
            </Button>
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
