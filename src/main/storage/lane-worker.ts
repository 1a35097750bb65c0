import { parentPort, workerData } from 'node:worker_threads'
import { laneJournal, type Batch, type Claims, type LaneTarget } from './lane-journal.ts'
import { joinLedger } from './ledger.ts'

/** What the thread is started with. */
export interface LaneWorkerData {
  file: string
  target: LaneTarget
}

/** An answer, or an error as far as it survives the way: the ledger's own code says whether the disk is full. */
export type LaneReply = { ok: true; claims: Claims } | { ok: false; message: string; errcode: number | null }

const port = parentPort
if (port) {
  const { file, target } = workerData as LaneWorkerData
  const ledger = joinLedger(file)
  const journal = laneJournal(ledger, target)
  const answer = (batch: Batch): LaneReply => {
    try {
      return { ok: true, claims: journal.exchange(batch) }
    } catch (error) {
      const errcode = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null
      return { ok: false, message: error instanceof Error ? error.message : String(error), errcode }
    }
  }
  port.on('message', (batch: Batch | 'close') => {
    if (batch !== 'close') return port.postMessage(answer(batch))
    ledger.close()
    port.close()
  })
}
