import { fdatasyncSync, openSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { Batch, Claims, LaneTarget } from './lane-batch.ts'
import { laneJournal } from './lane-journal.ts'
import { claimsWriter, slotOfRun, type ClaimsOwner } from './ledger-identity/anchor.ts'
import { joinLedger } from './ledger.ts'

/** Which ledger, for whom, and whether an earlier thread may have claimed rows that it never told of. */
export interface LaneThread {
  file: string
  /** What the ledger is sealed under; null where it lies open. */
  key: Uint8Array | null
  target: LaneTarget
  /** Null where nobody counts, as in tests of the lane alone. */
  owner: ClaimsOwner | null
  inDoubt: boolean
}

/**
 * What the thread is told: a batch to write down, or to close. Batches and claims cross as JSON: to clone a row's many small objects
 * takes several times as long.
 */
export type LaneOrder = { batch: string } | 'close'
export type LaneReply = { claims: string } | { error: Error }

const { file, key, target, owner, inDoubt } = workerData as LaneThread
// `NORMAL`: a commit is whole and does not wait for the disk; the flush below does, once for all that is in it.
const ledger = joinLedger(file, key && Buffer.from(key), 'NORMAL')
if (owner) ledger.setOwner({ session: owner.session, publish: claimsWriter(owner.claimsFile, slotOfRun(target.runId)) })
const journal = laneJournal(ledger, target)
if (inDoubt) journal.doubt()
let log: number | null = null

function settleAndClaim(batch: string): LaneReply {
  try {
    const claims: Claims = journal.settleAndClaim(JSON.parse(batch) as Batch)
    try {
      // It exists since the commit above, and stays as long as the ledger is open.
      log ??= openSync(`${file}-wal`, 'r+')
      fdatasyncSync(log)
      ledger.publishClaims()
    } catch (error) {
      journal.doubt()
      throw error
    }
    return { claims: JSON.stringify(claims) }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}

parentPort?.on('message', (order: LaneOrder) => {
  if (order !== 'close') return parentPort?.postMessage(settleAndClaim(order.batch))
  ledger.close()
  // The thread ends with the last that listens.
  parentPort?.close()
})
