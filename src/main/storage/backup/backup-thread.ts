import { parentPort, workerData } from 'node:worker_threads'
import { makeBackup, type BackupOrder } from './make.ts'
import { diskReasonOf } from '../vault-failure.ts'

/** What the thread tells: how far it is, and what came of it. */
export type BackupReply =
  | { state: 'progress'; done: number; total: number }
  | { state: 'made'; bytes: number }
  | { state: 'cancelled' }
  | { state: 'failed'; reason: 'disk-full' | 'disk-refused' | null; error: Error }

/** How often progress is told, in parts of the whole. */
const steps = 200

const stop = new AbortController()
const tell = (reply: BackupReply) => parentPort?.postMessage(reply)
parentPort?.once('message', () => stop.abort())

let told = -1
makeBackup(workerData as BackupOrder, {
  signal: stop.signal,
  onProgress(done, total) {
    const step = total === 0 ? steps : Math.floor((done / total) * steps)
    if (step !== told) tell({ state: 'progress', done, total })
    told = step
  },
})
  .then(
    ({ bytes }) => tell({ state: 'made', bytes }),
    (error: unknown) => {
      if (stop.signal.aborted) return tell({ state: 'cancelled' })
      const reason = diskReasonOf(error)
      tell({ state: 'failed', reason, error: error instanceof Error ? error : new Error(String(error)) })
    },
  )
  // The thread ends with the last that listens.
  .finally(() => parentPort?.close())
  .catch(() => undefined)
