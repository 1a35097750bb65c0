import { useEffect } from 'react'

interface Line {
  readonly id: string
}

/** The first behind one of them for which this is so, or else the last before it; null where there is none. */
export function nearest<T extends Line>(items: readonly T[], id: string, isMeant: (item: T) => boolean): T | null {
  const at = items.findIndex((item) => item.id === id)
  return items.slice(at + 1).find(isMeant) ?? items.slice(0, Math.max(0, at)).findLast(isMeant) ?? null
}

const shown = new Map<string, readonly Line[]>()

/** Says in which order a list stands, for whoever goes on in it once what is open is gone. */
export function useListOrder(list: string, items: readonly Line[]): void {
  useEffect(() => void shown.set(list, items), [list, items])
  useEffect(() => () => void shown.delete(list), [list])
}

/** What a list goes on with once these are gone from it, one of which is open. */
export const afterGone = (list: string, open: string, gone: readonly string[] = [open]): string | undefined =>
  nearest(shown.get(list) ?? [], open, ({ id }) => !gone.includes(id))?.id
