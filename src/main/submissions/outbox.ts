import type { OutboxQueue } from '../storage/outbox-queue.ts'
import { failuresOf, ledgerRetryMs } from './backoff.ts'
import { Holds, leftOf } from './holds.ts'
import { NextUp } from './next-up.ts'
import type { Place } from './origins.ts'
import { OwnRepeats } from './own-repeats.ts'
import { Tries, type TryDeps } from './tries.ts'

export interface OutboxDeps extends TryDeps {
  queue: OutboxQueue
  onChange(ids: string[]): void
  /** Requests under way at once to one origin: polite to each vendor, and none takes another's. */
  connections: number
}

interface Busy extends Place {
  done: Promise<void>
}

/** So many holds that end together are written down in one go: thousands would keep the screens waiting. */
const holdsAtOnce = 200

/**
 * Sends what is due, one try at a time per item. What may leave is the ledger's to say (its claim); this class adds the
 * clock, and nothing in its memory is needed to be right after a crash.
 */
export class Outbox {
  readonly #deps: OutboxDeps
  readonly #holds: Holds
  readonly #nextUp: NextUp
  readonly #repeats: OwnRepeats
  readonly #tries: Tries
  readonly #busy = new Map<string, Busy>()
  /** A person said that these go now, whatever their origin was last seen to do. */
  readonly #urgent = new Set<string>()
  /** These could not be prepared, and are tried again. */
  readonly #resting = new Set<string>()
  readonly #abort = new AbortController()
  readonly #ignoreRoom: () => void
  #cancelTimer: (() => void) | null = null
  #cancelRest: (() => void) | null = null
  #state: 'idle' | 'running' | 'stopped' = 'idle'
  #asleep = false

