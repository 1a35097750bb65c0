import type { Message } from '#shared/domain/message.ts'
import type { Evidence, Outcome } from '../upstream/types.ts'
import { backoffMs } from './backoff.ts'
import type { Clock } from './clock.ts'

/** Where an item goes and for whom: an origin can be out of reach, and an account can be asked for time. */
export interface Place {
  boundOrigin: string
  accountId: string
}

/** Why nothing of a place leaves just now. */
export interface PlaceWait {
  reason: Message | null
  /** On the steady clock. */
  until: number
  /** The return of the network ends the one and not the other: a vendor that names a time means it. */
  kind: 'backoff' | 'retry-after'
}

/** What one try says of its place. */
export type Sign =
  | { says: 'reached' | 'nothing' }
  | { says: 'unreachable'; reason: Message }
  | { says: 'busy'; reason: Message; retryAfterMs: number | null }
  /** Nobody knows what became of it: no sign that all is well. */
  | { says: 'doubt'; reason: Message; retryAfterMs: number | null }

/** Reads what a try says of its place, which is not what it says of its item. */
export function signOf({ cause, status, progress }: Pick<Evidence, 'cause' | 'status' | 'progress'>, outcome: Outcome): Sign {
  const { state, reason, retryAfterMs, asks } = outcome
  if (state === 'unknown') return { says: cause === 'stopped' ? 'nothing' : 'doubt', reason, retryAfterMs }
  // What stopped at a reading had an answer.
  if (state !== 'queued') return { says: progress === 'nothing-sent' && status === null ? 'nothing' : 'reached' }
  // The content, the file or the certificate, which a person sees to; or the app, which leaves.
  if (asks || cause === 'stopped') return { says: 'nothing' }
  return retryAfterMs !== null || status === 429 ? { says: 'busy', reason, retryAfterMs } : { says: 'unreachable', reason }
}

/** A try under way, as its place knows it. */
export interface Probe {
  readonly place: Place
  /** The failures that were known when it began: those of the same moment tell the same, and count once. */
  readonly moments: ReadonlyMap<Door, number>
}

/** Open, or shut until a time and then open for one. */
interface Door {
  failures: number
  /** Counts the times it was shut. */
  moment: number
  wait: PlaceWait | null
  probe: Probe | null
  cancel: (() => void) | null
}

/**
 * What is known of the vendors' origins, for everything that sends: one item finds out whether an origin is back, and the
 * others wait for its answer without tries of their own. A vendor's "too many" holds for the account that was told so.
 */
