import { Worker } from 'node:worker_threads'
import type { Batch, Claims, LaneTarget } from './lane-batch.ts'
import { laneJournal } from './lane-journal.ts'
import type { ClaimsOwner } from './ledger-identity/anchor.ts'
import type { LaneOrder, LaneReply, LaneThread } from './lane-thread.ts'
import type { Ledger } from './ledger.ts'
import type { LedgerKey } from './ledger-key.ts'

/** Room for what is new in the thread's memory. */
const youngMegabytes = 4

/** Writes down and claims for a lane; one batch at a time. */
export interface LaneWriter {
  /** On disk when it resolves. Where it fails nothing of it counts: it is given again, and no row was claimed. */
  settleAndClaim(batch: Batch): Promise<Claims>
  close(): Promise<void>
}

/** Writes on the ledger's own connection, whose commits wait for the disk: for tests that turn a clock. */
export function directWriter(ledger: Ledger, target: LaneTarget): LaneWriter {
  const journal = laneJournal(ledger, target)
  return {
    async settleAndClaim(batch) {
      const claims = journal.settleAndClaim(batch)
      ledger.publishClaims()
      return claims
    },
    close: () => Promise.resolve(),
  }
}

/**
 * Writes in a thread of its own, over a connection of its own: main sends and receives meanwhile, and a disk that stalls holds
 * up the lane alone. Only a flushed claim is answered, so what the ledger promises elsewhere with `synchronous=FULL` holds
 * here too: a row is on disk as `sending` before its first byte leaves. A thread that ends unasked takes its answer along;
 * the next one takes back what it had claimed.
 * @see https://www.sqlite.org/pragma.html#pragma_synchronous (WAL mode needs no more than `NORMAL` for consistency)
 */
export function threadWriter(file: string, key: LedgerKey | null, target: LaneTarget, owner: ClaimsOwner | null): LaneWriter {
  let inDoubt = false
  let asked: PromiseWithResolvers<LaneReply> | null = null

  const start = (): Worker => {
    const data: LaneThread = { file, key, target, owner, inDoubt }
    const started = new Worker(new URL('./lane-thread.ts', import.meta.url), {
      workerData: data,
      // What a batch leaves behind lives for a moment: without a limit tens of megabytes of it lie about before they are collected.
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    })
    const lost = (error: Error) => {
      if (thread !== started) return
      thread = null
      inDoubt = true
      asked?.reject(error)
    }
    started.on('message', (reply: LaneReply) => asked?.resolve(reply))
    started.on('error', lost)
    started.on('exit', () => lost(new Error('The thread that writes for a bulk run has ended')))
    return started
  }
  let thread: Worker | null = start()

  return {
    async settleAndClaim(batch) {
      thread ??= start()
      asked = Promise.withResolvers()
      thread.postMessage({ batch: JSON.stringify(batch) } satisfies LaneOrder)
      const reply = await asked.promise
      if ('error' in reply) throw reply.error
      return JSON.parse(reply.claims) as Claims
    },
    async close() {
      const last = thread
      thread = null
      if (!last) return
      const { promise: ended, resolve } = Promise.withResolvers<unknown>()
      last.once('exit', resolve)
      last.postMessage('close' satisfies LaneOrder)
      await ended
    },
  }
}
