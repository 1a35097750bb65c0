import type { VirtualItem } from '@tanstack/react-virtual'
import type { BulkRow } from '#shared/domain/bulk.ts'
import { cx } from '../../ui/cx.ts'
import { CellEditor, type AfterEdit } from './CellEditor.tsx'
import type { Cell, GridColumn, GridMode } from './grid-columns.ts'
import { RowCell } from './RowCell.tsx'
import css from './RowsGrid.module.css'

interface GridBodyProps {
  readonly id: string
  readonly mode: GridMode
  readonly columns: readonly GridColumn[]
  readonly template: string
  readonly minWidth: string
  readonly height: number
  readonly rowPixels: number
  readonly inView: readonly VirtualItem[]
  readonly rowAt: (index: number) => BulkRow | undefined
  readonly active: Cell | null
  readonly isSelected: (index: number) => boolean
  readonly editing: Cell | null
  readonly isBusy: boolean
  readonly isIncluded: (row: BulkRow) => boolean
  /** Undefined for a row that stays as it is. */
  readonly onSkip: (row: BulkRow) => (() => void) | undefined
  readonly onSave: (row: BulkRow, column: GridColumn, value: string) => Promise<void>
  readonly onEdited: (cell: Cell, move: AfterEdit) => void
}

/** The rows in view, and the editor in the place of one of their cells. */
export function GridBody(props: GridBodyProps) {
  const { id, mode, columns, template, minWidth, height, rowPixels, inView, rowAt, active, editing } = props
  return (
    <div role="presentation" className={cx(css.space)} style={{ height, minWidth }}>
      {inView.map(({ index, start }) => {
        const row = rowAt(index)
        return (
          <div
            key={index}
            role="row"
            aria-rowindex={index + 2}
            className={cx(css.row)}
            data-active={active?.index === index || undefined}
            data-selected={props.isSelected(index) || undefined}
            data-standing={row?.standing}
            style={{ gridTemplateColumns: template, height: rowPixels, transform: `translateY(${start - rowPixels}px)` }}
          >
            {columns.map((column, at) =>
              editing?.index === index && editing.column === at && column.field && row ? (
                <CellEditor
                  key={column.key}
                  field={column.field}
                  row={row}
                  isBusy={props.isBusy}
                  onSave={(value) => props.onSave(row, column, value)}
                  onDone={(move) => props.onEdited({ index, column: at }, move)}
                />
              ) : (
                <RowCell
                  key={column.key}
                  id={`${id}-${index}-${at}`}
                  row={row}
                  column={column}
                  mode={mode}
                  isActive={active?.index === index && active.column === at}
                  isSelected={props.isSelected(index) && active?.column === at}
                  isIncluded={row !== undefined && props.isIncluded(row)}
                  onSkip={row && props.onSkip(row)}
                />
              ),
            )}
          </div>
        )
      })}
    </div>
  )
}
