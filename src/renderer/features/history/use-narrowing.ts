import { useSyncExternalStore } from 'react'
import type { Narrowing } from '#shared/domain/history-narrowing.ts'
import { everything } from './history-filter.ts'

let current: Narrowing = everything
const listeners = new Set<() => void>()

/** Narrows history, wherever that is asked for. */
export function narrow(part: Partial<Narrowing>): void {
  current = { ...current, ...part }
  for (const listener of listeners) listener()
}

/** What history is narrowed to: it stays so while a person looks at another screen. */
export const useNarrowing = (): Narrowing =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => current,
  )
