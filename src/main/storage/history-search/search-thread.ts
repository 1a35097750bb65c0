import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../database.ts'
import { overviewCounts } from '../overview/counts.ts'
import { isIndexDamage } from '../sqlite-code.ts'
import { Overtaken } from './overtaken.ts'
import { historySearch } from './search.ts'
import { searchLines, type SearchOrder, type SearchReply, type SearchThread } from './orders.ts'

const { file, key, newest } = workerData as SearchThread
// SECURITY: it reads and can't write, whatever it is asked.
const db = openDatabase(file, { key: key && Buffer.from(key), readonly: true, fileMustExist: true })
db.exec('PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cache_size = -8000')
const under = { order: null as Exclude<SearchOrder, 'close'> | null }
const search = historySearch(db, () => under.order !== null && isOvertaken(under.order))
const counts = overviewCounts(db)

function isOvertaken({ id, line }: Exclude<SearchOrder, 'close'>): boolean {
  return line !== undefined && Atomics.load(newest, searchLines.indexOf(line)) > id
}

function answer(order: Exclude<SearchOrder, 'close'>): SearchReply {
  if (isOvertaken(order)) return { id: order.id, overtaken: true }
  under.order = order
  return answered(order)
}

function answered({ id, page, all, overview }: Exclude<SearchOrder, 'close'>): SearchReply {
  try {
    if (overview) return { id, overview: counts(overview) }
    return page ? { id, page: search.page(page) } : { id, all: all ? search.all(all.filter, all.limit) : [] }
  } catch (error) {
    if (error instanceof Overtaken) return { id, overtaken: true }
    if (isIndexDamage(error)) return { id, damaged: true }
    return { id, error: error instanceof Error ? error : new Error(String(error)) }
  }
}

parentPort?.on('message', (order: SearchOrder) => {
  if (order !== 'close') return parentPort?.postMessage(answer(order))
  db.close()
  // The thread ends with the last that listens.
  parentPort?.close()
})
