import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { BulkRow, BulkRun, FindingKey, RowFate, RowStanding } from '#shared/domain/bulk.ts'
import { kindOfBulk } from '#shared/domain/kinds.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useVendorOf } from '../../lib/vendors.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { useRootFontSize } from '../../ui/root-font-size.ts'
import { CellEditor } from './CellEditor.tsx'
import { columnsOf, moveCell, templateOf, type Cell, type GridMode } from './grid-columns.ts'
import { RowCell } from './RowCell.tsx'
import { RowStrip } from './RowStrip.tsx'
import { isIncluded } from './row-words.ts'
import css from './RowsGrid.module.css'
import { useRowOrder } from './use-row-order.ts'
import { useRowChanges } from './use-row-changes.ts'
import { useRowPages } from './use-row-pages.ts'

interface RowsGridProps {
  readonly run: BulkRun
  readonly mode: GridMode
  readonly standing: RowStanding | null
  readonly states: readonly RowFate[]
  /** Only the rows this is said of. */
  readonly finding?: FindingKey | null
  /** How many rows there should be, until the end was seen. */
  readonly expected: number
  readonly version: number
  /** A row was changed here, and others may have changed with it. */
  readonly onChanged?: () => void
}

/** The rows of a run, of any number: only those in view exist. One stop for Tab; arrows move from cell to cell. */
export function RowsGrid({ run, mode, standing, states, finding = null, expected, version, onChanged }: RowsGridProps) {
  const say = useSay()
  const id = useId()
  const { navigate } = useNavigation()
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useRootFontSize()
  const rowPixels = Math.round(2.25 * rem)
  const columns = columnsOf(run.kind, mode, useVendorOf(kindOfBulk(run.kind)).bulk)
  const { template, minWidth } = templateOf(columns)
  // A row that is mended stays in a list of what is wrong, until another list is chosen.
  const isKept = mode === 'check' && (standing !== null || finding !== null)
  const { order, error: orderError } = useRowOrder({ runId: run.id, standing, states, finding, sort: null }, isKept)
  const list = useRowPages({ runId: run.id, standing, states, order }, expected, version)
  const failure = list.error ?? orderError
  const changes = useRowChanges(run, list.put, onChanged)
  const [active, setActive] = useState<Cell | null>(null)
  const [editing, setEditing] = useState<Cell | null>(null)
  const canEdit = mode === 'check' && run.state === 'checked'

  const rows = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPixels,
    overscan: 6,
    scrollMargin: rowPixels,
    scrollPaddingStart: rowPixels,
  })
  useEffect(() => rows.measure(), [rows, rowPixels])
  const inView = rows.getVirtualItems()
  const first = inView[0]?.index ?? 0
  const last = inView.at(-1)?.index ?? 0
  const { show } = list
  useEffect(() => show(first, last), [show, first, last])

  useEffect(() => {
    if (active)
      document.getElementById(`${id}-${active.index}-${active.column}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [id, active])

  const canSkip = (row: BulkRow) => row.standing === 'skipped' || isIncluded(row, run.includeDuplicates)

  function goTo(cell: Cell): void {
    setActive(cell)
    rows.scrollToIndex(cell.index, { align: 'auto' })
  }
  function edit(cell: Cell): void {
    if (canEdit && columns[cell.column]?.field && list.rowAt(cell.index)) setEditing(cell)
  }
  function finishEditing(next: Cell | null): void {
    setEditing(null)
    scroller.current?.focus({ preventScroll: true })
    if (next) goTo(next)
  }
  const activeRow = active ? list.rowAt(active.index) : undefined
  const openItem = (row: BulkRow | undefined) => row?.outcome && navigate({ screen: 'history', id: row.outcome.submissionId })

  /** The cell a click fell on; none for the editor and the box that takes a row along, which have their own ways. */
  function cellAt(target: EventTarget): Cell | null {
    const element = target instanceof Element ? target.closest('[data-cell]') : null
    const index = Number(element?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 2
    const column = columns.findIndex(({ key }) => key === element?.getAttribute('data-cell'))
    return element && column >= 0 ? { index, column } : null
  }
  function onClick(event: MouseEvent): void {
    const cell = cellAt(event.target)
    if (cell) setActive(cell)
  }
  function onDoubleClick(event: MouseEvent): void {
    const cell = cellAt(event.target)
    if (cell && mode === 'check') edit(cell)
    else if (cell) openItem(list.rowAt(cell.index))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (editing || event.altKey) return
    const cell = active ?? { index: 0, column: 0 }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPixels) - 2)
    const next = moveCell(event.key, event.ctrlKey || event.metaKey, cell, list.length, columns.length, page)
    if (next) goTo(active ? next : cell)
    else if (event.key === 'F2' || event.key === 'Enter') {
      if (mode === 'check') edit(cell)
      else openItem(activeRow)
    } else if (event.key === ' ' && activeRow && canEdit && canSkip(activeRow)) changes.skip(activeRow)
    else return
    event.preventDefault()
  }

  if (failure) {
    return (
      <EmptyState title={say('bulkScreen.failed')} actions={<Button onPress={list.retry}>{say('item.retry')}</Button>}>
        <FailureNotice error={failure} />
      </EmptyState>
    )
  }
  if (list.isEmpty || (expected === 0 && list.length === 0)) return <EmptyState title={say('bulkScreen.rows.none')} />
  return (
    <>
      <div
        ref={scroller}
        className={cx(css.scroller)}
        role="grid"
        aria-label={say('bulkScreen.rows.label')}
        aria-rowcount={list.length + 1}
        aria-colcount={columns.length}
        aria-readonly={!canEdit}
        aria-activedescendant={active && !editing ? `${id}-${active.index}-${active.column}` : undefined}
        tabIndex={0}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onKeyDown={onKeyDown}
        onFocus={(event) =>
          event.target === event.currentTarget && !active && list.length > 0 && setActive({ index: 0, column: 0 })
        }
      >
        <div
          className={cx(css.head)}
          role="row"
          aria-rowindex={1}
          style={{ gridTemplateColumns: template, minWidth, height: rowPixels }}
        >
          {columns.map(({ key }) => (
            <div key={key} role="columnheader" className={cx(css.cell)}>
              {say(`bulkScreen.field.${key}`)}
            </div>
          ))}
        </div>
        <div role="presentation" className={cx(css.space)} style={{ height: rows.getTotalSize(), minWidth }}>
          {inView.map(({ index, start }) => {
            const row = list.rowAt(index)
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                className={cx(css.row)}
                data-active={active?.index === index || undefined}
                data-standing={row?.standing}
                style={{ gridTemplateColumns: template, height: rowPixels, transform: `translateY(${start - rowPixels}px)` }}
              >
                {columns.map((column, at) => {
                  const isActive = active?.index === index && active.column === at
                  return editing?.index === index && editing.column === at && column.field && row ? (
                    <CellEditor
                      key={column.key}
                      field={column.field}
                      row={row}
                      isBusy={changes.isBusy}
                      onSave={(value) => changes.edit(row, column.field, value)}
                      onDone={(move) =>
                        finishEditing(
                          move === 'down'
                            ? { index: Math.min(list.length - 1, index + 1), column: at }
                            : move === 'right'
                              ? { index, column: Math.min(columns.length - 1, at + 1) }
                              : null,
                        )
                      }
                    />
                  ) : (
                    <RowCell
                      key={column.key}
                      id={`${id}-${index}-${at}`}
                      row={row}
                      column={column}
                      mode={mode}
                      isActive={isActive}
                      isIncluded={row !== undefined && isIncluded(row, run.includeDuplicates)}
                      onSkip={canEdit && row && canSkip(row) ? () => changes.skip(row) : undefined}
                    />
                  )
                })}
              </div>
            )
          })}
        </div>
      </div>
      <FailureNotice error={changes.error} />
      <RowStrip row={activeRow} mode={mode} canEdit={canEdit} onOpen={() => openItem(activeRow)} />
    </>
  )
}
