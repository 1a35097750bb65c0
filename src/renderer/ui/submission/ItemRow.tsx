import type { ReactNode } from 'react'
import { shownText } from '../../lib/shown-text.ts'
import { cx } from '../cx.ts'
import { Hits } from '../Hits.tsx'
import { StatusBadge, type Status } from '../StatusBadge.tsx'
import css from './ItemRow.module.css'

export interface ItemRowProps {
  readonly title: string
  readonly status: Status
  /** Badges before the second line: whose administration it is. */
  readonly place?: ReactNode
  readonly detail: ReactNode
  /** Age or countdown, at the right of the second line. */
  readonly at: ReactNode
  /** A third line, of a list whose rows are that high. */
  readonly note?: ReactNode
  /** Badges between title and state: test, environment. */
  readonly marks?: ReactNode
  /** What was searched for, marked where it stands. */
  readonly search?: string | undefined
}

/** The height of a row in a DataList, in rem: two lines of text and air. */
export const itemRowHeight = 3.5

/** A row shows one line of it; a whole document that was pasted into a field is not laid out for that. */
export const clipped = (text: string) => shownText(text.length > 300 ? `${text.slice(0, 300).toWellFormed()}…` : text)

/** A draft or an item in a list, in two lines: what it is and how it stands, then whose it is and how old. */
export function ItemRow({ title, status, place, detail, at, marks, note, search = '' }: ItemRowProps) {
  const words = (text: string) => (search === '' ? clipped(text) : <Hits text={clipped(text)} search={search} />)
  return (
    <div className={cx(css.row)}>
      <div className={cx(css.line)}>
        <span className={cx(css.title)}>{words(title)}</span>
        {marks}
        <StatusBadge status={status} />
      </div>
      <div className={cx(css.line, css.second)}>
        {place}
        <span className={cx(css.detail)}>{typeof detail === 'string' ? words(detail) : detail}</span>
        <span className={cx(css.at)}>{at}</span>
      </div>
      {note !== undefined && <div className={cx(css.line, css.second, css.note)}>{note}</div>}
    </div>
  )
}
