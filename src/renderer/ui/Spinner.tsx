import css from './Spinner.module.css'
import { cx } from './cx.ts'

/** Shows that something is under way; what it is stands in words beside it. */
export const Spinner = () => <span className={cx(css.spinner)} aria-hidden="true" />

/** Grey lines where text is about to be, so that nothing jumps when it comes. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className={cx(css.skeleton)} aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  )
}
