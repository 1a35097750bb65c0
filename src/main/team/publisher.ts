import type { TeamRecords } from '../storage/team-records.ts'
import type { Clock } from '../submissions/clock.ts'
import type { Decided, Untold } from './answers.ts'
import type { ClaimDoor } from './claim-door.ts'
import { HelloFirst, TeamFailure } from './failures.ts'
import type { Leases } from './lease.ts'
import { changesOf } from './publication.ts'
import type { Membership, Standing } from './standing.ts'
import { api, type Caller, type TeamStore } from './store.ts'

export interface PublisherDeps {
  store: TeamStore
  records: TeamRecords
  leases: Leases
  door: ClaimDoor
  clock: Clock
  random(): number
  /** This computer, as colleagues see it, and the app's version. */
  label: string
  version: string
  onStanding(standing: Standing): void
  onMember(member: Membership): void
  /** Items of colleagues changed: these, or more than can be named; or drafts did. */
  onNews(ids: readonly string[], drafts: boolean): void
  /** Colleagues decided about items of this desk. */
  onDecided(decided: readonly Decided[]): void
  log(message: string, error: unknown): void
}

const pulseMs = 10_000
/** What the end of the app waits for at most. */
const lastWordsMs = 2_000
/** Every desk is back within the grace that a database gives after its start, the time that connecting takes included. */
const longestRestMs = 5_000

/**
 * A desk's life in its team: it says hello, tells what changed in its ledger, in order, and says every ten seconds that it lives. How far it
 * was heard is kept by the database with what it heard, so that one which was put back asks for the rest.
 */
export class Publisher {
  readonly #deps: PublisherDeps
  #by: Caller | null = null
  #isTold = false
  /** It said hello and did not yet tell what is under way. */
  #isFresh = false
  #standing: Standing = { state: 'connecting' }
  #failures = 0
  #isGreeting = false
  #pulseDue = 0
  #running: Promise<void> | null = null
  #again = false
  #cancel: (() => void) | null = null
  #stopped = false

  constructor(deps: PublisherDeps) {
    this.#deps = deps
  }

  get standing(): Standing {
    return this.#standing
  }

  /** Who asks, while the database knows this desk; null while it does not. */
  get by(): Caller | null {
    return this.#by
  }

