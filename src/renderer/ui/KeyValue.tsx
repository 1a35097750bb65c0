import type { ReactNode } from 'react'
import { shownText } from '../lib/shown-text.ts'
import css from './KeyValue.module.css'
import { cx } from './cx.ts'

export interface KeyValueEntry {
  readonly label: ReactNode
  /** Null and empty text show a dash, so that an absent value is seen to be absent. */
  readonly value: ReactNode
  /** Numbers that are names, and raw answers. */
  readonly mono?: boolean | undefined
}

/** Names and values, aligned. */
export function KeyValue({ entries }: { entries: readonly KeyValueEntry[] }) {
  return (
    <dl className={cx(css.list)}>
      {entries.map(({ label, value, mono }, index) => (
        <div key={typeof label === 'string' ? label : index} className={cx(css.row)}>
          <dt>{label}</dt>
          <dd className={cx(mono && css.mono)}>
            {value === null || value === undefined || value === '' ? '–' : typeof value === 'string' ? shownText(value) : value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
