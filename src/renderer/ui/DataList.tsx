import { useVirtualizer } from '@tanstack/react-virtual'
import { Check } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react'
import css from './DataList.module.css'
import { cx } from './cx.ts'
import { focusOnceLost } from './focus-when-lost.ts'
import { marksAfterClick, marksAfterKey, toggled, type Marks } from './list-marks.ts'
import type { RowAction } from './RowActions.tsx'
import { useRowMenu } from './use-row-menu.tsx'
import { stepTo } from './list-keys.ts'
import { useRootFontSize } from './root-font-size.ts'

export interface DataListProps<T> {
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly renderRow: (item: T) => ReactNode
  /** What a screen reader says for a row, where its parts read badly one after the other. */
  readonly textOf?: ((item: T) => string) | undefined
  readonly selectedKey: string | null
  /** Called as the selection moves, by click or arrow. */
  readonly onSelect: (item: T) => void
  /** Enter or a double click. */
  readonly onOpen?: ((item: T) => void) | undefined
  /** Asks for the next page when the end comes into view. */
  readonly onEndReached?: (() => void) | undefined
  /** In rem: 2.5 is 40 px, 3.5 carries two lines. */
  readonly rowHeight?: number | undefined
  /** How many there are in all, where only a part is loaded; -1 when it is not known. */
  readonly total?: number | undefined
  readonly empty?: ReactNode
  /** Several rows at once, for what is done to all of them: Ctrl and a click, Shift and a click or an arrow, Space, Ctrl+A. */
  readonly marks?: Marks | undefined
  /** What can be done to rows: by a right click, Shift+F10 or the menu key. */
  readonly actionsOf?: ((items: readonly T[]) => readonly RowAction[]) | undefined
  /** What a row stands under; said once above the first of each. */
  readonly groupOf?: ((item: T) => string) | undefined
}

/** What stands above each row: its group, where the row before is of another. */
function headingsOf<T>(items: readonly T[], groupOf: (item: T) => string): (string | null)[] {
  const groups = items.map(groupOf)
  return groups.map((group, index) => (group === groups[index - 1] ? null : group))
}

/** Above the first row of a group, in rem. */
const groupHeight = 1.75

/** From a line to what it opened beside the list. */
const focusOpened = () => document.querySelector<HTMLElement>('[data-opened] h1[tabindex]')?.focus()

