import type { Message } from '#shared/domain/message.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { SubmissionRecords } from '../storage/submission-records.ts'
import type { StoredSubmission } from '../storage/submission-row.ts'
import type { Evidence, Order, Outcome, Transmitter } from '../upstream/types.ts'
import { repeatDelaysMs } from './backoff.ts'
import type { Clock } from './clock.ts'
import { Deadlines } from './deadlines.ts'
import { inRepeatWindow, mayRepeat, settle } from './settle.ts'

/** Everything needed to send an item, or why it can't be: then nothing is sent and the item waits for a person. */
export type Preparation =
  | { ready: true; order: Order; request: { method: string; host: string } }
  | { ready: false; state: 'held' | 'rejected' | 'asks'; reason: Message }

export interface OutboxDeps {
  ledger: Ledger
  records: SubmissionRecords
  transmitter: Transmitter
  /** Reads key and file at the last moment, so that a mended key or account counts. */
  prepare(item: StoredSubmission): Promise<Preparation>
  decideOutcome(evidence: Evidence, kind: StoredSubmission['kind']): Outcome
  clock: Clock
  random(): number
  onChange(ids: string[]): void
  /** What the ledger refused to write, for the log and the screen; the outbox goes on trying. */
  onTrouble(error: unknown): void
  /** Requests under way at once. */
  connections: number
}

/** How soon a ledger that refused a write is tried again. */
const ledgerRetryMs = 5_000

/**
 * Sends what is due, one try at a time per item. What may leave is the ledger's to say (its claim); this class adds the
 * clock, and nothing in its memory is needed to be right after a crash.
 */
export class Outbox {
  readonly #deps: OutboxDeps
  readonly #deadlines: Deadlines
  readonly #busy = new Map<string, Promise<void>>()
  /** Answers that came and could not be written down yet. */
  readonly #unstored = new Set<string>()
  readonly #repeatTimers = new Map<string, () => void>()
  readonly #abort = new AbortController()
  #cancelTimer: (() => void) | null = null
  #state: 'idle' | 'running' | 'stopped' = 'idle'

  constructor(deps: OutboxDeps) {
    this.#deps = deps
    this.#deadlines = new Deadlines(deps.clock)
  }

  /** Begins to send; call once, after recovery. */
  start(): void {
    const { records } = this.#deps
    this.#state = 'running'
    for (const item of records.inState('queued')) this.#deadlines.restore(item, records.wasAnswered(item.id))
    for (const item of records.inState('unknown')) this.#scheduleRepeat(item)
    this.pump()
  }

  /** A new or changed item may be due. `holdMs` is the time in which a person can still take it back. */
  added(id: string, holdMs: number): void {
    if (holdMs > 0) this.#deadlines.set(id, holdMs, 'hold')
    this.pump()
  }

  /** The item's wait is over by a person's word. */
  hurry(id: string): void {
    this.#deadlines.clear(id)
    this.pump()
  }

  /** The item no longer repeats itself: a person decided, or a newer item took its place. */
  stopRepeating(id: string): void {
    this.#repeatTimers.get(id)?.()
    this.#repeatTimers.delete(id)
  }

  /** The network came back, or the computer woke up. */
  networkReturned(): void {
    const freed = this.#deadlines.clearBackoffs()
    if (freed.length > 0) this.#tell(freed)
    this.pump()
  }

