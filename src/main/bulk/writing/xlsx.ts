import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { bulkLimits } from '#shared/domain/bulk.ts'
import { unreadable } from '../reading/unreadable.ts'
import type { RowBatches } from './csv.ts'
import type { XlsxWorkerMessage } from './xlsx-worker.ts'

/** What Excel holds in one cell; it offers to "repair" a file with more. */
const maxCellCharacters = 32_767

/** The library holds the whole file several times over: it works in a thread of its own, which ends with the file. */
const memory = { maxOldGenerationSizeMb: 768 }

/** A table as an XLSX file of text cells, header first. What is too large for that is asked for as CSV. */
export async function xlsxBytes(batches: RowBatches, sheet: string): Promise<Uint8Array> {
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), { workerData: { sheet }, resourceLimits: memory })
  const done = once(worker, 'message')
  // Awaited below; until then its failure is nobody's.
  done.catch(() => undefined)
  const send = (message: XlsxWorkerMessage) => worker.postMessage(message)
  try {
    let rows = 0
    for await (const batch of batches) {
      checkCells(batch, rows)
      rows += batch.length
      if (rows > bulkLimits.xlsxRows + 1) throw unreadable('bulk.write.tooManyRows', { limit: bulkLimits.xlsxRows })
      send(batch)
    }
    send(null)
    const [bytes] = await done.catch((error: unknown) => {
      throw unreadable('bulk.write.tooLarge', undefined, error)
    })
    return bytes as Uint8Array
  } finally {
    await worker.terminate()
  }
}

function checkCells(batch: readonly (readonly string[])[], before: number): void {
  const at = batch.findIndex((cells) => cells.some((cell) => cell.length > maxCellCharacters))
  if (at !== -1) throw unreadable('bulk.write.cellTooLong', { row: before + at + 1, limit: maxCellCharacters })
}
