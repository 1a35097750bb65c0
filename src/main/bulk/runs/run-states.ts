import type { BulkState } from '#shared/domain/bulk.ts'
import type { Message } from '#shared/domain/message.ts'
import { AppFailure, gone } from '../../ipc/failure.ts'
import type { BulkRunRecords, Review, RunChange, StoredRun } from '../../storage/bulk-run-records.ts'
import { isDoubtReason } from '../../storage/submission-row.ts'

/** THE table: which states may follow one. What it does not have is a mistake in the program, and is refused. */
export const mayFollow = {
  // Read anew, or checked. A further round that a person thinks better of goes back to its result.
  columns: ['columns', 'checked', 'stopped', 'done'],
  checked: ['columns', 'starting', 'stopped', 'done'],
  // Back where the start was taken back or broken off: nothing of it has left.
  starting: ['columns', 'sending'],
  sending: ['paused', 'stopped', 'done'],
  // Paused anew for another reason.
  paused: ['paused', 'sending', 'stopped'],
  // A further round; or rows that a person has had sent again, and after a restart they ask first.
  stopped: ['columns', 'sending', 'paused'],
  done: ['columns', 'sending', 'paused'],
} as const satisfies Record<BulkState, readonly BulkState[]>

/** What holds of a run from the moment it enters a state, whoever moves it there. */
const entered: Record<BulkState, RunChange> = {
  columns: { review: null },
  checked: {},
  starting: { pauseReason: null },
  // Before the first row is `sending`: the next start may find some.
  sending: { pauseReason: null, endedAt: null, underWay: true },
  paused: { endedAt: null },
  stopped: { pauseReason: null },
  done: { pauseReason: null },
}

/**
 * Whether a table that an older copy of the ledger has may still have left after that copy: until a person says that it has not, by
 * starting it or going on with it, whatever else is done with it.
 */
const staysInDoubt = ({ state, pauseReason }: StoredRun, next: BulkState): boolean =>
  isDoubtReason(pauseReason) && next !== 'starting' && !(next === 'sending' && state === 'paused')

/** What has to be said with a state. */
interface Said extends Record<BulkState, RunChange> {
  checked: RunChange & { review: Review }
  paused: RunChange & { pauseReason: Message }
}

/** States in which a run's items exist. */
export const wasStarted = (state: BulkState): boolean => ['sending', 'paused', 'stopped', 'done'].includes(state)

/** The one place where a run's state is asked for and changed; it is on disk before anything is done because of it. */
export function runStates(runs: Pick<BulkRunRecords, 'get' | 'list' | 'enter' | 'change'>) {
  function existing(runId: number): StoredRun {
    const run = runs.get(runId)
    if (!run || run.discarded) throw gone()
    return run
  }

  /** Moves a run on, with what changes along with its state. */
  function enter<S extends BulkState>(
    runId: number,
    state: S,
    ...said: RunChange extends Said[S] ? [Said[S]?] : [Said[S]]
  ): void {
    const run = runs.get(runId)
    if (!run) throw gone()
    const allowed: readonly BulkState[] = mayFollow[run.state]
    if (!allowed.includes(state)) throw new TypeError(`A bulk run does not go from ${run.state} to ${state}`)
    const kept = state !== 'paused' && staysInDoubt(run, state) ? { pauseReason: run.pauseReason } : {}
    runs.enter(runId, state, { ...entered[state], ...said[0], ...kept })
  }

  return {
    existing,
    enter,
    /** All ask for this reason from now on, before they go on or are started, for the first time or a further one; which. */
    askAll(reason: Message): number[] {
      return runs.list().map(({ id, state }) => {
        if (state === 'paused' || state === 'sending') enter(id, 'paused', { pauseReason: reason })
        else runs.change(id, { pauseReason: reason })
        return id
      })
    },
    /** The run, where it is in one of these states: a screen may be a moment behind. */
    inState(runId: number, ...states: BulkState[]): StoredRun {
      const run = existing(runId)
      if (!states.includes(run.state)) throw new AppFailure({ kind: 'invalid', message: { id: 'bulk.moved' } })
      return run
    },
  }
}
export type RunStates = ReturnType<typeof runStates>
