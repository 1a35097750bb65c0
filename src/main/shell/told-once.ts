import type { Told } from '#shared/domain/told.ts'

export interface ToldOnce {
  add(told: Told): void
  take(): Told[]
}

/** What happened while no page could show it; the next page that asks says it, once. */
export function createToldOnce(onMore: () => void = () => undefined): ToldOnce {
  let waiting: Told[] = []
  return {
    add(told) {
      // A page that crashed twice before it could speak says it once.
      waiting = [...waiting.filter(({ id }) => id !== told.id), told]
      onMore()
    },
    take() {
      const all = waiting
      waiting = []
      return all
    },
  }
}
