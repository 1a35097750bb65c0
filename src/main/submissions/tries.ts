import { factsOf } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import type { Found } from '#shared/domain/reading.ts'
import type { AttemptReads } from '../storage/attempt-reads.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { SubmissionRecords } from '../storage/submission-records.ts'
import type { StoredSubmission } from '../storage/submission-row.ts'
import type { Evidence, Outcome, Transmitter } from '../upstream/types.ts'
import { ledgerRetryMs } from './backoff.ts'
import type { Clock } from './clock.ts'
import type { Looks } from './looks.ts'
import { signOf, type Origins, type Probe } from './origins.ts'
import type { OwnRepeats } from './own-repeats.ts'
import type { Preparation } from './preparation.ts'
import { inRepeatWindow } from '../storage/repeat-window.ts'
import { asking, settle } from './settle.ts'

/** Whether what the team said of a try still counts. */
export interface TeamLease {
  mayLeave(item: Pick<StoredSubmission, 'id' | 'accountId'>, tryNumber: number): boolean
  /** Asks anew, for a try that is claimed already. */
  renew(item: StoredSubmission, tryNumber: number): Promise<boolean>
  /** It is over. */
  left(id: string): void
}

/** What sending one item takes. */
export interface TryDeps {
  ledger: Ledger
  records: SubmissionRecords
  /** What tries read at vendors that read back, and who reads there again when it is not known what came of them. */
  reads: AttemptReads
  looks: Pick<Looks, 'schedule'>
  /** What is known of the vendors' origins; runs share it. */
  origins: Origins
  transmitter: Transmitter
  /** Reads key and file at the last moment, so that a mended key or account counts. */
  prepare(item: StoredSubmission): Promise<Preparation>
  decideOutcome(evidence: Evidence, kind: StoredSubmission['kind']): Outcome
  /** What colleagues let go, at the moment it is claimed; absent where nobody shares an account. */
  team?: TeamLease
  clock: Clock
  random(): number
  /** What the ledger refused to write, for the log and the screen; the outbox goes on trying. */
  onTrouble(error: unknown): void
}

interface TriesDeps extends TryDeps {
  repeats: OwnRepeats
  signal: AbortSignal
  mayLeave(): boolean
  isStopped(): boolean
  /** It could not be prepared, and waits a little. */
  onUnready(id: string): void
  /** It is claimed, and what kept it waiting is over. */
  onLeaving(id: string): void
  tell(ids: string[]): void
}

/** Tries of single items, each from the last look at its account to the outcome on disk. */
export class Tries {
  readonly #deps: TriesDeps
  /** Answers that came and could not be written down yet. */
  readonly #unstored = new Set<string>()

  constructor(deps: TriesDeps) {
    this.#deps = deps
  }

  /** Its answer is there, and the ledger refuses it for now. */
  isUnstored(id: string): boolean {
    return this.#unstored.has(id)
  }

  /** One try of an item that waits: gathers what it needs, claims it and sends it. Throws where the ledger refuses the claim. */
  async begin(id: string, probe: Probe): Promise<void> {
    const { records, clock, transmitter, signal, onTrouble, onUnready, onLeaving, tell } = this.#deps
    const queued = records.get(id)
    // What can't be read is set aside, where the disk has room to say so.
    if (!queued) return onUnready(id)
    if (queued.state !== 'queued') return
    const preparation = await this.#deps.prepare(queued).catch((error: unknown) => {
      // One item that can't be prepared holds up no other.
      onTrouble(error)
      onUnready(id)
      return null
    })
    if (!preparation) return
    if (!preparation.ready) {
      const at = clock.now()
      if (preparation.state === 'waits') return this.#wait(queued, preparation.reason)
      if (preparation.state === 'ended') {
        records.change(id, 'queued', preparation.change)
        return tell([id])
      }
      const { state, reason } = preparation
      records.change(id, 'queued', state === 'asks' ? asking(queued, reason, at) : { state, at, reason })
      return tell([id])
    }
    const now = clock.now()
    if (queued.repeating && !inRepeatWindow(queued, now) && records.get(id)?.repeating) {
      // It waited for too long to be repeated without a word: the note may have changed since.
      records.change(id, 'queued', { state: 'unknown', at: now, reason: { id: 'outbox.repeatsOver' } })
      return tell([id])
    }
    if (!this.#deps.mayLeave()) return
    // What the team said has grown old, be it that the computer slept: it is asked again.
    if (this.#deps.team?.mayLeave(queued, queued.attemptCount + 1) === false) return onUnready(id)
    if (!records.claim(id, preparation.request, now)) return
    onLeaving(id)
    tell([id])
    const earlier = factsOf(queued.kind).readsBack ? { earlier: this.#deps.reads.earlier(id, now) } : {}
    const evidence = await transmitter.transmit(
      { ...preparation.order, ...earlier },
      { signal, onProgress: () => undefined, onFound: async (found) => await this.#keep(queued, found) },
    )
    this.#deps.team?.left(id)
    await this.#record(queued, evidence, probe)
  }

  /** It waits for colleagues; why is written down once. */
  #wait(queued: StoredSubmission, reason: Message): void {
    const { records, clock, onUnready, tell } = this.#deps
    onUnready(queued.id)
    if (JSON.stringify(queued.reason) === JSON.stringify(reason)) return
    const { backoffCount, repeating } = queued
    records.change(queued.id, 'queued', { state: 'queued', at: clock.now(), reason, backoffCount, repeating })
    tell([queued.id])
  }

  /** On disk when it resolves. Where it throws, nothing leaves. */
  async #keep(queued: StoredSubmission, found: Found): Promise<void> {
    const { reads, clock, onTrouble, team } = this.#deps
    const tried = queued.attemptCount + 1
    // Reading took its time; a colleague may have gone on meanwhile.
    if (team?.mayLeave(queued, tried) === false && !(await team.renew(queued, tried)))
      throw new Error('The team let it go no more')
    try {
      reads.write(queued.id, tried, clock.now(), found)
    } catch (error) {
      onTrouble(error)
      throw error
    }
  }

  /** The outcome exists only once it is on disk; until then it is tried again, and a crash meanwhile leaves "unknown". */
  async #record(queued: StoredSubmission, evidence: Evidence, probe: Probe): Promise<void> {
    const { ledger, records, clock, random, decideOutcome, onTrouble, origins, repeats, looks, tell } = this.#deps
    const decided = decideOutcome(evidence, queued.kind)
    const sign = signOf(evidence, decided)
    const waitMs = origins.end(probe, sign)
    const outcome = waitMs === null ? decided : { ...decided, retryAfterMs: waitMs }
    for (let failures = 1; ; failures += 1) {
      try {
        const item = records.get(queued.id) ?? queued
        const after = settle(ledger, records, item, evidence, outcome, clock.now(), random)
        if (after.state === 'unknown') (factsOf(after.kind).readsBack ? looks : repeats).schedule(after)
        if (after.state === 'queued' && sign.says === 'unreachable') repeats.expire(after)
        this.#unstored.delete(after.id)
        return tell([after.id])
      } catch (error) {
        onTrouble(error)
        if (!this.#unstored.has(queued.id)) {
          this.#unstored.add(queued.id)
          tell([queued.id])
        }
        if (this.#deps.isStopped() && failures >= 3) return
        await new Promise<void>((resolve) => clock.after(ledgerRetryMs, resolve))
      }
    }
  }
}
