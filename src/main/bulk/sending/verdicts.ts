import type { Message } from '#shared/domain/message.ts'
import type { SubmissionState } from '#shared/domain/submission.ts'

/** Server faults, time-outs and broken connections in a row after which a run asks a person. */
const faultsInRow = 5

/**
 * What the outcomes of a run's rows mean for the run: the first row goes alone, and the rest only if it was sent; a refused
 * key and a server in trouble stop it. After a fault one row goes alone, so that a server in trouble costs few unknown
 * outcomes; what was under way together with the fault tells the same and counts once.
 */
export class Verdicts {
  #proven: boolean
  #careful = true
  #faults = 0
  #moment = 0

  constructor(proven: boolean) {
    this.#proven = proven
  }

  /** One row at a time, until one gets through. */
  get careful(): boolean {
    return this.#careful
  }

  beCareful(): void {
    this.#careful = true
  }

  /** A row leaves; what is answered is given back with its outcome. */
  began(): number {
    return this.#moment
  }

  /** Why the run must pause after this outcome; null where it goes on. */
  of(state: SubmissionState, reason: Message, row: number, began: number): Message | null {
    switch (state) {
      case 'sent':
        this.#proven = true
        this.#careful = false
        this.#faults = 0
        return null
      case 'rejected':
        this.#faults = 0
        if (!this.#proven) return { id: 'bulk.paused.firstRefused', values: { row } }
        this.#careful = false
        return null
      case 'unknown':
        if (!this.#proven) return { id: 'bulk.paused.firstUnknown', values: { row } }
        if (began < this.#moment) return null
        this.#moment += 1
        this.#faults += 1
        this.#careful = true
        return this.#faults < faultsInRow ? null : { id: 'bulk.paused.faults', values: { count: this.#faults } }
      case 'held':
        return reason
      case 'queued':
      case 'sending':
      case 'withdrawn':
      case 'closed':
        return null
    }
  }
}
