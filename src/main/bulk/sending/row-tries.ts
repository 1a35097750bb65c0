import { factsOf } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import type { Found } from '#shared/domain/reading.ts'
import type { LaneRow } from '../../storage/lane-row.ts'
import { signOf, type Probe } from '../../submissions/origins.ts'
import { attemptAfter, changeAfter } from '../../submissions/settle.ts'
import type { LaneDeps } from './lane-deps.ts'
import type { LaneNews } from './lane-news.ts'
import type { Pace } from './pace.ts'
import type { Repeats } from './repeats.ts'
import type { RowSender, RowTry } from './row-sender.ts'
import type { Verdicts } from './verdicts.ts'

/** When a try began: for a person, and for telling which faults belong together. */
interface Began {
  at: number
  moment: number
  /** Null for a row that was claimed and not sent. */
  probe: Probe | null
}

export interface RowTriesDeps extends Pick<LaneDeps, 'clock' | 'random' | 'others' | 'sender' | 'looks' | 'place'> {
  pace: Pace
  verdicts: Verdicts
  repeats: Repeats
  news: LaneNews
  isRunning(): boolean
  /** What was read waits to be written down. */
  onReading(): void
  /** No row can leave until a person has read why. */
  pause(reason: Message): void
}

/** Tries of a lane's rows, each from its claim to what it makes of the row, of the next ones and of the run. */
export class RowTries {
  readonly #deps: RowTriesDeps
  readonly #underWay = new Map<number, LaneRow>()
  #sender: RowSender

  constructor(deps: RowTriesDeps) {
    this.#deps = deps
    this.#sender = deps.sender
  }

  get underWay(): number {
    return this.#underWay.size
  }

  get rowsUnderWay(): number[] {
    return [...this.#underWay.keys()]
  }

  /** Rows that leave from now on go with this one. */
  setSender(sender: RowSender): void {
    this.#sender = sender
  }

  async send(row: LaneRow): Promise<void> {
    this.#underWay.set(row.seq, row)
    const began = this.#begin(this.#deps.pace.begin())
    try {
      const tried = await this.#sender.send(row, (found) => this.#keep(row, found))
      this.#underWay.delete(row.seq)
      this.#settle(row, tried, began)
    } finally {
      // What nobody foresaw leaves its row `sending` on disk, and unknown at the next start.
      this.#underWay.delete(row.seq)
    }
  }

  /** It was claimed, and does not leave after all. */
  keep(row: LaneRow): void {
    this.#settle(row, this.#sender.keep(row), this.#begin(null))
  }

  /** Its change leaves once this has resolved. */
  #keep({ id, attemptCount }: LaneRow, found: Found): Promise<void> {
    const { news, clock, onReading } = this.#deps
    const kept = news.read({ id, number: attemptCount, at: clock.now(), found })
    onReading()
    return kept
  }

  #begin(probe: Probe | null): Began {
    return { at: this.#deps.clock.now(), moment: this.#deps.verdicts.began(), probe }
  }

  #settle(row: LaneRow, { evidence, outcome, stop }: RowTry, began: Began): void {
    const { clock, random, others, news, pace, repeats, looks, place, verdicts, isRunning, pause } = this.#deps
    const now = clock.now()
    const change = changeAfter(row, outcome, now, random, others)
    const { seq, id, noteKey } = row
    const finished = attemptAfter(row, evidence, change, outcome, now)
    news.result({ seq, id, noteKey, startedAt: began.at, finished, change })
    if (began.probe) pace.end(began.probe, signOf(evidence, outcome))
    if (change.state === 'unknown' && factsOf(row.kind).readsBack) looks.schedule({ ...place, id })
    if (!isRunning()) return
    if (stop) return pause(stop)
    if (change.state === 'unknown') repeats.schedule({ ...row, firstUnknownAt: change.firstUnknownAt ?? now })
    const verdict = verdicts.of(change.state, outcome.reason, row.runRow, began.moment)
    if (verdict) pause(verdict)
  }
}
