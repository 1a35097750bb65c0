import { dayMs } from '#shared/domain/time-spans.ts'
import type { Message } from '#shared/domain/message.ts'
import type { Settlement } from '#shared/domain/reading.ts'
import type { AttemptReads } from '../storage/attempt-reads.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { StateChange, SubmissionRecords } from '../storage/submission-records.ts'
import { askedForAge, type StoredSubmission } from '../storage/submission-row.ts'
import { backoffMs, ledgerRetryMs } from './backoff.ts'
import type { Clock } from './clock.ts'
import type { Look } from './look.ts'
import type { Origins, Place } from './origins.ts'

export interface LooksDeps {
  ledger: Ledger
  records: Pick<SubmissionRecords, 'get' | 'change'>
  reads: Pick<AttemptReads, 'lastChange' | 'recordLook'>
  origins: Pick<Origins, 'room' | 'begin' | 'end' | 'onRoom'>
  clock: Clock
  random(): number
  look(item: StoredSubmission, before: string | null, signal: AbortSignal): Promise<Look>
  /**
   * How long after a try its change may still be on its way: the request's time-out and a minute. What is read sooner decides
   * nothing.
   */
  settleAfterMs: number
  /** The item moved on, or says something else. */
  onLook(item: StoredSubmission): void
  onTrouble(error: unknown): void
}

/** Readings under way at once: they are in no hurry, and what is sent comes first. */
const atOnce = 2
/** After so many failed readings, some ten minutes, a person is asked as well. */
const patience = 8
/** After so many tries of one item, over an hour, what they say never arrives: a person is asked before another one. */
const mostTries = 12

interface Due {
  place: Place
  /** On the steady clock. */
  at: number
  failures: number
}

/**
 * Unknown outcomes at vendors that read back, single items and rows of runs alike: each is looked up once its change can no
 * longer be on its way, again after each new try, and after a restart. A person decides only what a reading can't.
 */
export class Looks {
  readonly #deps: LooksDeps
  readonly #due = new Map<string, Due>()
  readonly #busy = new Map<string, Promise<void>>()
  readonly #abort = new AbortController()
  readonly #ignoreRoom: () => void
  #cancelTimer: (() => void) | null = null

  constructor(deps: LooksDeps) {
    this.#deps = deps
    this.#ignoreRoom = deps.origins.onRoom(() => this.#pump())
  }

  /** When an item is looked up, on the wall's clock; null where it is not. */
  dueAt(id: string): number | null {
    const due = this.#due.get(id)
    return due ? this.#deps.clock.now() + Math.max(0, due.at - this.#deps.clock.steady()) : null
  }

  /**
   * Their outcomes are unknown since now, or since before a restart: then the wait is whole again, for the wall's clock may have been
   * set meanwhile and nothing else tells how long ago the change left.
   */
  schedule(...items: readonly Pick<StoredSubmission, 'id' | 'boundOrigin' | 'accountId'>[]): void {
    for (const item of items) this.#set(item, this.#deps.settleAfterMs, 0)
    this.#pump()
  }

  /** A person wants it looked up again; not sooner than the first time. */
  lookAgain(item: StoredSubmission): void {
    const wasLookedUp = this.#deps.reads.lastChange(item.id)?.lookedAt != null
    const isDue = this.#due.get(item.id)
    if (!isDue || wasLookedUp || isDue.failures > 0) this.#set(item, wasLookedUp || isDue ? 0 : this.#deps.settleAfterMs, 0)
    this.#pump()
  }

