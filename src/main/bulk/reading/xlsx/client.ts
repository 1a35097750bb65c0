import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { bulkLimits } from '#shared/domain/bulk.ts'
import type { SourceFile } from '../../../storage/source-file.ts'
import type { HeaderNames } from '../../vocabulary/column-names.ts'
import { unreadable, Unreadable } from '../../vocabulary/unreadable.ts'
import type { SpreadsheetView } from './read.ts'
import type { SheetPiece } from './sheet.ts'
import type { XlsxJob, XlsxReply, XlsxTask } from './worker.ts'

type Source = Pick<SourceFile, 'bytes' | 'read'>

/**
 * SECURITY: what a file makes of time ends here. Of memory the readers count what they keep; this is a second fence, because a
 * heap that is full at the wrong moment ends the whole app and not the thread alone.
 */
const memory = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 32 }
const busyMs = 60_000

/** What is in a file, found in a worker that ends with the answer. */
export async function xlsxView(source: Source, names: HeaderNames): Promise<SpreadsheetView> {
  const worker = await startWorker(source, { names })
  try {
    const reply = await worker.ask()
    return reply.kind === 'view' ? reply.view : { sheets: [], chosen: null }
  } finally {
    await worker.end()
  }
}

/** The rows of a sheet, read in a worker that waits for each batch to be taken and ends with the last, or when no more is wanted. */
export async function* xlsxRows(source: Source, sheet: string): AsyncGenerator<SheetPiece> {
  const worker = await startWorker(source, { sheet })
  try {
    for (let reply = await worker.ask(); reply.kind === 'rows'; reply = await worker.ask()) yield reply.piece
  } finally {
    await worker.end()
  }
}

async function startWorker(source: Source, task: XlsxTask) {
  if (source.bytes > bulkLimits.xlsxBytes) {
    throw unreadable('bulk.read.xlsxTooLarge', { limit: bulkLimits.xlsxBytes / 1024 / 1024 })
  }
  const limits = { rows: bulkLimits.xlsxRows, columns: bulkLimits.columns }
  const job: XlsxJob = { bytes: await source.read(0, source.bytes), task, limits }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: job, resourceLimits: memory, stderr: true })
  // What fails is told to who waits below; between two questions there is nobody to tell.
  worker.on('error', () => undefined)
  let leftMs = busyMs
  return {
    async ask(): Promise<Exclude<XlsxReply, { kind: 'unreadable' }>> {
      const from = performance.now()
      worker.postMessage('next')
      const reply = await answerOf(worker, AbortSignal.timeout(leftMs))
      leftMs = Math.max(1, Math.floor(leftMs - (performance.now() - from)))
      if (reply.kind === 'unreadable') throw new Unreadable(reply.sentence)
      return reply
    },
    async end() {
      await worker.terminate()
    },
  }
}

async function answerOf(worker: Worker, signal: AbortSignal): Promise<XlsxReply> {
  try {
    // `once` fails with the worker's own error, such as that its memory is full.
    const [reply] = await once(worker, 'message', { signal })
    return reply as XlsxReply
  } catch (error) {
    if (signal.aborted) throw unreadable('bulk.read.tooSlow', undefined, error)
    const full = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    throw unreadable(full ? 'bulk.read.xlsxTooHeavy' : 'bulk.read.damaged', undefined, error)
  }
}
