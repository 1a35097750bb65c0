import { Worker } from 'node:worker_threads'
import type { HistoryFilter } from '#shared/domain/history-filter.ts'
import type { Overview, OverviewAsked } from '#shared/domain/overview.ts'
import type { Database } from '../database.ts'
import type { LedgerKey } from '../ledger-key.ts'
import { overviewCounts } from '../overview/counts.ts'
import { searchLines, type SearchLine, type SearchOrder, type SearchReply, type SearchThread } from './orders.ts'
import { Overtaken } from './overtaken.ts'
import { historySearch, nothingFound, type SearchAsked, type SearchPage } from './search.ts'

/** Searches history without holding up who asks. */
export interface HistorySearcher {
  /** A first page of a `line` takes the place of those it waits for, which fail as overtaken. */
  page(asked: SearchAsked, line?: SearchLine): Promise<SearchPage>
  /** The newest of what a filter leaves, by their numbers. */
  all(filter: HistoryFilter, limit: number): Promise<number[]>
  /** What was filed in a period, counted. */
  overview(asked: OverviewAsked): Promise<Overview>
  close(): Promise<void>
}

/** On the ledger's own connection: for tests whose ledger no second one can read. */
export function directSearcher(db: Database): HistorySearcher {
  const search = historySearch(db)
  return {
    page: async (asked) => search.page(asked),
    all: async (filter, limit) => search.all(filter, limit),
    overview: async (asked) => overviewCounts(db)(asked),
    close: () => Promise.resolve(),
  }
}

/**
 * In a thread of its own, over a connection that only reads: main's own thread answers meanwhile, and reads no more than the lines of
 * one page. It is started by the first search, and anew after one that ended it.
 */
export function threadSearcher(file: string, key: LedgerKey | null, onDamage: () => void = () => undefined): HistorySearcher {
  let thread: Worker | null = null
  let isClosed = false
  let last = 0
  const asked = new Map<number, PromiseWithResolvers<SearchReply> & { line: SearchLine | undefined }>()
  const newest = new Int32Array(new SharedArrayBuffer(searchLines.length * Int32Array.BYTES_PER_ELEMENT))

  function start(): Worker {
    const started = new Worker(new URL('./search-thread.ts', import.meta.url), {
      workerData: { file, key, newest } satisfies SearchThread,
    })
    const lost = (error: Error) => {
      if (thread === started) thread = null
      for (const one of asked.values()) one.reject(error)
      asked.clear()
    }
    started.on('message', (reply: SearchReply) => {
      asked.get(reply.id)?.resolve(reply)
      asked.delete(reply.id)
      // An app that waits for nothing may end.
      if (asked.size === 0) started.unref()
    })
    started.on('error', lost)
    started.on('exit', () => lost(new Error('The thread that searches has ended')))
    return started
  }
  /** What was asked in this line before is wanted by nobody, be it under way. */
  function overtake(line: SearchLine): void {
    Atomics.store(newest, searchLines.indexOf(line), last)
    for (const [id, one] of asked) {
      if (one.line !== line || id >= last) continue
      one.reject(new Overtaken())
      asked.delete(id)
    }
  }
  async function ask(order: Omit<Exclude<SearchOrder, 'close'>, 'id'>, isAgain = false): Promise<SearchReply> {
    if (isClosed) throw new Error('The ledger is closed')
    thread ??= start()
    last += 1
    const answer = Promise.withResolvers<SearchReply>()
    asked.set(last, { ...answer, line: order.line })
    if (order.line) overtake(order.line)
    thread.ref()
    thread.postMessage({ id: last, ...order } satisfies SearchOrder)
    const reply = await answer.promise
    if (reply.overtaken) throw new Overtaken()
    if (reply.error) throw reply.error
    if (!reply.damaged) return reply
    if (isAgain) throw new Error('The search index is damaged')
    onDamage()
    return ask(order, true)
  }
  return {
    async page(page, line) {
      return (await ask({ page, ...(line && page.after === null && { line }) })).page ?? nothingFound
    },
    all: async (filter, limit) => (await ask({ all: { filter, limit } })).all ?? [],
    async overview(overview) {
      const counted = (await ask({ overview })).overview
      if (!counted) throw new Error('Nothing was counted')
      return counted
    },
    async close() {
      isClosed = true
      const ending = thread
      if (!ending) return
      const { promise: ended, resolve } = Promise.withResolvers<unknown>()
      ending.ref()
      ending.once('exit', resolve)
      ending.postMessage('close' satisfies SearchOrder)
      await ended
    },
  }
}