  /** Goes round once, at once: something changed here, or it may have come back. */
  nudge(): void {
    if (this.#stopped) return
    if (this.#running) {
      this.#again = true
      return
    }
    this.#cancel?.()
    this.#cancel = null
    this.#running = this.#round().finally(() => {
      this.#running = null
      if (this.#again) {
        this.#again = false
        this.nudge()
      }
    })
  }

  /** A new connection may lead to a database that was put back meanwhile. */
  mayGoOn(): boolean {
    if (this.#isGreeting) return true
    this.#by = null
    this.#deps.leases.dropAll()
    return false
  }

  /** The connection ended while nothing was asked. */
  broke(): void {
    if (this.#isGreeting) return
    this.#by = null
    this.nudge()
  }

  /** A call was told to say hello first, or could not be put: whoever it was. */
  lost(error: unknown): void {
    if (error instanceof HelloFirst) this.#by = null
    if (error instanceof TeamFailure) this.#fail(error)
    this.nudge()
  }

  /** Tells what is left, where that takes no time; what was not told is told at the next start. */
  async stop(): Promise<void> {
    this.#cancel?.()
    const late = new Promise<void>((resolve) => this.#deps.clock.after(lastWordsMs, resolve))
    await Promise.race([this.#lastWords(), late])
    this.#stopped = true
    this.#cancel?.()
  }

  async #lastWords(): Promise<void> {
    try {
      await this.#running
      if (this.#by) await this.#tell()
    } catch {
      // It is told at the next start.
    }
  }

  async #round(): Promise<void> {
    const { clock, log } = this.#deps
    let next = pulseMs
    try {
      if (!this.#by) await this.#hello()
      await this.#tell()
      if (clock.steady() >= this.#pulseDue) await this.#pulse()
      this.#failures = 0
    } catch (error) {
      if (error instanceof HelloFirst) {
        this.#by = null
        next = 50
      } else {
        if (!(error instanceof TeamFailure)) log('The team could not be told', error)
        this.#fail(error)
        next = Math.min(longestRestMs, 500 * 2 ** this.#failures) * (0.5 + this.#deps.random() / 2)
        this.#failures += 1
      }
    }
    if (!this.#stopped) this.#cancel = clock.after(next, () => this.nudge())
  }

  #fail(error: unknown): void {
    this.#stand({ state: 'offline', trouble: error instanceof TeamFailure ? error.trouble : 'other' })
  }

  #stand(standing: Standing): void {
    if (JSON.stringify(standing) === JSON.stringify(this.#standing)) return
    this.#standing = standing
    this.#deps.onStanding(standing)
  }

  /** Nothing begins while it is told what is under way: see `ClaimDoor`. */
  async #hello(): Promise<void> {
    const { door } = this.#deps
    this.#isGreeting = true
    try {
      await door.whileShut(() => this.#sayHello())
    } finally {
      this.#isGreeting = false
    }
  }

  async #sayHello(after?: string): Promise<void> {
    const { store, records, leases, label, version, onMember } = this.#deps
    leases.dropAll()
    const desk = records.desk()
    const { mark } = records.mark()
    const told = {
      mark,
      ...(after !== undefined && { after }),
      label,
      balie: version,
      acked: desk.acked,
      top: records.top(),
      epoch: desk.epoch,
      news: desk.news,
    }
    const answer = await store.hello(api, desk.id, told)
    if (!('acked' in answer)) {
      // Another start of this ledger spoke last. One that this ledger has been through is its own; any other is a copy's, or the original's.
      if (after === undefined && records.wasThrough(answer.mark)) return await this.#sayHello(answer.mark)
      records.renewDesk()
      return await this.#sayHello()
    }
    leases.setLength(answer.leaseMs)
    this.#by = { desk: desk.id, epoch: answer.epoch, news: answer.news }
    this.#isTold = answer.isTold
    this.#isFresh = true
    this.#pulseDue = 0
    records.remember({ acked: answer.acked, epoch: answer.isTold ? answer.epoch : desk.epoch, news: answer.news })
    onMember({ clerk: answer.clerk, display: answer.display, accounts: answer.accounts })
    this.#receive(answer.untold)
  }

  #receive(untold: readonly Untold[]): void {
    const by = this.#by
    const others = untold.filter(({ id }) => id !== by?.desk)
    if (!this.#isTold) this.#stand({ state: 'telling' })
    else if (others.length > 0) this.#stand({ state: 'untold', untold: others })
    else this.#stand({ state: 'online' })
  }

  async #tell(): Promise<void> {
    const { store, records } = this.#deps
    for (;;) {
      const by = this.#by
      if (!by || this.#stopped) return
      const { acked } = records.desk()
      const { told, forgotten, upto } = changesOf(records, acked, { withSending: !this.#isTold || this.#isFresh })
      if (upto === acked) this.#isFresh = false
      if (upto === acked && this.#isTold) return
      // First: how far it was heard is written with the rest.
      if (forgotten.length > 0) await store.forget(by, forgotten)
      const answer = await store.publish(by, told, upto, acked)
      const wasTold = this.#isTold
      this.#isTold = answer.isTold
      records.remember({ acked: answer.acked, ...(answer.isTold && { epoch: by.epoch }) })
      if (!wasTold && answer.isTold) this.#pulseDue = 0
      if (upto === acked) return
    }
  }

  async #pulse(): Promise<void> {
    const { store, records, clock, onNews, onDecided } = this.#deps
    const by = this.#by
    if (!by) return
    const pulse = await store.pulse(by)
    this.#pulseDue = clock.steady() + pulseMs - 500
    // It was put back, and a pooler reconnected by itself.
    if (pulse.acked < records.desk().acked) throw new HelloFirst()
    // The numbers of transactions grow; an answer that came late is none of the newest.
    this.#by = { ...by, news: pulse.news }
    records.remember({ news: pulse.news })
    this.#receive(pulse.untold)
    if (pulse.changed.length > 0 || pulse.drafts) onNews(pulse.changed, pulse.drafts)
    if (pulse.decided.length > 0) onDecided(pulse.decided)
  }
}