  constructor(deps: OutboxDeps) {
    this.#deps = deps
    this.#holds = new Holds(deps.clock)
    this.#nextUp = new NextUp(deps)
    this.#repeats = new OwnRepeats({
      ...deps,
      isRunning: () => this.#state === 'running',
      onRepeat: (id) => {
        this.#tell([id])
        this.pump()
      },
    })
    this.#tries = new Tries({
      ...deps,
      repeats: this.#repeats,
      signal: this.#abort.signal,
      mayLeave: () => this.#state === 'running' && !this.#asleep,
      isStopped: () => this.#state === 'stopped',
      onUnready: (id) => {
        this.#holds.set(id, ledgerRetryMs)
        this.#resting.add(id)
      },
      onLeaving: (id) => this.#ended(id),
      tell: (ids) => this.#tell(ids),
    })
    this.#ignoreRoom = deps.origins.onRoom(() => this.pump())
  }

  /** Begins to send; call once, after recovery. */
  start(): void {
    const { records, queue, origins, clock } = this.#deps
    this.#state = 'running'
    for (const item of queue.waiting()) {
      const leftMs = leftOf(item, clock)
      if (item.inHold) this.#holds.set(item.id, leftMs)
      // An item that waits although its last try was answered waits for the time the vendor named.
      else {
        const kind = records.wasAnswered(item.id) ? 'retry-after' : 'backoff'
        origins.restore(item, { leftMs, failures: failuresOf(item.waitMs), reason: item.reason, kind })
      }
    }
    this.#repeats.restore(queue)
    this.pump()
  }

  /** A new or changed item may be due. `holdMs` is the time in which a person can still take it back. */
  added(id: string, holdMs: number): void {
    if (holdMs > 0) this.#holds.set(id, holdMs)
    this.pump()
  }

  /** The item's wait is over by a person's word: it leaves at once, and where its origin is out of reach it finds out. */
  hurry(id: string): void {
    this.#ended(id)
    this.#urgent.add(id)
    this.pump()
  }

  /** The waits of all items are over by a person's word; where an origin is out of reach, one finds out. */
  hurryAll(): void {
    this.#holds.clearAll()
    this.#resting.clear()
    this.#deps.origins.wakeAll()
    this.pump()
  }

  /** The item no longer repeats itself: a person decided, or a newer item took its place. */
  stopRepeating(id: string): void {
    this.#repeats.stop(id)
  }

  /** The computer is about to sleep: what left now would miss its answer. Nothing more is claimed until `wake`. */
  suspend(): void {
    this.#asleep = true
  }

  /** The computer is awake again. */
  wake(): void {
    this.#asleep = false
    this.networkReturned()
  }

  /** The network came back, or the computer woke up. */
  networkReturned(): void {
    if (this.#deps.origins.networkReturned()) this.#tell([])
    this.pump()
  }

  /** Nothing new leaves; resolves when what is under way has its outcome on disk. `abort` breaks that off. */
  async stop(abort = false): Promise<void> {
    this.#state = 'stopped'
    this.#ignoreRoom()
    this.#cancelTimer?.()
    this.#cancelRest?.()
    this.#repeats.clear()
    if (abort) this.#abort.abort()
    while (this.#busy.size > 0) await Promise.allSettled([...this.#busy.values()].map(({ done }) => done))
  }

  /** Its answer is there, and the ledger refuses it for now. */
  isUnstored(id: string): boolean {
    return this.#tries.isUnstored(id)
  }

  get underWay(): number {
    return this.#busy.size
  }

  /** Starts whatever is due and sets the timer for what is next. */
  pump(): void {
    this.#nextUp.lookAgain()
    this.#goOn()
  }

  #goOn(): void {
    if (this.#state !== 'running' || this.#asleep || this.#cancelRest) return
    const { clock, queue } = this.#deps
    this.#cancelTimer?.()
    this.#cancelTimer = null
    try {
      const over = this.#holds.over().slice(0, holdsAtOnce)
      if (over.length > 0) queue.holdsOver(over)
      for (const id of over) this.#ended(id)
      this.#beginUrgent()
      const isTaken = (id: string) => this.#busy.has(id) || this.#holds.has(id)
      const busy = [...this.#busy.values()]
      const isMore = this.#nextUp.take(busy, busy.length + this.#resting.size, isTaken, (id, place) => this.#begin(id, place))
      const next = isMore ? 0 : this.#holds.next()
      if (next !== null) this.#cancelTimer = clock.after(isMore ? 0 : Math.max(1, next), () => this.#goOn())
    } catch (error) {
      this.#rest(error)
    }
  }

  #ended(id: string): void {
    this.#holds.clear(id)
    this.#resting.delete(id)
  }

  /** What a person asked for goes first, and past what its origin was last seen to do. */
  #beginUrgent(): void {
    for (const id of this.#urgent) {
      const item = this.#deps.records.get(id)
      const isWaiting = item?.state === 'queued' && !this.#busy.has(id)
      if (isWaiting && this.#underWayAt(item.boundOrigin) >= this.#deps.connections) continue
      this.#urgent.delete(id)
      if (isWaiting) this.#begin(id, item)
    }
  }

  #underWayAt(boundOrigin: string): number {
    return [...this.#busy.values()].filter((busy) => busy.boundOrigin === boundOrigin).length
  }

  /** The ledger refuses: nothing leaves until it takes writes again. */
  #rest(error: unknown): void {
    const { clock, onTrouble } = this.#deps
    onTrouble(error)
    this.#cancelRest ??= clock.after(ledgerRetryMs, () => {
      this.#cancelRest = null
      this.pump()
    })
  }

  #begin(id: string, { boundOrigin, accountId }: Place): void {
    const { clock, origins } = this.#deps
    const probe = origins.begin({ boundOrigin, accountId })
    const done = this.#tries
      .begin(id, probe)
      .catch((error: unknown) => this.#rest(error))
      .then(() => {
        this.#busy.delete(id)
        origins.end(probe, { says: 'nothing' })
        clock.after(0, () => this.pump())
      })
    this.#busy.set(id, { boundOrigin, accountId, done })
  }

  /** A listener that fails must not keep an item from being sent or its outcome from being written. */
  #tell(ids: string[]): void {
    try {
      this.#deps.onChange(ids)
    } catch (error) {
      this.#deps.onTrouble(error)
    }
  }
}
