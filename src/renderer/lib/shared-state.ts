import { useSyncExternalStore } from 'react'

/** What several places of the page share and none owns: it outlives the screens that show it. */
export function sharedState<T>(initial: T) {
  let current = initial
  const listeners = new Set<() => void>()
  const get = (): T => current
  const subscribe = (changed: () => void) => {
    listeners.add(changed)
    return () => void listeners.delete(changed)
  }
  return {
    get,
    set(next: T): void {
      current = next
      for (const listener of listeners) listener()
    },
    use: (): T => useSyncExternalStore(subscribe, get),
  }
}
