import { useState } from 'react'
import { narrowestColumn, widestColumn } from '#shared/domain/preferences.ts'
import { usePreferences, useSetPreferences } from '../../lib/preferences.ts'
import type { GridColumn } from './grid-columns.ts'

/** Columns as wide as the person made them the last time, for every table of the same name. */
export function useColumnWidths(name: string, columns: readonly GridColumn[]) {
  const { columnWidths } = usePreferences()
  const { mutate } = useSetPreferences()
  const [dragged, setDragged] = useState<{ key: string; width: number } | null>(null)
  const nameOf = (key: string) => `${name}.${key}`
  const set = (key: string, width: number | null) => {
    const { [nameOf(key)]: _, ...others } = columnWidths
    mutate({ columnWidths: width === null ? others : { ...others, [nameOf(key)]: bounded(width) } })
  }
  return {
    columns: columns.map((column): GridColumn => {
      const width = dragged?.key === column.key ? dragged.width : columnWidths[nameOf(column.key)]
      return width === undefined ? column : { ...column, width, grow: 0 }
    }),
    /** While the edge is under the pointer nothing is kept yet. */
    drag: (key: string, width: number) => setDragged({ key, width: bounded(width) }),
    drop(key: string, width: number): void {
      setDragged(null)
      set(key, width)
    },
    set,
    /** As wide as it is by itself. */
    reset: (key: string) => set(key, null),
  }
}
export type ColumnWidths = ReturnType<typeof useColumnWidths>

const bounded = (width: number) => Math.min(widestColumn, Math.max(narrowestColumn, Math.round(width * 4) / 4))
