import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import { useSay } from '../lib/i18n.tsx'
import { Button } from './Button.tsx'
import { focusOnceLost } from './focus-when-lost.ts'
import { Splitter, useListWidth } from './Splitter.tsx'
import css from './SplitView.module.css'
import { cx } from './cx.ts'

export interface SplitViewProps {
  /** What the width of its list is remembered by. */
  readonly name: string
  readonly listLabel: string
  readonly list: ReactNode
  readonly detailLabel: string
  readonly detail: ReactNode
  /** Narrow, only one of the two is seen: the detail when this is true. */
  readonly isDetailOpen: boolean
  readonly onCloseDetail: () => void
}

/** List on the left, what is chosen on the right; on a narrow window or with large text, one after the other. */
export function SplitView({ name, listLabel, list, detailLabel, detail, isDetailOpen, onCloseDetail }: SplitViewProps) {
  const say = useSay()
  const split = useRef<HTMLDivElement>(null)
  const width = useListWidth(name)
  const wasOpen = useRef(isDetailOpen)
  useEffect(() => {
    const isLeft = wasOpen.current && !isDetailOpen
    wasOpen.current = isDetailOpen
    return isLeft
      ? focusOnceLost(() => split.current?.querySelector<HTMLElement>('[role=listbox]') ?? document.getElementById('content'))
      : undefined
  }, [isDetailOpen])
  const style = width === null ? undefined : ({ '--list-width': `${width}rem` } as CSSProperties)
  return (
    <div className={cx(css.frame)}>
      <div ref={split} className={cx(css.split)} data-detail={isDetailOpen || undefined} style={style}>
        <section className={cx(css.list)} aria-label={listLabel} data-region>
          {list}
        </section>
        <Splitter key={name} list={name} frame={split} />
        <section className={cx(css.detail)} aria-label={detailLabel} data-region data-opened>
          <div className={cx(css.back)}>
            <Button variant="quiet" size="small" icon={<ArrowLeft aria-hidden="true" />} onPress={onCloseDetail}>
              {say('ui.back')}
            </Button>
          </div>
          {detail}
        </section>
      </div>
    </div>
  )
}

/** One pane over the whole width, where a table needs it; large text and low windows are met as in a detail. */
export const Pane = ({ children }: { children: ReactNode }) => (
  <div className={cx(css.frame)}>
    <div className={cx(css.detail, css.whole)}>{children}</div>
  </div>
)

/** The head of a list or detail: title, and what can be done. Stays in view while the rest scrolls. */
export function PaneHeader({ title, children, actions }: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <header className={cx(css.header)}>
      <div className={cx(css.titles)}>
        <div className={cx(css.title)}>{typeof title === 'string' ? <h1>{title}</h1> : title}</div>
        {actions !== undefined && <div className={cx(css.actions)}>{actions}</div>}
      </div>
      {children}
    </header>
  )
}

/** The part of a pane that scrolls; `padded` for forms and details, not for lists. */
export function PaneBody({ children, padded = true }: { children: ReactNode; padded?: boolean }) {
  return <div className={cx(css.body, padded && css.padded)}>{children}</div>
}

/** The foot of a pane: state on the left, buttons on the right, the primary one last. `isNarrow` where what it ends is no wider than a column. */
export function PaneFooter({
  status,
  children,
  isNarrow = false,
}: {
  status?: ReactNode
  children?: ReactNode
  isNarrow?: boolean
}) {
  return (
    <footer className={cx(css.footer, isNarrow && css.narrow)}>
      <div className={cx(css.status)}>{status}</div>
      <div className={cx(css.actions)}>{children}</div>
    </footer>
  )
}
