import type { LaneTarget } from '#main/storage/lane-batch.ts'
import { laneJournal } from '#main/storage/lane-journal.ts'
import type { LaneWriter } from '#main/storage/lane-writer.ts'
import type { Ledger } from '#main/storage/ledger.ts'

/** How a disk fails: before anything is committed, or after the commit, when nobody knows whether it will be there tomorrow. */
export type DiskFailure = 'commit' | 'flush' | null

/** A lane's writer on a disk whose failures a test decides, one write at a time. */
export const failingWriter =
  (next: () => DiskFailure) =>
  (ledger: Ledger, target: LaneTarget): LaneWriter => {
    const journal = laneJournal(ledger, target)
    return {
      async settleAndClaim(batch) {
        const failure = next()
        if (failure === 'commit') throw new Error('The disk is full')
        const claims = journal.settleAndClaim(batch)
        if (failure === 'flush') {
          journal.doubt()
          throw new Error('The disk did not answer')
        }
        return claims
      },
      close: () => Promise.resolve(),
    }
  }
