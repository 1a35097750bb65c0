import { throttled } from '../bulk/sending/progress.ts'
import type { Clock } from '../submissions/clock.ts'

/** How often the screens are told of items that move, at most. */
const screenMs = 100

export interface TellingDeps {
  clock: Clock
  itemsChanged(ids: string[]): void
  accountsChanged(): void
  runsMoved(): void
}

/** The screens hear of many items at once: thousands that leave one after the other would keep them reading. */
export function tellingOfItems({ clock, itemsChanged, accountsChanged, runsMoved }: TellingDeps) {
  const moving = new Set<string>()
  const soon = throttled(
    clock,
    () => {
      itemsChanged([...moving])
      moving.clear()
      accountsChanged()
      runsMoved()
    },
    screenMs,
  )
  return {
    tell(ids: readonly string[]): void {
      for (const id of ids) moving.add(id)
      soon.soon()
    },
    stop: () => soon.stop(),
  }
}