export class Origins {
  readonly #clock: Clock
  readonly #random: () => number
  readonly #doors = new Map<string, Door>()
  readonly #listeners = new Set<() => void>()
  #held: ReadonlyMap<string, Message> = new Map()

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock
    this.#random = random
  }

  /** Nothing is told any more. */
  close(): void {
    this.#listeners.clear()
    for (const door of this.#doors.values()) door.cancel?.()
  }

  /** Called when something that waited may go; answers how to stop listening. */
  onRoom(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Nothing of these accounts leaves, whatever their origins do, until they are not among them any more; and why. */
  hold(accounts: ReadonlyMap<string, Message>): void {
    const isFreed = [...this.#held.keys()].some((id) => !accounts.has(id))
    this.#held = accounts
    if (isFreed) this.#tell()
  }

  /** How many of a place may leave now: any number, one to find out, or none. */
  room(place: Place): 'open' | 'one' | 'none' {
    if (this.#held.has(place.accountId)) return 'none'
    const shut = this.#doorsOf(place).flatMap(({ wait, probe }) => (wait ? { until: wait.until, probe } : []))
    if (shut.length === 0) return 'open'
    return shut.some(({ until, probe }) => probe !== null || until > this.#clock.steady()) ? 'none' : 'one'
  }

  /** Why and until when a place waits; null where items may leave. */
  waitOf(place: Place): PlaceWait | null {
    const reason = this.#held.get(place.accountId)
    // For as long as it takes: there is no time to tell.
    if (reason) return { reason, until: this.#clock.steady(), kind: 'backoff' }
    const waits = this.#doorsOf(place).flatMap(({ wait }) => wait ?? [])
    return waits.toSorted((a, b) => b.until - a.until)[0] ?? null
  }

  /** A try begins; where the place is shut it is the one that finds out. A person's word is not held up by a wait. */
  begin(place: Place): Probe {
    const doors = [this.#door(place.boundOrigin), this.#door(accountKey(place))]
    const probe: Probe = { place, moments: new Map(doors.map((door) => [door, door.moment])) }
    for (const door of doors) if (door.wait) door.probe = probe
    return probe
  }

  /** Its answer. How long its item waits, where it has to. */
  end(probe: Probe, sign: Sign): number | null {
    const [origin, account] = [...probe.moments.keys()] as [Door, Door]
    const wasProbe = [origin, account].some((door) => door.probe === probe)
    for (const door of [origin, account]) if (door.probe === probe) door.probe = null
    switch (sign.says) {
      case 'reached':
        this.#open(origin)
        // What a person sent past the time that the vendor named takes nothing of that back.
        if (account.wait?.kind !== 'retry-after' || account.wait.until <= this.#clock.steady()) this.#open(account)
        break
      case 'unreachable':
        return this.#failed(origin, probe, sign.reason)
      case 'busy':
        this.#open(origin)
        return sign.retryAfterMs === null
          ? this.#failed(account, probe, sign.reason)
          : this.#shut(account, sign.reason, sign.retryAfterMs, 'retry-after')
      case 'doubt':
        if (sign.retryAfterMs !== null) this.#shut(account, sign.reason, sign.retryAfterMs, 'retry-after')
        // A vendor that comes back half would make an unknown outcome of each item that waits for it.
        if (wasProbe) this.#failed(origin.wait ? origin : account, probe, sign.reason)
        break
      case 'nothing':
        break
    }
    if (wasProbe) this.#tell()
    return null
  }

  /** After a restart: an item waited here so much longer. */
  restore(place: Place, wait: { leftMs: number; failures: number; reason: Message | null; kind: PlaceWait['kind'] }): void {
    const door = this.#door(wait.kind === 'retry-after' ? accountKey(place) : place.boundOrigin)
    door.failures = Math.max(door.failures, wait.failures)
    this.#shut(door, wait.reason, wait.leftMs, wait.kind)
  }

  /** The network is back, or the computer woke up: what only waited for that finds out at once. */
  networkReturned(): boolean {
    return this.#wake([...this.#doors.values()].filter(({ wait }) => wait?.kind === 'backoff'))
  }

  /** A person wants this to go on: it is the first to find out, at once, but not before a time that the vendor named. */
  wakeFor(place: Place, goOn: () => void): void {
    this.#wake(
      this.#doorsOf(place).filter(({ wait }) => wait?.kind === 'backoff'),
      goOn,
    )
  }

  /** A person leaves and wants all gone: one finds out at once, whatever was being waited for. */
  wakeAll(): void {
    this.#wake([...this.#doors.values()])
  }

  #wake(doors: readonly Door[], first?: () => void): boolean {
    const now = this.#clock.steady()
    let woken = 0
    for (const door of doors) {
      if (!door.wait || (!door.probe && door.wait.until <= now)) continue
      // A try that began before may hang until its time-out; what it says is of another moment.
      Object.assign(door, { probe: null, moment: door.moment + 1 })
      this.#until(door, { ...door.wait, until: now })
      woken += 1
    }
    first?.()
    if (woken > 0) this.#tell()
    return woken > 0
  }

  #failed(door: Door, { moments }: Probe, reason: Message): number {
    if (door.wait && moments.get(door) !== door.moment) return this.#leftOf(door.wait)
    door.failures += 1
    return this.#shut(door, reason, backoffMs(door.failures, this.#random), 'backoff')
  }

  #shut(door: Door, reason: Message | null, ms: number, kind: PlaceWait['kind']): number {
    const now = this.#clock.steady()
    const until = now + ms
    // A wait is made longer, never shorter.
    if (door.wait && door.wait.until > until) return this.#leftOf(door.wait)
    door.moment += 1
    this.#until(door, { reason, until, kind })
    return ms
  }

  /** In whole milliseconds, as the ledger keeps them. */
  #leftOf({ until }: PlaceWait): number {
    return Math.max(0, Math.ceil(until - this.#clock.steady()))
  }

  #until(door: Door, wait: PlaceWait): void {
    door.cancel?.()
    door.wait = wait
    door.cancel = null
    const left = wait.until - this.#clock.steady()
    if (left <= 0) return
    // A timer may come a little early.
    door.cancel = this.#clock.after(Math.max(1, left), () => {
      this.#until(door, wait)
      if (door.cancel === null) this.#tell()
    })
  }

  #open(door: Door): void {
    door.failures = 0
    if (!door.wait) return
    door.cancel?.()
    Object.assign(door, { wait: null, probe: null, cancel: null })
    this.#tell()
  }

  #tell(): void {
    const listeners = [...this.#listeners]
    listeners.forEach((listener) => listener())
    // In turn: whoever is told first finds out first, and something about its items may be what is wrong.
    const [first] = listeners
    if (first && this.#listeners.delete(first)) this.#listeners.add(first)
  }

  #doorsOf(place: Place): Door[] {
    return [place.boundOrigin, accountKey(place)].flatMap((key) => this.#doors.get(key) ?? [])
  }

  #door(key: string): Door {
    const known = this.#doors.get(key)
    if (known) return known
    const door: Door = { failures: 0, moment: 0, wait: null, probe: null, cancel: null }
    this.#doors.set(key, door)
    return door
  }
}

const accountKey = ({ boundOrigin, accountId }: Place): string => JSON.stringify([boundOrigin, accountId])