  /** Nothing new leaves; resolves when what is under way has its outcome on disk. `abort` breaks that off. */
  async stop(abort = false): Promise<void> {
    this.#state = 'stopped'
    this.#cancelTimer?.()
    for (const cancel of this.#repeatTimers.values()) cancel()
    if (abort) this.#abort.abort()
    while (this.#busy.size > 0) await Promise.allSettled(this.#busy.values())
  }

  /** Its answer is there, and the ledger refuses it for now. */
  isUnstored(id: string): boolean {
    return this.#unstored.has(id)
  }

  get underWay(): number {
    return this.#busy.size
  }

  /** Starts whatever is due and sets the timer for what is next. */
  pump(): void {
    if (this.#state !== 'running') return
    this.#cancelTimer?.()
    this.#cancelTimer = null
    const { connections, clock, records, onTrouble } = this.#deps
    let waiting: string[]
    try {
      const items = records.candidates(1000).filter(({ id }) => !this.#busy.has(id))
      const due = items.filter(({ id }) => this.#deadlines.isDue(id)).slice(0, Math.max(0, connections - this.#busy.size))
      for (const item of due) this.#begin(item)
      waiting = items.filter(({ id }) => !this.#deadlines.isDue(id)).map(({ id }) => id)
    } catch (error) {
      onTrouble(error)
      this.#cancelTimer = clock.after(ledgerRetryMs, () => this.pump())
      return
    }
    const next = this.#deadlines.next(waiting)
    if (next !== null) this.#cancelTimer = clock.after(Math.max(1, next), () => this.pump())
  }

  #begin(item: StoredSubmission): void {
    const { clock, onTrouble } = this.#deps
    const run = this.#try(item)
      .catch((error: unknown) => {
        onTrouble(error)
        this.#deadlines.set(item.id, ledgerRetryMs, 'retry-after')
      })
      .then(() => {
        this.#busy.delete(item.id)
        clock.after(0, () => this.pump())
      })
    this.#busy.set(item.id, run)
  }

  async #try(queued: StoredSubmission): Promise<void> {
    const { records, clock, transmitter } = this.#deps
    const preparation = await this.#deps.prepare(queued)
    if (!preparation.ready) {
      const { state, reason } = preparation
      const at = clock.now()
      records.change(queued.id, 'queued', state === 'asks' ? { state: 'queued', at, reason, asks: true } : { state, at, reason })
      this.#tell([queued.id])
      return
    }
    const now = clock.now()
    if (queued.repeating && !inRepeatWindow(queued, now) && records.get(queued.id)?.repeating) {
      // It waited for too long to be repeated without a word: the note may have changed since.
      records.change(queued.id, 'queued', { state: 'unknown', at: now, reason: { id: 'outbox.repeatsOver' } })
      this.#tell([queued.id])
      return
    }
    if (this.#state !== 'running' || !records.claim(queued.id, preparation.request, now)) return
    this.#deadlines.clear(queued.id)
    this.#tell([queued.id])
    const evidence = await transmitter.transmit(preparation.order, { signal: this.#abort.signal, onProgress: () => undefined })
    await this.#record(queued, evidence)
  }

  /** The outcome exists only once it is on disk; until then it is tried again, and a crash meanwhile leaves "unknown". */
  async #record(queued: StoredSubmission, evidence: Evidence): Promise<void> {
    const { ledger, records, clock, random, decideOutcome, onTrouble } = this.#deps
    const outcome = decideOutcome(evidence, queued.kind)
    for (let failures = 1; ; failures += 1) {
      try {
        const item = records.get(queued.id) ?? queued
        const after = settle(ledger, records, item, evidence, outcome, clock.now(), random)
        if (after.state === 'queued') {
          this.#deadlines.set(after.id, after.waitMs, outcome.retryAfterMs === null ? 'backoff' : 'retry-after')
        }
        if (after.state === 'unknown') this.#scheduleRepeat(after)
        this.#unstored.delete(after.id)
        this.#tell([after.id])
        return
      } catch (error) {
        onTrouble(error)
        if (!this.#unstored.has(queued.id)) {
          this.#unstored.add(queued.id)
          this.#tell([queued.id])
        }
        if (this.#state === 'stopped' && failures >= 3) return
        await new Promise<void>((resolve) => clock.after(ledgerRetryMs, resolve))
      }
    }
  }

  #scheduleRepeat(item: StoredSubmission): void {
    const { records, clock, onTrouble } = this.#deps
    const delay = repeatDelaysMs[item.repeats]
    if (delay === undefined || !mayRepeat(item, clock.now(), records)) return
    this.stopRepeating(item.id)
    const repeat = () => {
      this.#repeatTimers.delete(item.id)
      try {
        this.#repeat(item.id)
      } catch (error) {
        onTrouble(error)
        this.#repeatTimers.set(item.id, clock.after(ledgerRetryMs, repeat))
      }
    }
    this.#repeatTimers.set(item.id, clock.after(delay, repeat))
  }

  #repeat(id: string): void {
    const { records, clock } = this.#deps
    const current = records.get(id)
    if (this.#state !== 'running' || current?.state !== 'unknown' || !mayRepeat(current, clock.now(), records)) return
    records.change(id, 'unknown', {
      state: 'queued',
      at: clock.now(),
      reason: { id: 'outbox.repeating' },
      repeating: true,
      repeats: current.repeats + 1,
    })
    this.#tell([id])
    this.pump()
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
