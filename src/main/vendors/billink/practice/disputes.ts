import type { CompleteDispute } from '#shared/vendors/billink/dispute.ts'

/** What arrived of a dispute's file; the bytes themselves are not kept. */
export interface PracticeFile {
  fileName: string
  bytes: number
  sha256: string
}

/** A dispute as it arrived, without `billinkId`: nothing here keeps a credential. */
export interface PracticeDispute extends CompleteDispute {
  id: number
  createdAt: Date
  file: PracticeFile | null
}

/** The newest of the disputes that arrived, in memory; for tests to look at. */
export interface DisputeBook {
  readonly disputes: readonly Readonly<PracticeDispute>[]
  add(dispute: Omit<PracticeDispute, 'id'>): PracticeDispute
}

/** Nothing is answered from them, and a table leaves tens of thousands behind. */
const disputesInMemory = 500

/** All that is remembered of disputes: it starts afresh each time. */
export function createDisputeBook(): DisputeBook {
  const disputes: PracticeDispute[] = []
  let nextID = 1001
  return {
    get disputes() {
      return disputes.map((dispute) => ({ ...dispute }))
    },
    add(dispute) {
      const added = { id: nextID++, ...dispute }
      disputes.push(added)
      if (disputes.length > disputesInMemory) disputes.shift()
      return added
    },
  }
}
