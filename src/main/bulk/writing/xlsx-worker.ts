import { parentPort, workerData } from 'node:worker_threads'
import { xlsxFile } from './xlsx-file.ts'

/** Rows come in batches, then null: the file is made of all of them at once, and is what this worker answers. */
export type XlsxWorkerMessage = readonly (readonly string[])[] | null

const { sheet } = workerData as { sheet: string }
const rows: (readonly string[])[] = []

/** An error that nobody catches is how a thread tells the one that started it. */
const fail = (error: unknown) =>
  queueMicrotask(() => {
    throw error
  })

parentPort?.on('message', (batch: XlsxWorkerMessage) => {
  if (batch) {
    for (const row of batch) rows.push(row)
    return
  }
  xlsxFile(rows, sheet).then((bytes) => parentPort?.postMessage(bytes), fail)
})
