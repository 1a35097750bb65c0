import { useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { Marks } from './list-marks.ts'
import type { RowAction } from './RowActions.tsx'
import { RowMenu, type Point } from './RowMenu.tsx'

interface Options<T> {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly marks: Marks | undefined
  readonly actionsOf: ((items: readonly T[]) => readonly RowAction[]) | undefined
}

/** Shift+F10 and the menu key, as everywhere in the system. */
const isMenuKey = ({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>) =>
  key === 'ContextMenu' || (shiftKey && key === 'F10')

/** The menu of a row, or of all that are marked where it is one of them. */
export function useRowMenu<T>({ items, keyOf, marks, actionsOf }: Options<T>) {
  const [open, setOpen] = useState<{ readonly at: Point; readonly actions: readonly RowAction[] } | null>(null)
  function show(item: T | undefined, at: Point): boolean {
    if (!actionsOf || !item) return false
    const meant = marks?.keys.has(keyOf(item)) ? items.filter((one) => marks.keys.has(keyOf(one))) : [item]
    const actions = actionsOf(meant)
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
    /** True where it was the key for it; the row stands at this place. */
    onKey(event: KeyboardEvent, item: T | undefined, row: Element | null): boolean {
      if (!isMenuKey(event)) return false
      const { left = 0, bottom = 0 } = row?.getBoundingClientRect() ?? {}
      return show(item, { x: left + 32, y: bottom - 8 })
    },
  }
}
