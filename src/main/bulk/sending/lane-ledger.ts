import type { Claims } from '../../storage/lane-batch.ts'
import type { LaneDeps } from './lane-deps.ts'
import { LaneNews } from './lane-news.ts'

/** How soon a ledger that refused a write is tried again. */
const againMs = 5_000

/** A lane's side of the ledger: what it is told, how that counts, and when it is tried again after it refused. */
export class LaneLedger {
  readonly news = new LaneNews()
  readonly #deps: Pick<LaneDeps, 'writer' | 'clock' | 'meter' | 'recount' | 'onTrouble'>
  #recount = false
  #refusals = 0
  #cancelRetry: (() => void) | null = null

  constructor(deps: Pick<LaneDeps, 'writer' | 'clock' | 'meter' | 'recount' | 'onTrouble'>) {
    this.#deps = deps
  }

  /** It refused a write, and the time to try again has not come yet. */
  get isRefusing(): boolean {
    return this.#cancelRetry !== null
  }

  /** Writes what is new and claims so many rows, together; null where it refused: then it is all told again the next time. */
  async settleAndClaim(want: number, underWay: readonly number[]): Promise<Claims | null> {
    const { writer, clock, meter, onTrouble } = this.#deps
    const told = this.news.take()
    const { readings, ...news } = told
    const batch = { ...news, reads: readings.map(({ read }) => read), at: clock.now(), want, underWay }
    try {
      const claims = await writer.settleAndClaim(batch)
      this.#refusals = 0
      for (const { kept } of readings) kept.resolve()
      for (const { change } of batch.results) meter.moved('sending', change.state)
      for (let count = 0; count < claims.repeated; count += 1) meter.moved('unknown', 'queued')
      for (let count = 0; count < claims.expired; count += 1) meter.moved('queued', 'unknown')
      for (let count = 0; count < claims.damaged; count += 1) meter.moved('queued', 'damaged')
      for (const state of claims.ended ?? []) meter.moved('queued', state)
      if (this.#recount || batch.lookAgain) meter.reset(this.#deps.recount(underWay.length + claims.rows.length))
      this.#recount = false
      return claims
    } catch (error) {
      onTrouble(error)
      this.news.putBack(told)
      // Part of it may have been committed all the same, which only the ledger can count.
      this.#recount = true
      return null
    }
  }

  /** Tries again in a while. Where nobody waits any longer, a few times only: then it does not, and answers false. */
  retryLater(isAwaited: boolean, again: () => void): boolean {
    this.#refusals += 1
    if (!isAwaited && this.#refusals >= 3) return false
    this.#cancelRetry = this.#deps.clock.after(againMs, () => {
      this.#cancelRetry = null
      again()
    })
    return true
  }
}
