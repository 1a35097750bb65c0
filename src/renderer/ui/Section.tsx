import type { ReactNode } from 'react'
import css from './Section.module.css'
import { cx } from './cx.ts'

/** A titled part of a long form or page. */
export function Section({ title, description, children }: { title: ReactNode; description?: ReactNode; children: ReactNode }) {
  return (
    <section className={cx(css.section)}>
      <header>
        <h2>{title}</h2>
        {description !== undefined && <p className={cx(css.description)}>{description}</p>}
      </header>
      {children}
    </section>
  )
}

/** Keeps lines short enough to read and fields near their labels on a wide window. */
export const Column = ({ children }: { children: ReactNode }) => <div className={cx(css.column)}>{children}</div>

/** Fields side by side where there is room. */
export const Columns = ({ children }: { children: ReactNode }) => <div className={cx(css.columns)}>{children}</div>
