import { hitsIn } from '../lib/hits.ts'
import css from './Hits.module.css'
import { cx } from './cx.ts'

/** A text with what was searched for marked in it. */
export const Hits = ({ text, search }: { text: string; search: string }) =>
  hitsIn(text, search).map(({ text: piece, isHit, at }) =>
    isHit ? (
      <mark key={at} className={cx(css.hit)}>
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
