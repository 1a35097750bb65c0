import type { Message } from '#shared/domain/message.ts'
import type { Claims } from '../../storage/lane-journal.ts'
import type { LaneRow } from '../../storage/lane-row.ts'
import { signOf, type Probe } from '../../submissions/origins.ts'
import { attemptAfter, changeAfter } from '../../submissions/settle.ts'
import type { LaneDeps } from './lane-deps.ts'
import { LaneNews } from './lane-news.ts'
import { Pace } from './pace.ts'
import { Repeats } from './repeats.ts'
import type { RowSender, Tried } from './tries.ts'
import { Verdicts } from './verdicts.ts'

/** When a try began: for a person, and for telling which faults belong together. */
interface Began {
  at: number
  moment: number
  /** Null for a row that was claimed and not sent. */
  probe: Probe | null
}

/** How soon a ledger that refused a write is tried again, and rows that wait for others are looked at. */
const againMs = 5_000

/**
 * Sends a run's rows over so many connections. What may leave is the ledger's to say: rows are claimed when a connection is
 * free, together with the writing of what came of others. While one such batch goes to the disk the other connections go on.
 */
export class Lane {
  readonly #deps: LaneDeps
  readonly #pace: Pace
  readonly #repeats: Repeats
  readonly #verdicts: Verdicts
  readonly #news = new LaneNews()
  readonly #underWay = new Map<number, LaneRow>()
  readonly #ended = Promise.withResolvers<void>()
  #connections: number
  #sender: RowSender
  #mode: 'running' | 'stopping' | 'ended' = 'running'
  #recount = false
  #leaving = false
  #asleep = false
  /** Why it pauses, until that is on disk. */
  #reason: Message | null = null
  #exchanging = false
  #turning = false
  #rest: Claims['rest'] = 'more'
  #troubles = 0
  #cancelRetry: (() => void) | null = null
  #cancelLook: (() => void) | null = null

