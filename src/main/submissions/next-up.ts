import type { DueItems, OutboxQueue, QueuePlace } from '../storage/outbox-queue.ts'
import type { Origins } from './origins.ts'

export interface NextUpDeps {
  queue: Pick<OutboxQueue, 'places' | 'due'>
  origins: Pick<Origins, 'room'>
  /** Requests under way at once to one origin. */
  connections: number
}

/** How far a place has been looked through, where earlier items hold back those that wait. */
interface Look {
  after: number
  /** Something changed since it began, perhaps before where it is. */
  isStale: boolean
}

const keyOf = ({ accountId, boundOrigin }: QueuePlace) => JSON.stringify([accountId, boundOrigin])

/**
 * Which items leave next. Each origin has connections of its own, so that a vendor which is slow or gone takes none from
 * another; among the accounts of one origin the one with the fewest under way is next.
 */
export class NextUp {
  readonly #deps: NextUpDeps
  readonly #looks = new Map<string, Look>()
  /** The item of a place that found out last. */
  readonly #probed = new Map<string, number>()

  constructor(deps: NextUpDeps) {
    this.#deps = deps
  }

  /** Items changed: what was looked through may be due now. */
  lookAgain(): void {
    for (const look of this.#looks.values()) look.isStale = true
  }

  /**
   * Begins what is due, as `begin` is called for each. Those it must not take are told by `isTaken`, of which there are at most
   * `taken`. True where there is more to look through.
   */
  take(
    busy: readonly QueuePlace[],
    taken: number,
    isTaken: (id: string) => boolean,
    begin: (id: string, place: QueuePlace) => void,
  ): boolean {
    const { queue, origins, connections } = this.#deps
    const underWay = new Map<string, number>()
    const count = (key: string) => underWay.get(key) ?? 0
    const add = (place: QueuePlace) => {
      for (const key of [place.boundOrigin, keyOf(place)]) underWay.set(key, count(key) + 1)
    }
    busy.forEach(add)
    let isMore = false
    const waiting = queue.places().flatMap((place) => {
      const free = connections - count(place.boundOrigin)
      const room = origins.room(place)
      if (free <= 0 || room === 'none') return []
      const found = room === 'one' ? this.#lookForOne(place, taken + 1, isTaken) : this.#look(place, taken + free)
      isMore ||= found.isMore
      return [{ place, items: found.items.filter(({ id }) => !isTaken(id)) }]
    })
    for (;;) {
      const next = waiting
        .filter(
          ({ place, items }) => items.length > 0 && count(place.boundOrigin) < connections && origins.room(place) !== 'none',
        )
        .toSorted((a, b) => count(keyOf(a.place)) - count(keyOf(b.place)) || (a.items[0]?.seq ?? 0) - (b.items[0]?.seq ?? 0))[0]
      const item = next?.items.shift()
      if (!next || !item) return isMore
      add(next.place)
      if (origins.room(next.place) === 'one') this.#probed.set(keyOf(next.place), item.seq)
      else this.#probed.delete(keyOf(next.place))
      begin(item.id, next.place)
    }
  }

  /** Another one each time: were something about one item wrong, it would keep all others waiting. */
  #lookForOne(place: QueuePlace, limit: number, isTaken: (id: string) => boolean): { items: DueItems['items']; isMore: boolean } {
    const { queue } = this.#deps
    const { items } = queue.due(place, this.#probed.get(keyOf(place)) ?? 0, limit)
    return items.some(({ id }) => !isTaken(id)) ? { items, isMore: false } : this.#look(place, limit)
  }

  #look(place: QueuePlace, limit: number): { items: DueItems['items']; isMore: boolean } {
    const key = keyOf(place)
    const look = this.#looks.get(key) ?? { after: 0, isStale: false }
    const { items, next } = this.#deps.queue.due(place, look.after, limit)
    const isAtEnd = next === null
    if (!isAtEnd) this.#looks.set(key, { ...look, after: next })
    else this.#looks.delete(key)
    return { items, isMore: !isAtEnd || (look.after > 0 && (look.isStale || items.length >= limit)) }
  }
}
