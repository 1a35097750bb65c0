import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../database.ts'
import { overviewCounts } from '../overview/counts.ts'
import { historySearch } from './search.ts'
import type { SearchOrder, SearchReply, SearchThread } from './orders.ts'

const { file, key } = workerData as SearchThread
// SECURITY: it reads and can't write, whatever it is asked.
const db = openDatabase(file, { key: key && Buffer.from(key), readonly: true, fileMustExist: true })
db.exec('PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cache_size = -8000')
const search = historySearch(db)
const counts = overviewCounts(db)

function answer({ id, page, all, overview }: Exclude<SearchOrder, 'close'>): SearchReply {
  try {
    if (overview) return { id, overview: counts(overview) }
    return page ? { id, page: search.page(page) } : { id, all: all ? search.all(all.filter, all.limit) : [] }
  } catch (error) {
    return { id, error: error instanceof Error ? error : new Error(String(error)) }
  }
}

parentPort?.on('message', (order: SearchOrder) => {
  if (order !== 'close') return parentPort?.postMessage(answer(order))
  db.close()
  // The thread ends with the last that listens.
  parentPort?.close()
})
