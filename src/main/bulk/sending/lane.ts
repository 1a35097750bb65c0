import type { Message } from '#shared/domain/message.ts'
import type { Claims } from '../../storage/lane-batch.ts'
import type { LaneDeps } from './lane-deps.ts'
import { LaneLedger } from './lane-ledger.ts'
import { waitingOf } from './lane-waiting.ts'
import { Pace } from './pace.ts'
import { Repeats } from './repeats.ts'
import type { RowSender } from './row-sender.ts'
import { RowTries } from './row-tries.ts'
import { Verdicts } from './verdicts.ts'

/** How soon rows that wait for others are looked at. */
const lookAgainMs = 5_000

/**
 * Sends a run's rows over so many connections. What may leave is the ledger's to say: rows are claimed when a connection is
 * free, together with the writing of what came of others. While one such batch goes to the disk the other connections go on.
 */
export class Lane {
  readonly #deps: LaneDeps
  readonly #pace: Pace
  readonly #repeats: Repeats
  readonly #verdicts: Verdicts
  readonly #ledger: LaneLedger
  readonly #tries: RowTries
  readonly #ended = Promise.withResolvers<void>()
  #connections: number
  #mode: 'running' | 'stopping' | 'ended' = 'running'
  #closing = false
  #asleep = false
  /** Why it pauses, until that is on disk. */
  #reason: Message | null = null
  #claiming = false
  #stepPlanned = false
  #rest: Claims['rest'] = 'more'
  #cancelLook: (() => void) | null = null

  constructor(deps: LaneDeps) {
    const { clock, others, origins, place } = deps
    this.#deps = deps
    this.#connections = deps.connections
    this.#ledger = new LaneLedger(deps)
    this.#verdicts = new Verdicts(deps.proven)
    this.#pace = new Pace(origins, place, () => this.#roomChanged())
    this.#repeats = new Repeats(clock, others, this.#ledger.news, () => this.#step())
    this.#tries = new RowTries({
      ...deps,
      pace: this.#pace,
      verdicts: this.#verdicts,
      repeats: this.#repeats,
      news: this.#ledger.news,
      onReading: () => this.#stepSoon(),
      isRunning: () => this.#mode === 'running',
      pause: (reason) => this.pause(reason),
    })
    for (const row of deps.unknown) this.#repeats.schedule(row)
  }

  /** Begins to send. */
  start(): void {
    this.#step()
  }

  /**
   * Nothing more leaves from now on. Resolves when the outcome of what is under way is on disk; an app that is closing does not
   * wait for a disk that stays full.
   */
  async stop(closing = false): Promise<void> {
    this.#closing ||= closing
    this.#halt()
    this.#step()
    await this.#ended.promise
  }

  /** As `stop`, for a reason that a person has to read. */
  pause(reason: Message): void {
    if (this.#mode !== 'running') return
    this.#halt()
    this.#reason = reason
    try {
      this.#tellReason()
    } catch (error) {
      this.#deps.onTrouble(error)
    }
    this.#step()
  }

  /** A key or an address changed; rows that leave from now on go with the new one. */
  setSender(sender: RowSender): void {
    this.#tries.setSender(sender)
  }

  /** Why nothing leaves at this moment, and until when. */
  get waiting(): { reason: Message; untilMs: number | null } | null {
    const standing = {
      isRefused: this.#ledger.isRefusing,
      isRunning: this.#mode === 'running',
      wait: this.#pace.wait,
      underWay: this.#tries.underWay,
      rest: this.#rest,
      repeats: this.#repeats.pending,
    }
    return waitingOf(standing, this.#deps.clock.steady())
  }

  setConnections(connections: number): void {
    this.#connections = connections
    this.#step()
  }

  /** Whether the computer sleeps, or is about to: nothing is claimed until it is awake again. */
  setAsleep(asleep: boolean): void {
    this.#asleep = asleep
    if (!asleep) this.#step()
  }

  /** Items changed that this lane did not change itself, rows of its run among them perhaps. */
  lookAgain(): void {
    this.#ledger.news.lookAgain()
    this.#repeats.dropDecided()
    this.#step()
  }

  #halt(): void {
    if (this.#mode === 'running') this.#mode = 'stopping'
    this.#pace.close()
    this.#repeats.clear()
  }

  #roomChanged(): void {
    if (this.#pace.room === 'one') this.#verdicts.beCareful()
    this.#step()
  }

  #step(): void {
    if (this.#claiming || this.#ledger.isRefusing || this.#mode === 'ended') return
    const news = this.#ledger.news.any
    const want = this.#wanted(news)
    if (news || want > 0) this.#settleAndClaim(want).catch((error: unknown) => this.#stumbled(error))
    else this.#settleDown()
  }

  #wanted(news: boolean): number {
    const { room } = this.#pace
    if (this.#mode !== 'running' || this.#asleep || room === 'none') return 0
    if (!news && this.#rest !== 'more') return 0
    return Math.max(0, (this.#verdicts.careful || room === 'one' ? 1 : this.#connections) - this.#tries.underWay)
  }

  async #settleAndClaim(want: number): Promise<void> {
    this.#claiming = true
    if (want > 0) this.#pace.claiming()
    const claims = await this.#ledger.settleAndClaim(want, this.#tries.rowsUnderWay)
    this.#claiming = false
    try {
      if (claims) this.#accept(claims, want)
      else this.#retryLater()
    } finally {
      this.#pace.claimed()
    }
    this.#deps.onProgress()
    this.#step()
  }

  #accept(claims: Claims, want: number): void {
    // Where nothing was wanted nothing was looked for, and what came back may go again.
    this.#rest = want > 0 || claims.rest === 'halted' ? claims.rest : 'more'
    if (claims.rest === 'held') this.pause({ id: 'bulk.paused.accountHeld' })
    if (claims.rest === 'halted' && this.#mode === 'running') this.#mode = 'stopping'
    for (const row of claims.rows) {
      if (this.#mode !== 'running') this.#tries.keep(row)
      else
        this.#tries.send(row).then(
          () => this.#stepSoon(),
          (error: unknown) => this.#stumbled(error),
        )
    }
  }

  /** What nobody foresaw: the others go on. */
  #stumbled(error: unknown): void {
    this.#deps.onTrouble(error)
    this.#retryLater()
  }

  /** Once for all answers that came in together: what they free is claimed together. */
  #stepSoon(): void {
    if (this.#stepPlanned) return
    this.#stepPlanned = true
    setImmediate(() => {
      this.#stepPlanned = false
      this.#step()
    })
  }

  #retryLater(): void {
    // What has no outcome on disk is `sending` there, and unknown at the next start.
    if (!this.#ledger.retryLater(!this.#closing, () => this.#step())) this.#end()
  }

  /** Nothing to write and nothing to claim: done, ended, or waiting for others. */
  #settleDown(): void {
    if (this.#tries.underWay > 0) return
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
      this.#cancelLook ??= this.#deps.clock.after(lookAgainMs, () => {
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
    this.#ledger.news.giveUp()
    this.#cancelLook?.()
    this.#pace.close()
    this.#deps.meter.rest()
    void this.#deps.writer.close().then(this.#ended.resolve, this.#ended.resolve)
  }
}
