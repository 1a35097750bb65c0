import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { Clock } from '../../submissions/clock.ts'
import type { Lanes } from '../sending/lanes.ts'
import { breath } from '../vocabulary/breath.ts'
import type { Indexing } from './indexing.ts'
import type { InBackground } from './run-lock.ts'
import type { RunStates } from './run-states.ts'

export interface StoppingDeps {
  rows: Pick<BulkRowRecords, 'withdrawSome' | 'doubt' | 'unhold'>
  lanes: Pick<Lanes, 'close'>
  states: RunStates
  indexing: Indexing
  clock: Clock
  inBackground: InBackground
  onChange(runId: number): void
  log(message: string, error: unknown): void
}

/** Ends runs for good: what has not left stays here, and what may have arrived is said to be unknown. */
export function stopping({ rows, lanes, states, indexing, clock, inBackground, onChange, log }: StoppingDeps) {
  /** Rows that wait are kept here, a piece at a time. */
  async function keepHere(runId: number): Promise<void> {
    while (rows.withdrawSome(runId, clock.now(), { id: 'bulk.notSent' })) await breath()
  }

  /** What may have arrived at an earlier try was not "not sent", and only a person can say what it was. */
  const doubt = (runId: number, { keepsWord }: { keepsWord: boolean }) =>
    rows.doubt(runId, clock.now(), { id: 'bulk.stoppedInDoubt' }, { keepsWord })

  /** Rows that a person has had sent again since the stop keep that word. */
  async function withdrawRest(runId: number): Promise<void> {
    rows.unhold(runId, clock.now())
    doubt(runId, { keepsWord: true })
    await keepHere(runId)
    onChange(runId)
    indexing.index(runId)
  }

  return {
    keepHere,
    withdrawRest,
    /** Nothing more leaves. A lane that could not end is told in the log, where its rows are already `sending`. */
    closeLane(runId: number, then: () => void = () => undefined): void {
      lanes
        .close(runId)
        .then(then)
        .catch((error: unknown) => log('The sending of a bulk run could not be ended', error))
    },
    stop(runId: number): void {
      // At once: a word of before the stop is over with it, and one that comes while the rest is marked is not.
      doubt(runId, { keepsWord: false })
      states.enter(runId, 'stopped', { endedAt: clock.now() })
      onChange(runId)
      // At once, whatever is at work: rows that are being claimed at this moment do not leave any more.
      this.closeLane(runId)
      inBackground(runId, 'A bulk run could not be stopped', async () => {
        await lanes.close(runId)
        await withdrawRest(runId)
      })
    },
  }
}
