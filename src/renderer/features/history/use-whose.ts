import { useSyncExternalStore } from 'react'

/** Whose items history shows. */
export type Whose = 'mine' | 'team'

let current: Whose = 'mine'
const listeners = new Set<() => void>()

/** Shows one's own items, or the team's. */
export function showWhose(whose: Whose): void {
  current = whose
  for (const listener of listeners) listener()
}

/** Whose items are shown: it stays so while a person looks at another screen. */
export const useWhose = (): Whose =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => current,
  )
