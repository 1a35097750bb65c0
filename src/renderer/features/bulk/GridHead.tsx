import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, type PointerEvent } from 'react'
import type { RowSort } from '#shared/domain/bulk-check.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { useRootFontSize } from '../../ui/root-font-size.ts'
import type { GridColumn } from './grid-columns.ts'
import own from './GridHead.module.css'
import css from './RowsGrid.module.css'
import type { ColumnWidths } from './use-column-widths.ts'

interface GridHeadProps {
  readonly id: string
  readonly columns: readonly GridColumn[]
  readonly template: string
  readonly minWidth: string
  readonly height: number
  /** The column whose heading is the active cell. */
  readonly activeColumn: number | null
  readonly sort: RowSort | null
  readonly widths: ColumnWidths
}

/** The headings: a click sorts, their right edge is dragged. Keys are the grid's. */
export function GridHead({ id, columns, template, minWidth, height, activeColumn, sort, widths }: GridHeadProps) {
  const say = useSay()
  return (
    <div className={cx(css.head)} role="row" aria-rowindex={1} style={{ gridTemplateColumns: template, minWidth, height }}>
      {columns.map(({ key }, at) => {
        const direction = sort?.by === key ? (sort.descending ? 'descending' : 'ascending') : undefined
        return (
          <div
            key={key}
            id={`${id}--1-${at}`}
            role="columnheader"
            className={cx(css.cell, own.heading, activeColumn === at && css.active)}
            data-heading={key}
            aria-sort={direction}
          >
            <span className={cx(css.words)}>{say(`bulkScreen.field.${key}`)}</span>
            {direction === 'ascending' && <ArrowUp aria-hidden="true" />}
            {direction === 'descending' && <ArrowDown aria-hidden="true" />}
            <Edge column={key} widths={widths} />
          </div>
        )
      })}
    </div>
  )
}

/** The right edge of a heading; with keys the width is changed from the heading itself. */
function Edge({ column, widths }: { column: string; widths: ColumnWidths }) {
  const rem = useRootFontSize()
  const start = useRef<{ x: number; width: number } | null>(null)
  const widthAt = ({ clientX }: PointerEvent) => (start.current ? (start.current.width + clientX - start.current.x) / rem : 0)
  return (
    <div
      aria-hidden="true"
      className={cx(own.edge)}
      data-edge={column}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation()
        widths.reset(column)
      }}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 0 }
      }}
      onPointerMove={(event) => start.current && widths.drag(column, widthAt(event))}
      onPointerUp={(event) => {
        if (start.current && event.clientX !== start.current.x) widths.drop(column, widthAt(event))
        start.current = null
      }}
    />
  )
}
