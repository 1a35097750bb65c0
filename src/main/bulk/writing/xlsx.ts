import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { bulkLimits } from '#shared/domain/bulk.ts'
import { unreadable } from '../vocabulary/unreadable.ts'
import type { RowBatches } from './csv.ts'
import type { XlsxWorkerMessage } from './xlsx-worker.ts'

/** What Excel holds in one cell; it offers to "repair" a file with more. */
const maxCellCharacters = 32_767

/** The library holds the whole file several times over, half a kilobyte a cell: it works in a thread that ends with the file. */
const maxCells = 500_000
const maxCharacters = 20_000_000

/** A table as an XLSX file of text cells, header first. What is too large for that is asked for as CSV. */
export async function xlsxBytes(batches: RowBatches, sheet: string): Promise<Uint8Array> {
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), { workerData: { sheet } })
  const done = once(worker, 'message')
  // Awaited below; until then its failure is nobody's.
  done.catch(() => undefined)
  const send = (message: XlsxWorkerMessage) => worker.postMessage(message)
  try {
    const check = cellCounter()
    for await (const batch of batches) {
      check(batch)
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

/** Refuses what Excel or the thread cannot hold, before it is sent there. */
function cellCounter() {
  const sum = { rows: 0, cells: 0, characters: 0 }
  return (batch: readonly (readonly string[])[]): void => {
    for (const cells of batch) {
      sum.rows += 1
      sum.cells += cells.length
      for (const cell of cells) {
        if (cell.length > maxCellCharacters)
          throw unreadable('bulk.write.cellTooLong', { row: sum.rows, limit: maxCellCharacters })
        sum.characters += cell.length
      }
    }
    if (sum.rows > bulkLimits.xlsxRows + 1) throw unreadable('bulk.write.tooManyRows', { limit: bulkLimits.xlsxRows })
    if (sum.cells > maxCells || sum.characters > maxCharacters) throw unreadable('bulk.write.tooLarge')
  }
}
