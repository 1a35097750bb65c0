import { Worker } from 'node:worker_threads'
import { LedgerDamaged } from '../ledger-failures.ts'
import type { LedgerKey } from '../ledger-key.ts'
import type { CheckOrder, CheckReply } from './check-thread.ts'

/** Reads all of a ledger; fails where it is damaged, and answers whether values stand in it that its tables do not allow. */
export type WholeCheck = (file: string, key: LedgerKey | null) => Promise<boolean>

/** In a thread of its own, beside a ledger that is open: a million items take seconds. */
export const checkInThread: WholeCheck = (file, key) =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./check-thread.ts', import.meta.url), { workerData: { file, key } satisfies CheckOrder })
    thread.once('message', (reply: CheckReply) => {
      if ('damage' in reply) reject(new LedgerDamaged(file, reply.damage))
      else resolve(reply.hasFaultyRows)
    })
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The thread that reads the whole ledger has ended')))
  })
