import type { Found } from '#shared/domain/reading.ts'
import type { LaneRow } from './lane-row.ts'
import type { FinishedAttempt, StateChange } from './submission-records.ts'

/** What a try made of its row. */
export interface LaneResult {
  seq: number
  id: string
  noteKey: string | null
  startedAt: number
  finished: FinishedAttempt
  change: StateChange
}

/** What a row's try read, which is on disk before it is changed. */
export interface LaneRead {
  id: string
  number: number
  at: number
  found: Found
}

/** What a lane tells and asks: all of it becomes one transaction, on disk before the answer. */
export interface Batch {
  at: number
  results: readonly LaneResult[]
  reads: readonly LaneRead[]
  /** Unknown updates and deletes whose repeat is due. */
  repeats: readonly string[]
  /** Rows that free connections can take now. */
  want: number
  /** Rows that are under way; any other that is marked so never left. */
  underWay: readonly number[]
  /** True where items changed that this lane did not change: what waited may go now, and what was done may wait again. */
  lookAgain: boolean
  /** In a team: what colleagues let go, and what they know otherwise. */
  team?: TeamBatch
}

/** What a team says of the rows that come next. */
export interface TeamBatch {
  /** No other row may be claimed. */
  letGo: readonly number[]
  /** A colleague is busy with these: others go first. */
  busy: readonly number[]
  /** These are not sent from here, and what they are instead. */
  ended: readonly { seq: number; change: StateChange }[]
  /** How many of those that come next are told, so that the team can be asked. */
  ahead: number
}

export interface Claims {
  rows: LaneRow[]
  /** Of the repeats asked for, those that are queued now. */
  repeated: number
  /** Repeats that waited for too long, and are unknown again. */
  expired: number
  /** Rows that were set aside now, since they can't be read. */
  damaged: number
  /** In a team: the rows that come next, in order. */
  ahead?: LaneRow[]
  /** In a team: rows that are what it said of them, by their new state. */
  ended?: StateChange['state'][]
  /** Why there are no more rows: none wait, those that wait do so for another item, or the account or the run is stopped. */
  rest: 'more' | 'none' | 'blocked' | 'held' | 'halted'
}

/** Whose rows a lane sends. */
export interface LaneTarget {
  runId: number
  accountId: string
}
