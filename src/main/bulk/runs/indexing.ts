import type { BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { BulkRunRecords } from '../../storage/bulk-run-records.ts'
import type { Clock } from '../../submissions/clock.ts'

/** Few enough that main answers in between: each row costs the index about a tenth of a millisecond. */
const rowsAtOnce = 50
const restMs = 5

/**
 * Lets a run's items be found by search once it is over: the index makes each write ten times as dear, which is why single
 * items get theirs at once and thousands of rows do not.
 */
export function indexing(
  { runs, rows }: { runs: BulkRunRecords; rows: BulkRowRecords },
  clock: Clock,
  log: (message: string, error: unknown) => void,
) {
  const busy = new Map<number, Promise<void>>()
  let stopped = false

  const pause = () => new Promise<void>((resolve) => clock.after(restMs, resolve))

  async function run(runId: number): Promise<void> {
    for (;;) {
      const stored = runs.get(runId)
      // Items change while they are sent; what changed since it was indexed would be found by its old words.
      if (stopped || (stored?.state !== 'done' && stored?.state !== 'stopped')) return
      if (!rows.indexSome(runId, stored.indexedTo, rowsAtOnce)) return
      await pause()
    }
  }

  return {
    /** Goes on where it was, by and by. */
    index(runId: number): void {
      if (busy.has(runId)) return
      const work = run(runId)
        .catch((error: unknown) => log('Items of a bulk run could not be indexed', error))
        .finally(() => busy.delete(runId))
      busy.set(runId, work)
    },
    async stop(): Promise<void> {
      stopped = true
      await Promise.all(busy.values())
    },
  }
}
export type Indexing = ReturnType<typeof indexing>
