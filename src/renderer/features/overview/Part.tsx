import { useId, type ReactNode } from 'react'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import type { ChartLine } from './chart.ts'
import { FiguresTable } from './FiguresTable.tsx'
import css from './Overview.module.css'
import { PairedBars } from './PairedBars.tsx'
import { PairedColumns } from './PairedColumns.tsx'

interface PartProps {
  readonly title: string
  /** What the first column of its table holds. */
  readonly of: string
  /** As the periods are called. */
  readonly periods: { readonly now: string; readonly before: string }
  readonly lines: readonly ChartLine[]
  readonly shape: 'columns' | 'bars'
  readonly onOpen: (key: string, which: 'current' | 'earlier') => void
}

const sum = (lines: readonly ChartLine[], of: 'current' | 'earlier') => lines.reduce((all, line) => all + line[of], 0)

/** Figures as a chart, with the same figures as a table for whoever does not see it, wants them exactly, or goes on from one. */
export function Part({ title, of, periods, lines, shape, onOpen }: PartProps) {
  const say = useSay()
  const label = say('overview.chart', {
    title,
    now: periods.now,
    current: sum(lines, 'current'),
    period: periods.before,
    earlier: sum(lines, 'earlier'),
  })
  const Chart = shape === 'columns' ? PairedColumns : PairedBars
  return (
    <Plain title={title} room={shape === 'columns' ? 'whole' : 'third'}>
      <figure>
        <Chart label={label} lines={lines} />
      </figure>
      <div className={cx(css.table)}>
        <Disclosure title={<TableTitle of={title} />}>
          <FiguresTable label={say('overview.table.of', { title })} of={of} periods={periods} lines={lines} onOpen={onOpen} />
        </Disclosure>
      </div>
    </Plain>
  )
}

function TableTitle({ of }: { of: string }) {
  const say = useSay()
  return (
    <>
      <span aria-hidden="true">{say('overview.table')}</span>
      <span className="visually-hidden">{say('overview.table.of', { title: of })}</span>
    </>
  )
}

interface PlainProps {
  readonly title: string
  /** How much of a printed page's width it takes. */
  readonly room?: 'third' | 'half' | 'whole'
  readonly children: ReactNode
}

/** A titled part of the overview. */
export function Plain({ title, room = 'half', children }: PlainProps) {
  const id = useId()
  return (
    <section className={cx(css.part, css[room])} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
