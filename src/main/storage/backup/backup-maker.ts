import { Worker } from 'node:worker_threads'
import type { BackupReply } from './backup-thread.ts'
import type { BackupOrder } from './make.ts'

/** What became of making a backup. */
export type BackupOutcome = Exclude<BackupReply, { state: 'progress' }>

/** Makes a backup in a thread of its own, off the way of sending. Cancelled, it leaves nothing and what was there before. */
export function startBackup(
  order: BackupOrder,
  onProgress: (done: number, total: number) => void,
): { outcome: Promise<BackupOutcome>; cancel(): void } {
  const thread = new Worker(new URL('./backup-thread.ts', import.meta.url), { workerData: order })
  const { promise: outcome, resolve } = Promise.withResolvers<BackupOutcome>()
  const failed = (error: Error) => resolve({ state: 'failed', reason: null, error })
  thread.on('message', (reply: BackupReply) => {
    if (reply.state === 'progress') onProgress(reply.done, reply.total)
    else resolve(reply)
  })
  thread.on('error', failed)
  thread.on('exit', () => failed(new Error('The thread that makes a backup has ended')))
  return { outcome, cancel: () => thread.postMessage('cancel') }
}
