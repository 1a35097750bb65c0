import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { BulkRow, BulkRun, RowFate, RowStanding } from '#shared/domain/bulk.ts'
import type { FindingKey, RowSort } from '#shared/domain/bulk-check.ts'
import { kindOfBulk } from '#shared/domain/kinds.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useVendorOf } from '../../lib/vendors.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { useRootFontSize } from '../../ui/root-font-size.ts'
import { ChangeBar } from './ChangeBar.tsx'
import { columnsOf, headIndex, moveCell, nextSort, templateOf, type Cell, type GridMode } from './grid-columns.ts'
import { GridBody } from './GridBody.tsx'
import { GridHead } from './GridHead.tsx'
import { RowStrip } from './RowStrip.tsx'
import { isIncluded } from './row-words.ts'
import css from './RowsGrid.module.css'
import { useColumnWidths } from './use-column-widths.ts'
import { useFilling } from './use-filling.ts'
import type { RowChanges } from './use-row-changes.ts'
import { useRowOrder } from './use-row-order.ts'
import { useRowPages } from './use-row-pages.ts'
import { useSelection } from './use-selection.ts'

interface RowsGridProps {
  readonly run: BulkRun
  readonly mode: GridMode
  readonly standing: RowStanding | null
  readonly states: readonly RowFate[]
  /** Only the rows this is said of. */
  readonly finding?: FindingKey | null
  readonly sort: RowSort | null
  readonly onSort: (sort: RowSort | null) => void
  /** How many rows there should be, until the end was seen. */
  readonly expected: number
  readonly version: number
  /** What a person may do with the rows; absent where they are only looked at. */
  readonly changes?: RowChanges
}

