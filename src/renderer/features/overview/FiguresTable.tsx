import type { ReactNode } from 'react'
import { cx } from '../../ui/cx.ts'
import type { ChartLine } from './chart.ts'
import { Figure } from './Figure.tsx'
import css from './Overview.module.css'

interface FiguresTableProps {
  readonly label: string
  readonly of: string
  readonly periods: { readonly now: string; readonly before: string }
  readonly lines: readonly ChartLine[]
  readonly onOpen: (key: string, which: 'current' | 'earlier') => void
  /** Rows below that lead nowhere. */
  readonly children?: ReactNode
}

/** Two periods beside each other; each figure leads to what it counted. */
export function FiguresTable({ label, of, periods, lines, onOpen, children }: FiguresTableProps) {
  return (
    <table className={cx(css.figures)} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          <th scope="col">{periods.now}</th>
          <th scope="col">{periods.before}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, current, earlier }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              <Figure name={`${name}, ${periods.now}`} count={current} onOpen={() => onOpen(key, 'current')} />
            </td>
            <td>
              <Figure name={`${name}, ${periods.before}`} count={earlier} onOpen={() => onOpen(key, 'earlier')} />
            </td>
          </tr>
        ))}
        {children}
      </tbody>
    </table>
  )
}
