import type { Batch, LaneResult } from '../../storage/lane-journal.ts'

type Told = Pick<Batch, 'results' | 'repeats' | 'lookAgain'>

/** What a lane tells the ledger with its next writing. */
export class LaneNews {
  #results: LaneResult[] = []
  #repeats: string[] = []
  #lookAgain = false

  get any(): boolean {
    return this.#results.length > 0 || this.#repeats.length > 0 || this.#lookAgain
  }

  result(result: LaneResult): void {
    this.#results.push(result)
  }

  /** This row's repeat is due. */
  repeat(id: string): void {
    this.#repeats.push(id)
  }

  /** Items changed that the lane did not change itself. */
  lookAgain(): void {
    this.#lookAgain = true
  }

  /** All of it; what comes while it is written is for the next time. */
  take(): Told {
    const told = { results: this.#results, repeats: this.#repeats, lookAgain: this.#lookAgain }
    this.#results = []
    this.#repeats = []
    this.#lookAgain = false
    return told
  }

  /** It could not be written, and comes before what has come since. */
  putBack({ results, repeats, lookAgain }: Told): void {
    this.#results.unshift(...results)
    this.#repeats.unshift(...repeats)
    this.#lookAgain ||= lookAgain
  }
}
