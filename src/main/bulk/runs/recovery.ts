import { rm } from 'node:fs/promises'
import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { BulkRunRecords } from '../../storage/bulk-run-records.ts'
import type { Indexing } from './indexing.ts'
import type { RowItems } from './row-items.ts'
import type { InBackground, RunLock } from './run-lock.ts'
import type { RunStates } from './run-states.ts'
import { notStartedYet } from './starting.ts'
import type { Tables } from './tables.ts'

export interface RecoveryDeps {
  runs: BulkRunRecords
  rows: Pick<BulkRowRecords, 'hasWaiting'>
  tables: Pick<Tables, 'leftovers' | 'erase' | 'sealCopy'>
  indexing: Indexing
  states: RunStates
  rowItems: Pick<RowItems, 'takeBack'>
  withdrawRest(runId: number): Promise<void>
  runLock: RunLock
  inBackground: InBackground
  onChange(runId: number): void
  log(message: string, error: unknown): void
}

/** What the last end of the app left of runs: first what must be so before anything is sent, then what takes its time. */
export function recovery({
  runs,
  rows,
  tables,
  indexing,
  states,
  rowItems,
  withdrawRest,
  runLock,
  inBackground,
  onChange,
  log,
}: RecoveryDeps) {
  let leftovers: readonly string[] = []
  return {
    /**
     * Run once before anything is sent, after the outbox's own recovery: a run that was being sent asks before it goes on, and
     * one that was being started is back at its columns.
     */
    recover(): void {
      // Asked before a new table can be opened: its copy is not needed either until the table is whole.
      leftovers = tables.leftovers()
      for (const run of runs.list()) {
        if (run.underWay) runs.change(run.id, { underWay: false })
        // A run that was over goes on where a person had rows sent again, and the app ended before they left.
        const goesOn = run.state === 'sending' || (run.state === 'done' && rows.hasWaiting(run.id))
        if (goesOn) states.enter(run.id, 'paused', { pauseReason: { id: 'bulk.paused.restarted' } })
        if (run.state === 'starting') {
          states.enter(run.id, 'columns', { ...notStartedYet(run), pauseReason: { id: 'bulk.start.brokenOff' } })
        }
      }
    },
    /** Rows of a start that was broken off or of a stop, and what was thrown away. */
    tidy(knowsAll: boolean): void {
      for (const { id } of runs.list()) {
        inBackground(id, 'A bulk run could not be tidied up', async () => {
          const run = states.existing(id)
          if (run.state === 'columns' || run.state === 'checked') await rowItems.takeBack(run)
          await tables.sealCopy(run)
          if (run.state === 'stopped') {
            // Rows that a person had sent again after the stop keep that word, and the run goes on with them as one that was over.
            await withdrawRest(id)
            if (rows.hasWaiting(id)) {
              states.enter(id, 'paused', { pauseReason: { id: 'bulk.paused.restarted' } })
              onChange(id)
            }
          }
          if (run.state === 'done') indexing.index(id)
        })
      }
      for (const file of knowsAll ? leftovers : []) {
        rm(file, { force: true }).catch((error: unknown) => log('The copy of a table could not be removed', error))
      }
      for (const id of runs.unfinishedDiscards()) {
        inBackground(id, 'A bulk run could not be erased', () => tables.erase(id))
      }
    },
    /** Copies of tables that were opened while there was no key for them. */
    async sealCopies(): Promise<void> {
      for (const { id } of runs.list()) await runLock(id, () => tables.sealCopy(states.existing(id)))
    },
  }
}
