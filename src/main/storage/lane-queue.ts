import type { LaneRow } from './lane-row.ts'

export interface LaneQueueDeps {
  /** The next waiting rows after this row of the table. */
  readAfter(runRow: number): LaneRow[]
  /** This row, where it still waits. */
  readOne(seq: number): LaneRow | null
}

/** Whether the team let a row go: it does, is to be asked, or a colleague is busy with it and others go first. */
export type MayClaim = 'yes' | 'ask' | 'later'

/**
 * In which order a run's rows are tried: those that came back first, then the table from its top. A row that waits for an
 * earlier item of its note waits in a queue of that note, so that ten thousand rows for one note are not asked one by one
 * each time. Nothing is held here that the ledger could not tell again.
 */
export class LaneQueue {
  readonly #deps: LaneQueueDeps
  #ahead: LaneRow[] = []
  #position = 0
  #cursor = -1
  #freed: number[] = []
  #isLater = false
  readonly #blocked = new Map<string, number[]>()

  constructor(deps: LaneQueueDeps) {
    this.#deps = deps
  }

  /** The row may go now: it is queued again, or what it waited for is done. */
  free(seq: number): void {
    this.#freed.push(seq)
  }

  /** An item of this note is done: the first that waited for it may go. */
  freeFirstOf(noteKey: string): void {
    const queue = this.#blocked.get(noteKey)
    const first = queue?.shift()
    if (queue?.length === 0) this.#blocked.delete(noteKey)
    if (first !== undefined) this.free(first)
  }

  /** Whether rows wait for earlier items. */
  get isBlocked(): boolean {
    return this.#blocked.size > 0 || this.#isLater
  }

  /** Begins from the top: other items changed, or what was taken was not written down. */
  forget(): void {
    this.#ahead = []
    this.#position = 0
    this.#cursor = -1
    this.#freed = []
    this.#isLater = false
    this.#blocked.clear()
  }

  /** The rows that are tried next, in order, of which `claim` may still leave some where they are. */
  next(most: number): LaneRow[] {
    const freed = this.#freed.slice(0, most).flatMap((seq) => this.#deps.readOne(seq) ?? [])
    if (this.#position >= this.#ahead.length) {
      // The row that is read is the next one again.
      if (this.#nextAhead()) this.#position -= 1
    }
    return [...freed, ...this.#ahead.slice(this.#position)].slice(0, most)
  }

  /** The rows that the ledger lets go, at most as many as wanted. What the team is to be asked about stays where it is, and ends this. */
  take(want: number, claim: (row: LaneRow) => boolean, mayClaim: (row: LaneRow) => MayClaim = () => 'yes'): LaneRow[] {
    const rows: LaneRow[] = []
    while (rows.length < want) {
      const seq = this.#freed.shift()
      const row = seq === undefined ? this.#nextAhead() : this.#deps.readOne(seq)
      if (row === null && seq === undefined) break
      if (row === null) continue
      const may = mayClaim(row)
      if (may === 'later') this.#isLater = true
      if (may === 'later') continue
      if (may === 'ask') {
        if (seq === undefined) this.#position -= 1
        else this.#freed.unshift(seq)
        break
      }
      const queue = this.#blocked.get(row.noteKey ?? '')
      // One that was freed is the first of its queue; any other goes behind those that wait already.
      const mayAsk = seq !== undefined || !queue
      if (mayAsk && claim(row)) rows.push(row)
      else if (!mayAsk) queue.push(row.seq)
      // It waits no more: whoever waited behind it is first now.
      else if (!this.#deps.readOne(row.seq)) this.freeFirstOf(row.noteKey ?? '')
      else if (queue) queue.unshift(row.seq)
      else this.#blocked.set(row.noteKey ?? '', [row.seq])
    }
    return rows
  }

  #nextAhead(): LaneRow | null {
    if (this.#position >= this.#ahead.length) {
      this.#ahead = this.#deps.readAfter(this.#cursor)
      this.#position = 0
      this.#cursor = this.#ahead.at(-1)?.runRow ?? this.#cursor
    }
    const row = this.#ahead[this.#position] ?? null
    this.#position += 1
    return row
  }
}
