import { open, type FileHandle } from 'node:fs/promises'
import { laneJournal, type Batch, type Claims, type LaneTarget } from './lane-journal.ts'
import { joinLedger, type Ledger } from './ledger.ts'

/** Writes down and claims for a lane; one exchange at a time. */
export interface LaneWriter {
  /** On disk when it resolves. Where it fails nothing of it counts: it is given again, and no row was claimed. */
  exchange(batch: Batch): Promise<Claims>
  close(): Promise<void>
}

/** Writes on the ledger's own connection, whose commits wait for the disk: for tests that turn a clock. */
export function directWriter(ledger: Ledger, target: LaneTarget): LaneWriter {
  const journal = laneJournal(ledger, target)
  return { exchange: async (batch) => journal.exchange(batch), close: () => Promise.resolve() }
}

/**
 * Commits without waiting for the disk, and then has the write-ahead log flushed by another thread: main goes on meanwhile,
 * and a disk that stalls holds up the lane alone. Only a flushed claim is answered, so what the ledger promises elsewhere
 * with `synchronous=FULL` holds here too: a row is on disk as `sending` before its first byte leaves.
 * @see https://www.sqlite.org/pragma.html#pragma_synchronous (WAL mode needs no more than this for consistency)
 */
export function flushingWriter(file: string, target: LaneTarget): LaneWriter {
  const ledger = joinLedger(file, 'NORMAL')
  const journal = laneJournal(ledger, target)
  let log: FileHandle | null = null
  return {
    async exchange(batch) {
      const claims = journal.exchange(batch)
      try {
        // It exists since the commit above, and stays as long as the ledger is open.
        log ??= await open(`${file}-wal`, 'r+')
        await log.datasync()
      } catch (error) {
        journal.doubt()
        throw error
      }
      return claims
    },
    async close() {
      ledger.close()
      await log?.close()
    },
  }
}
