import type { Batch, LaneRead, LaneResult } from '../../storage/lane-batch.ts'

/** What a row's try read, and who waits for it to be on disk. */
interface Reading {
  read: LaneRead
  kept: PromiseWithResolvers<void>
}

type Told = Pick<Batch, 'results' | 'repeats' | 'lookAgain'> & { readings: Reading[] }

/** What a lane tells the ledger with its next writing. */
export class LaneNews {
  #results: LaneResult[] = []
  #repeats: string[] = []
  #readings: Reading[] = []
  #lookAgain = false

  get any(): boolean {
    return this.#results.length > 0 || this.#repeats.length > 0 || this.#readings.length > 0 || this.#lookAgain
  }

  result(result: LaneResult): void {
    this.#results.push(result)
  }

  /** This row's repeat is due. */
  repeat(id: string): void {
    this.#repeats.push(id)
  }

  /** Resolves once it is on disk: only then may what was read be changed. */
  read(read: LaneRead): Promise<void> {
    const kept = Promise.withResolvers<void>()
    this.#readings.push({ read, kept })
    return kept.promise
  }

  /** The lane ends: what waits for the disk does not leave. */
  giveUp(): void {
    for (const { kept } of this.#readings) kept.reject(new Error('The lane has ended'))
    this.#readings = []
  }

  /** Items changed that the lane did not change itself. */
  lookAgain(): void {
    this.#lookAgain = true
  }

  /** All of it; what comes while it is written is for the next time. */
  take(): Told {
    const told = { results: this.#results, repeats: this.#repeats, readings: this.#readings, lookAgain: this.#lookAgain }
    this.#results = []
    this.#repeats = []
    this.#readings = []
    this.#lookAgain = false
    return told
  }

  /** It could not be written, and comes before what has come since. */
  putBack({ results, repeats, readings, lookAgain }: Told): void {
    this.#results.unshift(...results)
    this.#repeats.unshift(...repeats)
    this.#readings.unshift(...readings)
    this.#lookAgain ||= lookAgain
  }
}
