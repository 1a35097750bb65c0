import { useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { isPressed } from '../lib/key-table.ts'
import type { Marks } from './list-marks.ts'
import type { RowAction } from './RowActions.tsx'
import { RowMenu, type Point } from './RowMenu.tsx'

interface Options<T> {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly marks: Marks | undefined
  readonly actionsOf: ((items: readonly T[]) => readonly RowAction[]) | undefined
}

/** What is marked in words is copied as words. */
const isTextMarked = () => !(window.getSelection()?.isCollapsed ?? true)

/** The menu of a row, or of all that are marked where it is one of them. */
export function useRowMenu<T>({ items, keyOf, marks, actionsOf }: Options<T>) {
  const [open, setOpen] = useState<{ readonly at: Point; readonly actions: readonly RowAction[] } | null>(null)
  const actionsFor = (item: T | undefined): readonly RowAction[] => {
    if (!actionsOf || !item) return []
    return actionsOf(marks?.keys.has(keyOf(item)) ? items.filter((one) => marks.keys.has(keyOf(one))) : [item])
  }
  function show(item: T | undefined, at: Point): boolean {
    const actions = actionsFor(item)
    if (actions.length === 0) return false
    setOpen({ at, actions })
    return true
  }
  const menu: ReactNode = open && <RowMenu {...open} onClose={() => setOpen(null)} />
  return {
    menu,
    onContextMenu(event: MouseEvent, item: T): void {
      if (show(item, { x: event.clientX, y: event.clientY })) event.preventDefault()
    },
    /** True where it was a key for it, or for something in it; the row stands at this place. */
    onKey(event: KeyboardEvent, item: T | undefined, row: Element | null): boolean {
      const action = actionsFor(item).find(({ shortcut }) => shortcut && isPressed(event, shortcut))
      if (action && !event.repeat && !(action.shortcut === 'copy' && isTextMarked())) {
        action.run()
        return true
      }
      if (!isPressed(event, 'rowMenu')) return false
      const { left = 0, bottom = 0 } = row?.getBoundingClientRect() ?? {}
      return show(item, { x: left + 32, y: bottom - 8 })
    },
  }
}
