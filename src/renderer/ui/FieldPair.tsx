import type { ReactNode } from 'react'
import css from './FieldPair.module.css'
import { cx } from './cx.ts'

/** Two fields that belong together, side by side where there is room. */
export const FieldPair = ({ children }: { children: ReactNode }) => <div className={cx(css.pair)}>{children}</div>
