import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Batch, Claims, LaneTarget } from './lane-journal.ts'
import { laneJournal } from './lane-journal.ts'
import type { LaneReply } from './lane-worker.ts'
import type { Ledger } from './ledger.ts'

/** Writes down and claims for a lane; one exchange at a time. */
export interface LaneWriter {
  exchange(batch: Batch): Promise<Claims>
  close(): Promise<void>
}

/** Writes on main's own connection: for tests that turn a clock, and where no thread can be had. */
export function directWriter(ledger: Ledger, target: LaneTarget): LaneWriter {
  const journal = laneJournal(ledger, target)
  return {
    // A turn of the loop in between, so that what finishes together is written together.
    async exchange(batch) {
      await new Promise<void>((resolve) => setImmediate(resolve))
      return journal.exchange(batch)
    },
    close: () => Promise.resolve(),
  }
}

/** The ledger's refusal, as it came out of the thread. */
class ThreadError extends Error {
  readonly errcode: number | null
  constructor(message: string, errcode: number | null) {
    super(message)
    this.name = 'ThreadError'
    this.errcode = errcode
  }
}

/**
 * Writes in a thread with a connection of its own: while one batch waits for the disk the other connections go on, and a
 * disk that stalls never holds up main. A thread that dies is started again by the next exchange; what it claimed and could
 * not tell is put back then (see `Batch.underWay`).
 */
export function threadWriter(file: string, target: LaneTarget): LaneWriter {
  let thread: { worker: Worker; ended: Promise<unknown> } | null = null
  let waiting: PromiseWithResolvers<Claims> | null = null

  const start = () => {
    const worker = new Worker(new URL('./lane-worker.ts', import.meta.url), { workerData: { file, target } })
    let reason: unknown = new Error('the thread ended')
    worker.on('message', (reply: LaneReply) => {
      if (reply.ok) waiting?.resolve(reply.claims)
      else waiting?.reject(new ThreadError(reply.message, reply.errcode))
    })
    worker.on('error', (error: unknown) => {
      reason = error
    })
    const ended = once(worker, 'exit').catch(() => undefined)
    worker.once('exit', () => {
      thread = null
      waiting?.reject(reason)
    })
    return { worker, ended }
  }

  return {
    async exchange(batch) {
      thread ??= start()
      waiting = Promise.withResolvers()
      thread.worker.postMessage(batch)
      try {
        return await waiting.promise
      } finally {
        waiting = null
      }
    },
    async close() {
      if (!thread) return
      const { worker, ended } = thread
      worker.postMessage('close')
      await ended
    },
  }
}