  constructor(deps: LaneDeps) {
    const { clock, others, origins, place } = deps
    this.#deps = deps
    this.#connections = deps.connections
    this.#sender = deps.sender
    this.#verdicts = new Verdicts(deps.proven)
    this.#pace = new Pace(origins, place, () => this.#roomChanged())
    this.#repeats = new Repeats(
      clock,
      others,
      (id) => {
        this.#news.repeat(id)
        this.#turn()
      },
      () => this.#turn(),
    )
    for (const row of deps.unknown) this.#repeats.schedule(row)
  }

  /** Begins to send. */
  start(): void {
    this.#turn()
  }

  /**
   * Nothing more leaves from now on. Resolves when the outcome of what is under way is on disk; the end of the app does not wait
   * for a disk that stays full.
   */
  async stop(leaving = false): Promise<void> {
    this.#leaving ||= leaving
    if (this.#mode === 'running') this.#mode = 'stopping'
    this.#pace.close()
    this.#repeats.clear()
    this.#turn()
    await this.#ended.promise
  }

  /** As `stop`, for a reason that a person has to read. */
  pause(reason: Message): void {
    if (this.#mode !== 'running') return
    this.#mode = 'stopping'
    this.#pace.close()
    this.#repeats.clear()
    this.#reason = reason
    try {
      this.#tellReason()
    } catch (error) {
      this.#deps.onTrouble(error)
    }
    this.#turn()
  }

  /** A key or an address changed; rows that leave from now on go with the new one. */
  setSender(sender: RowSender): void {
    this.#sender = sender
  }

  /** Why nothing leaves at this moment, and until when. */
  get waiting(): { reason: Message; untilMs: number | null } | null {
    if (this.#cancelRetry) return { reason: { id: 'bulk.waits.ledger' }, untilMs: null }
    if (this.#mode !== 'running') return null
    const wait = this.#pace.wait
    const untilMs = wait && wait.until - this.#deps.clock.steady()
    if (wait?.reason && untilMs !== null && (untilMs > 0 || this.#underWay.size === 0))
      return { reason: wait.reason, untilMs: Math.max(0, untilMs) }
    if (this.#underWay.size > 0 || this.#rest === 'more') return null
    if (this.#rest === 'blocked') return { reason: { id: 'bulk.waits.earlier' }, untilMs: null }
    return this.#repeats.pending > 0 ? { reason: { id: 'bulk.waits.repeats' }, untilMs: null } : null
  }

  setConnections(connections: number): void {
    this.#connections = connections
    this.#turn()
  }

  /** The computer is about to sleep: nothing more is claimed until `wake`. */
  suspend(): void {
    this.#asleep = true
  }

  /** The computer is awake again. */
  wake(): void {
    this.#asleep = false
    this.#turn()
  }

  /** Items changed that this lane did not change itself, rows of its run among them perhaps. */
  lookAgain(): void {
    this.#news.lookAgain()
    this.#repeats.dropDecided()
    this.#turn()
  }

  #roomChanged(): void {
    if (this.#pace.room === 'one') this.#verdicts.beCareful()
    this.#turn()
  }

  #turn(): void {
    if (this.#exchanging || this.#cancelRetry || this.#mode === 'ended') return
    const news = this.#news.any
    const want = this.#wanted(news)
    if (news || want > 0) this.#exchange(want).catch((error: unknown) => this.#stumbled(error))
    else this.#settleDown()
  }

  #wanted(news: boolean): number {
    const { room } = this.#pace
    if (this.#mode !== 'running' || this.#asleep || room === 'none') return 0
    if (!news && this.#rest !== 'more') return 0
    return Math.max(0, (this.#verdicts.careful || room === 'one' ? 1 : this.#connections) - this.#underWay.size)
  }

  async #exchange(want: number): Promise<void> {
    const { writer, clock, meter, onProgress, onTrouble } = this.#deps
    const batch = { ...this.#news.take(), at: clock.now(), want, underWay: [...this.#underWay.keys()] }
    this.#exchanging = true
    if (want > 0) this.#pace.claiming()
    try {
      const claims = await writer.exchange(batch)
      this.#troubles = 0
      for (const { change } of batch.results) meter.moved('sending', change.state)
      for (let count = 0; count < claims.repeated; count += 1) meter.moved('unknown', 'queued')
      for (let count = 0; count < claims.expired; count += 1) meter.moved('queued', 'unknown')
      for (let count = 0; count < claims.damaged; count += 1) meter.moved('queued', 'damaged')
      if (this.#recount || batch.lookAgain) meter.reset(this.#deps.recount(batch.underWay.length + claims.rows.length))
      this.#recount = false
      // Where nothing was wanted nothing was looked for, and what came back may go again.
      this.#rest = want > 0 || claims.rest === 'halted' ? claims.rest : 'more'
      this.#exchanging = false
      this.#accept(claims)
    } catch (error) {
      onTrouble(error)
      this.#exchanging = false
      this.#news.putBack(batch)
      // Part of it may have been committed all the same, which only the ledger can count.
      this.#recount = true
      this.#retryLater()
    }
    this.#pace.claimed()
    onProgress()
    this.#turn()
  }

  #accept(claims: Claims): void {
    if (claims.rest === 'held') this.pause({ id: 'bulk.paused.accountHeld' })
    if (claims.rest === 'halted' && this.#mode === 'running') this.#mode = 'stopping'
    for (const row of claims.rows) {
      if (this.#mode === 'running') this.#send(row).catch((error: unknown) => this.#stumbled(error, row))
      else this.#settle(row, this.#sender.keep(row), this.#begin(null))
    }
  }

  #begin(probe: Probe | null): Began {
    return { at: this.#deps.clock.now(), moment: this.#verdicts.began(), probe }
  }

  async #send(row: LaneRow): Promise<void> {
    this.#underWay.set(row.seq, row)
    const began = this.#begin(this.#pace.begin())
    const tried = await this.#sender.send(row)
    this.#underWay.delete(row.seq)
    this.#settle(row, tried, began)
    this.#turnSoon()
  }

  /** What nobody foresaw: its row stays `sending` on disk, and is unknown at the next start; the others go on. */
  #stumbled(error: unknown, row?: LaneRow): void {
    if (row) this.#underWay.delete(row.seq)
    this.#deps.onTrouble(error)
    this.#retryLater()
  }

  /** Once for all answers that came in together: what they free is claimed in one exchange. */
  #turnSoon(): void {
    if (this.#turning) return
    this.#turning = true
    setImmediate(() => {
      this.#turning = false
      this.#turn()
    })
  }

  #settle(row: LaneRow, { evidence, outcome, stop }: Tried, began: Began): void {
    const { clock, random, others } = this.#deps
    const now = clock.now()
    const change = changeAfter(row, outcome, now, random, others)
    const { seq, id, noteKey } = row
    const finished = attemptAfter(row, evidence, change, outcome, now)
    this.#news.result({ seq, id, noteKey, startedAt: began.at, finished, change })
    if (began.probe) this.#pace.end(began.probe, signOf(evidence, outcome))
    if (this.#mode !== 'running') return
    if (stop) return this.pause(stop)
    if (change.state === 'unknown') this.#repeats.schedule({ ...row, firstUnknownAt: change.firstUnknownAt ?? now })
    const verdict = this.#verdicts.of(change.state, outcome.reason, row.runRow, began.moment)
    if (verdict) this.pause(verdict)
  }

  #retryLater(): void {
    this.#troubles += 1
    // What has no outcome on disk is `sending` there, and unknown at the next start.
    if (this.#leaving && this.#troubles >= 3) return this.#end()
    this.#cancelRetry = this.#deps.clock.after(againMs, () => {
      this.#cancelRetry = null
      this.#turn()
    })
  }

  /** Nothing to write and nothing to claim: done, ended, or waiting for others. */
  #settleDown(): void {
    if (this.#underWay.size > 0) return
    try {
      this.#conclude()
    } catch (error) {
      this.#deps.onTrouble(error)
      this.#retryLater()
    }
  }

  #tellReason(): void {
    if (this.#reason) this.#deps.onPause(this.#reason)
    this.#reason = null
  }

  #conclude(): void {
    if (this.#mode === 'stopping') {
      this.#tellReason()
      this.#deps.onEnd()
      return this.#end()
    }
    if (this.#pace.wait && this.#rest !== 'none') return
    if (this.#rest === 'blocked') {
      this.#cancelLook ??= this.#deps.clock.after(againMs, () => {
        this.#cancelLook = null
        this.lookAgain()
      })
    } else if (this.#rest === 'none' && this.#repeats.pending === 0) {
      this.#deps.onDone()
      this.#end()
    }
  }

  #end(): void {
    this.#mode = 'ended'
    this.#cancelLook?.()
    this.#pace.close()
    this.#deps.meter.rest()
    void this.#deps.writer.close().then(this.#ended.resolve, this.#ended.resolve)
  }
}