/** A list of any length: only the rows in view exist. One stop for Tab; arrows, Page, Home and End move the selection. */
export function DataList<T>(props: DataListProps<T>) {
  const {
    label,
    items,
    keyOf,
    renderRow,
    textOf,
    selectedKey,
    onSelect,
    onOpen,
    onEndReached,
    rowHeight = 2.5,
    total,
    empty,
    marks,
    actionsOf,
    groupOf,
  } = props
  const rowMenu = useRowMenu({ items, keyOf, marks, actionsOf })
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rowPixels = Math.round(rowHeight * useRootFontSize())
  const keyAt = (index: number) => {
    const item = items[index]
    return item === undefined ? index : keyOf(item)
  }
  const groupPixels = Math.round(groupHeight * useRootFontSize())
  // Scrolling renders this again and again, and a group is a date in words perhaps.
  const headings = useMemo(() => groupOf && headingsOf(items, groupOf), [items, groupOf])
  const headingAt = (index: number): string | null => headings?.[index] ?? null
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowPixels + (headingAt(index) === null ? 0 : groupPixels),
    getItemKey: (index) => keyAt(index),
    overscan: 8,
  })
  const selectedIndex = items.findIndex((item) => keyOf(item) === selectedKey)

  const places = headings?.join('\n')
  useEffect(() => rows.measure(), [rows, rowPixels, places])
  useEffect(() => {
    if (selectedIndex >= 0) rows.scrollToIndex(selectedIndex, { align: 'auto' })
  }, [rows, selectedIndex])

  const areMarked = (marks?.keys.size ?? 0) > 0
  const wereMarked = useRef(false)
  // What was done to them took their buttons along, and the focus that was on one.
  useEffect(() => {
    const isOver = wereMarked.current && !areMarked
    wereMarked.current = areMarked
    return isOver ? focusOnceLost(() => scroller.current) : undefined
  }, [areMarked])

  const virtualRows = rows.getVirtualItems()
  const lastInView = virtualRows.at(-1)?.index ?? -1
  const reachEnd = useEffectEvent(() => onEndReached?.())
  useEffect(() => {
    if (lastInView >= items.length - 10 && items.length > 0) reachEnd()
  }, [lastInView, items.length])

  function onKeyDown(event: KeyboardEvent): void {
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPixels) - 1)
    const selected = items[selectedIndex]
    const row = event.currentTarget.querySelector('[data-current]')
    if (rowMenu.onKey(event, selected, row)) return event.preventDefault()
    if (marks && marksAfterKey(event, marks, items.map(keyOf), selectedIndex)) {
      // An arrow moves the selection as well.
      if (event.key === ' ' || !event.key.startsWith('Arrow')) return event.preventDefault()
    }
    // A letter with Ctrl or Alt is a command of the whole app.
    const isCommand = event.key.length === 1 && (event.ctrlKey || event.metaKey || event.altKey)
    const next = isCommand ? null : stepTo(event.key, selectedIndex, items.length, pageRows)
    if (event.key === 'Enter' && selected) (onOpen ?? focusOpened)(selected)
    else if (next !== null && items[next]) onSelect(items[next])
    else return
    event.preventDefault()
  }

  if (items.length === 0 && empty !== undefined) return <div className={cx(css.scroller)}>{empty}</div>
  return (
    <div
      ref={scroller}
      className={cx(css.scroller)}
      role="listbox"
      aria-label={label}
      aria-multiselectable={marks ? true : undefined}
      aria-activedescendant={selectedIndex >= 0 ? `${id}-${selectedIndex}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={cx(css.space)} style={{ height: rows.getTotalSize() }}>
        {virtualRows.map(({ index, start, key }) => {
          const item = items[index]
          if (item === undefined) return null
          const heading = headingAt(index)
          const isMarked = marks?.keys.has(keyOf(item)) ?? false
          // Keys are the listbox's: an option takes no focus of its own.
          return (
            <div key={key} role="presentation" className={cx(css.place)} style={{ transform: `translateY(${start}px)` }}>
              {heading !== null && (
                <div aria-hidden="true" className={cx(css.group)} style={{ height: groupPixels }}>
                  {heading}
                </div>
              )}
              <div
                id={`${id}-${index}`}
                role="option"
                aria-selected={marks && marks.keys.size > 0 ? isMarked : index === selectedIndex}
                aria-setsize={total ?? items.length}
                aria-posinset={index + 1}
                aria-label={textOf?.(item)}
                className={cx(css.row)}
                data-current={index === selectedIndex || undefined}
                style={{ height: rowPixels }}
                onClick={(event) => {
                  if (!marks || !marksAfterClick(event, marks, items.map(keyOf), index, selectedIndex)) onSelect(item)
                }}
                onContextMenu={(event) => rowMenu.onContextMenu(event, item)}
                onDoubleClick={() => onOpen?.(item)}
              >
                {marks && (
                  <span
                    aria-hidden="true"
                    className={cx(css.mark)}
                    data-marked={isMarked || undefined}
                    data-shown={marks.keys.size > 0 || undefined}
                    onClick={(event) => {
                      event.stopPropagation()
                      marks.onChange(toggled(marks.keys, keyOf(item)))
                    }}
                  >
                    {isMarked && <Check />}
                  </span>
                )}
                {renderRow(item)}
              </div>
            </div>
          )
        })}
      </div>
      {rowMenu.menu}
    </div>
  )
}
