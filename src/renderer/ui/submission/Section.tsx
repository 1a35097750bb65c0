import type { ReactNode } from 'react'
import { shownText } from '../../lib/shown-text.ts'
import { cx } from '../cx.ts'
import css from './Section.module.css'

/** A part of a detail view under its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={cx(css.section)}>
      <h2 className={cx(css.title)}>{title}</h2>
      {children}
    </section>
  )
}

/** Text as it came from a vendor: fixed width, its own line breaks, scrolls by itself when it is long. */
export function RawText({ label, children }: { label: string; children: string }) {
  return (
    <pre className={cx(css.raw)} tabIndex={0} role="region" aria-label={label}>
      {shownText(children)}
    </pre>
  )
}