/** The rows of a run, of any number: only those in view exist. One stop for Tab; arrows move from cell to cell, headings included. */
export function RowsGrid(props: RowsGridProps) {
  const { run, mode, standing, states, finding = null, sort, onSort, expected, version, changes } = props
  const say = useSay()
  const id = useId()
  const { navigate } = useNavigation()
  const scroller = useRef<HTMLDivElement>(null)
  /** A press brings its own cell: the first one, scrolled to before the press is over, would take its place. */
  const isPressed = useRef(false)
  const rem = useRootFontSize()
  const rowPixels = Math.round(2.25 * rem)
  const widths = useColumnWidths(`bulk.${run.kind}.${mode}`, columnsOf(run.kind, mode, useVendorOf(kindOfBulk(run.kind)).bulk))
  const { columns } = widths
  const { template, minWidth } = templateOf(columns)
  // A row that is mended stays in a list of what is wrong, until another list is chosen.
  const isKept = mode === 'check' && (standing !== null || finding !== null)
  const asked = { runId: run.id, standing, states, finding, sort }
  const { order, error: orderError } = useRowOrder(asked, isKept)
  const list = useRowPages({ runId: run.id, standing, states, order }, expected, version)
  const failure = list.error ?? orderError
  const selection = useSelection()
  const { active } = selection
  const [editing, setEditing] = useState<Cell | null>(null)
  const canEdit = changes !== undefined && run.state === 'checked'
  const filling = useFilling({ run, changes, selection, columns, list, order: order ?? null, asked })

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

  function goTo(cell: Cell, isExtended = false): void {
    selection.go(cell, isExtended && canEdit)
    if (cell.index !== headIndex) rows.scrollToIndex(cell.index, { align: 'auto' })
  }
  function edit(cell: Cell): void {
    if (canEdit && columns[cell.column]?.field && list.rowAt(cell.index)) setEditing(cell)
  }
  const activeRow = active ? list.rowAt(active.index) : undefined
  const openItem = (row: BulkRow | undefined) => row?.outcome && navigate({ screen: 'history', id: row.outcome.submissionId })
  const sortBy = (at: number) => {
    const column = columns[at]
    if (column) onSort(nextSort(sort, column.key))
  }

  /** The cell a click fell on; none for the editor and the box that takes a row along, which have their own ways. */
  function cellAt(target: EventTarget): Cell | null {
    const element = target instanceof Element ? target.closest('[data-cell], [data-heading]') : null
    const heading = element?.getAttribute('data-heading')
    const index = heading ? headIndex : Number(element?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 2
    const column = columns.findIndex(({ key }) => key === (heading ?? element?.getAttribute('data-cell')))
    return element && column >= 0 ? { index, column } : null
  }
  function onClick(event: MouseEvent): void {
    isPressed.current = false
    const cell = cellAt(event.target)
    if (!cell) return
    selection.go(cell, event.shiftKey && canEdit && cell.index !== headIndex)
    if (cell.index === headIndex) sortBy(cell.column)
  }
  function onDoubleClick(event: MouseEvent): void {
    const cell = cellAt(event.target)
    if (!cell || cell.index === headIndex) return
    if (mode === 'check') edit(cell)
    else openItem(list.rowAt(cell.index))
  }

  /** What a key does with a heading; false for those that move on from it. */
  function headKey({ key, shiftKey }: KeyboardEvent, at: number): boolean {
    const column = columns[at]
    const wide = document.getElementById(`${id}-${headIndex}-${at}`)?.offsetWidth ?? 0
    if (!column) return false
    if (key === 'Enter' || key === ' ') sortBy(at)
    else if (shiftKey && key === 'ArrowLeft') widths.set(column.key, wide / rem - 1)
    else if (shiftKey && key === 'ArrowRight') widths.set(column.key, wide / rem + 1)
    else if (key === 'Delete' || key === 'Backspace') widths.reset(column.key)
    else return false
    return true
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (editing || event.altKey) return
    const cell = active ?? { index: 0, column: 0 }
    const isCtrl = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPixels) - 2)
    const next = moveCell(event.key, isCtrl, cell, list.length, columns.length, page)
    if (cell.index === headIndex && headKey(event, cell.column)) event.preventDefault()
    else if (next) goTo(active ? next : cell, event.shiftKey)
    else if (filling.onKey(event.key.toLowerCase(), isCtrl)) event.preventDefault()
    else if (event.key === 'F2' || event.key === 'Enter') {
      if (mode === 'check') edit(cell)
      else openItem(activeRow)
    } else if (event.key === ' ' && activeRow && canEdit && canSkip(activeRow)) filling.skip(activeRow.standing !== 'skipped')
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
  const activeColumn = active ? columns[active.column] : undefined
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
        aria-multiselectable={canEdit || undefined}
        aria-activedescendant={active && !editing ? `${id}-${active.index}-${active.column}` : undefined}
        tabIndex={0}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onKeyDown={onKeyDown}
        onPointerDown={() => (isPressed.current = true)}
        onBlur={() => (isPressed.current = false)}
        onFocus={(event) => {
          if (event.target !== event.currentTarget || isPressed.current) return
          if (!active && list.length > 0) selection.go({ index: 0, column: 0 })
        }}
      >
        <GridHead
          {...{ id, columns, template, minWidth, sort, widths }}
          height={rowPixels}
          activeColumn={active?.index === headIndex ? active.column : null}
        />
        <GridBody
          {...{ id, mode, columns, template, minWidth, rowPixels, inView, active, editing }}
          height={rows.getTotalSize()}
          rowAt={list.rowAt}
          isSelected={selection.isSelected}
          isBusy={changes?.isBusy ?? false}
          isIncluded={(row) => isIncluded(row, run.includeDuplicates)}
          onSkip={(row) => (canEdit && canSkip(row) ? () => changes.skip([row.row], row.standing !== 'skipped') : undefined)}
          onSave={async (row, { field }, value) => {
            const saved = field && (await changes?.edit(row, field, value))
            if (saved) list.put(saved)
          }}
          onEdited={({ index, column }, move) => {
            setEditing(null)
            scroller.current?.focus({ preventScroll: true })
            if (move === 'down') goTo({ index: Math.min(list.length - 1, index + 1), column })
            if (move === 'right') goTo({ index, column: Math.min(columns.length - 1, column + 1) })
          }}
        />
      </div>
      <FailureNotice error={changes?.error ?? filling.error} />
      <RowStrip
        row={activeRow}
        column={activeColumn}
        heading={active?.index === headIndex ? sort : undefined}
        {...{ mode, canEdit }}
        onOpen={() => openItem(activeRow)}
      >
        {canEdit && <ChangeBar {...{ run, changes, filling }} />}
      </RowStrip>
    </>
  )
}