  /** What could not be read is tried at once: the network is back, or an account was mended. */
  hurry(): void {
    const now = this.#deps.clock.steady()
    for (const due of this.#due.values()) if (due.failures > 0) due.at = now
    this.#pump()
  }

  /** A person decided. */
  drop(id: string): void {
    this.#due.delete(id)
  }

  async close(): Promise<void> {
    this.#ignoreRoom()
    this.#cancelTimer?.()
    this.#due.clear()
    this.#abort.abort()
    await Promise.all(this.#busy.values())
  }

  #set(
    { id, boundOrigin, accountId }: Pick<StoredSubmission, 'id' | 'boundOrigin' | 'accountId'>,
    ms: number,
    failures: number,
  ): void {
    this.#due.set(id, { place: { boundOrigin, accountId }, at: this.#deps.clock.steady() + ms, failures })
  }

  #pump(): void {
    if (this.#abort.signal.aborted) return
    const { clock, origins } = this.#deps
    this.#cancelTimer?.()
    this.#cancelTimer = null
    let next = Number.POSITIVE_INFINITY
    for (const [id, due] of this.#due) {
      // Whichever ends goes on from here: a look each at thousands that wait would be millions.
      if (this.#busy.size >= atOnce) return
      if (due.at > clock.steady()) next = Math.min(next, due.at)
      // What waits for a connection or for its origin is told when there is one.
      else if (!this.#busy.has(id) && origins.room(due.place) !== 'none') this.#begin(id, due)
    }
    if (next < Number.POSITIVE_INFINITY) this.#cancelTimer = clock.after(Math.max(1, next - clock.steady()), () => this.#pump())
  }

  #begin(id: string, due: Due): void {
    const done = this.#lookUp(id, due)
      .catch((error: unknown) => {
        this.#deps.onTrouble(error)
        if (this.#due.get(id) === due) due.at = this.#deps.clock.steady() + ledgerRetryMs
      })
      .then(() => {
        this.#busy.delete(id)
        this.#pump()
      })
    this.#busy.set(id, done)
  }

  async #lookUp(id: string, due: Due): Promise<void> {
    const { records, reads, origins, look } = this.#deps
    const item = records.get(id)
    // What became of a row may not be written down yet.
    if (item?.state === 'sending') return this.#set(item, this.#deps.settleAfterMs, 0)
    if (item?.state !== 'unknown') return void this.#due.delete(id)
    const read = reads.lastChange(id)
    const probe = origins.begin(due.place)
    let found: Look
    try {
      found = await look(item, read?.found ?? null, this.#abort.signal)
    } catch (error) {
      origins.end(probe, { says: 'nothing' })
      throw error
    }
    origins.end(probe, found.sign)
    // A person may have decided meanwhile, or the app ends.
    if (this.#due.get(id) !== due || this.#abort.signal.aborted) return
    if (found.settlement !== null) this.#settle(item, read?.number ?? null, found)
    else if (found.isLasting) this.#ask(item, found.reason)
    else this.#fail(item, due, found)
  }

  /** What was read and what it makes of the item are one transaction. */
  #settle(item: StoredSubmission, number: number | null, found: { settlement: Settlement; found: string }): void {
    const { ledger, records, reads, clock, onLook } = this.#deps
    const at = clock.now()
    const moved = ledger.transaction(() => {
      if (number !== null) reads.recordLook(item.id, number, at, found)
      return records.change(item.id, 'unknown', changeAfterLook(item, found.settlement, at))
    })
    this.#due.delete(item.id)
    if (moved) onLook(records.get(item.id) ?? item)
  }

  #ask(item: StoredSubmission, reason: Message): void {
    const { records, clock, onLook } = this.#deps
    records.change(item.id, 'unknown', { ...asItIs(item), at: clock.now(), reason, asks: true })
    this.#due.delete(item.id)
    onLook(records.get(item.id) ?? item)
  }

  #fail(item: StoredSubmission, due: Due, { reason, retryAfterMs }: { reason: Message; retryAfterMs: number | null }): void {
    const { records, clock, random, onLook } = this.#deps
    const failures = due.failures + 1
    const asks = failures >= patience
    if (failures === 1 || asks !== item.asks)
      records.change(item.id, 'unknown', { ...asItIs(item), at: clock.now(), reason, asks })
    this.#set(item, retryAfterMs ?? backoffMs(failures, random), failures)
    onLook(records.get(item.id) ?? item)
  }
}

/** It stays unknown, with all that its try was told. */
const asItIs = ({ head, fields }: StoredSubmission) => ({ state: 'unknown', head, fields }) as const

/** What a reading makes of an unknown outcome. */
function changeAfterLook(item: StoredSubmission, settlement: Settlement, at: number): StateChange {
  switch (settlement) {
    case 'arrived':
      return { state: 'sent', at, reason: { id: 'outbox.lookedUp.arrived' } }
    case 'asks':
      return { ...asItIs(item), at, reason: { id: 'outbox.lookedUp.asks' }, asks: true }
    case 'not-arrived': {
      // In a copy of the ledger a newer one may have left that is not in here; and after a day the world may have moved on.
      const isCopy = item.firstUnknownAt === 0
      const isInVain = item.attemptCount >= mostTries
      const mayGo = !isCopy && !isInVain && at - item.createdAt <= dayMs
      const reason = { id: 'outbox.lookedUp.notArrived' } as const
      // A run that is over is not begun again without a word for what is old by now.
      if (!mayGo && item.runId !== null) return { ...asItIs(item), at, reason, asks: true }
      const queued = { state: 'queued', at, uncertain: false, firstUnknownAt: null } as const
      return mayGo ? { ...queued, reason } : { ...queued, reason: isCopy || isInVain ? reason : askedForAge, asks: true }
    }
  }
}
