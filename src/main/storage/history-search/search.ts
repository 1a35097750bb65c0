import { newestFirst, sortedAtMost, type HistoryFilter, type HistoryOrder } from '#shared/domain/history-filter.ts'
import type { Database, SqlInput } from '../database.ts'
import { countCap } from './count-cap.ts'
import { notIndexedBelow } from './index-fill.ts'
import { Overtaken } from './overtaken.ts'
import { filterSql, seqsOfPeriod, type FilterSql } from './filter-sql.ts'
import { matchOf, wordsOf, type Hit, type Words } from './words.ts'

export interface SearchAsked {
  filter: HistoryFilter
  order?: HistoryOrder
  /** Where the page before this one ended. */
  after: PageEnd | null
  limit: number
}

/** By what the last line of a page is sorted, so that the next begins after it whatever came since. */
export interface PageEnd {
  seq: number
  key: string | number | null
}

export interface SearchPage {
  found: { seq: number; hit: Hit | null }[]
  end: PageEnd | null
  /** Of all pages; counted with the first alone. */
  total: number
  capped: boolean
  /** There were more than are sorted: these are the newest of them. */
  sortedWithin: number | null
  /** The index is being filled, the newest first: so many items at most are not in it yet. */
  notIndexed: number
}

/** The page of a search that leaves nothing. */
export const nothingFound: SearchPage = { found: [], end: null, total: 0, capped: false, sortedWithin: null, notIndexed: 0 }

/** So many candidates may turn out to be none before all their letters are asked for. */
const patience = 300

const sortKeys: Record<Exclude<HistoryOrder['by'], 'made'>, string> = {
  moved: 'item.state_at',
  subject: 'item.subject COLLATE NOCASE',
  customer: 'item.context COLLATE NOCASE',
  account: 'item.account_name COLLATE NOCASE',
}

interface Asked {
  filter: FilterSql
  words: Words | null
  first: number
  last: number
}
type Found = SearchPage['found'][number]

/** Searches everything that was ever filed, a page at a time, by key. */
export function historySearch(db: Database, isOvertaken: () => boolean = () => false) {
  const period = seqsOfPeriod(db)
  // Rows of a run are in the index once it is over; until then they are few, and the newest.
  const underWay = db.prepare(
    "SELECT min(indexed_to) AS seq FROM bulk_runs WHERE state NOT IN ('columns', 'checked', 'done', 'stopped') AND indexed_to > 0",
  )

  const indexIsEmptyBelow = notIndexedBelow(db)

  const within = (descending: boolean) =>
    `item.seq >= :first AND item.seq <= :last ORDER BY item.seq ${descending ? 'DESC' : 'ASC'}`

  /** Newest or oldest first; null where too many candidates were none. */
  function* indexed({ filter, words, first, last }: Asked, descending: boolean, which: 'some' | 'all'): Generator<Found | null> {
    const rows = db
      .prepare(
        `SELECT item.seq AS seq${words ? ', found.text AS text' : ''} FROM submission_search AS found CROSS JOIN submissions AS item ON item.seq = found.rowid
         WHERE found.submission_search MATCH :match AND found.rowid >= :first AND found.rowid <= :last AND ${filter.where}
         ORDER BY found.rowid ${descending ? 'DESC' : 'ASC'}`,
      )
      .iterate({ ...filter.values, first, last, match: matchOf(filter.signs, words, which) })
    let missed = 0
    for (const row of rows) {
      const text = String(row['text'] ?? '')
      if (words === null || words.isIn(text)) yield { seq: Number(row['seq']), hit: words?.hitIn(text) ?? null }
      else if (isOvertaken()) throw new Overtaken()
      else if ((missed += 1) === patience && which === 'some') return yield null
    }
  }
  function* plain({ filter, first, last }: Asked, descending: boolean, and = 'TRUE', by = ''): Generator<Found> {
    const rows = db
      .prepare(`SELECT item.seq AS seq FROM submissions AS item ${by} WHERE ${filter.where} AND ${and} AND ${within(descending)}`)
      .iterate({ ...filter.values, first, last })
    for (const row of rows) yield { seq: Number(row['seq']), hit: null }
  }

  function* wanted<T>(from: Iterable<T>, limit: number): Generator<T> {
    for (const one of firstOf(from, limit)) {
      if (isOvertaken()) throw new Overtaken()
      yield one
    }
  }

  function take(asked: Asked, descending: boolean, limit: number): Found[] {
    const { filter, words } = asked
    const some = (found: Iterable<Found>) => [...wanted(found, limit)]
    if (words === null && (filter.signs.length === 0 || indexIsEmptyBelow() !== null)) return some(plain(asked, descending))
    const few = [...wanted(indexed(asked, descending, 'some'), limit)]
    const found = few.includes(null) ? [...wanted(indexed(asked, descending, 'all'), limit)] : few
    const known = found.filter((one) => one !== null)
    if (words !== null) return known
    const from = Number(underWay.get()?.['seq'] ?? 0)
    const fresh =
      from === 0 ? [] : some(plain({ ...asked, first: Math.max(asked.first, from + 1) }, descending, 'item.run_id IS NOT NULL'))
    // No text of theirs is in the index; what they were is known, and counted elsewhere.
    const erased = some(plain(asked, descending, 'item.text_gone_at IS NOT NULL', 'INDEXED BY submissions_gone'))
    if (fresh.length + erased.length === 0) return known
    const seen = new Set(known.map(({ seq }) => seq))
    return [...known, ...fresh, ...erased.filter(({ seq }) => !seen.has(seq))]
      .toSorted((a, b) => (descending ? b.seq - a.seq : a.seq - b.seq))
      .slice(0, limit)
  }

  function sorted(found: readonly Found[], order: HistoryOrder, after: PageEnd | null, limit: number) {
    const key = sortKeys[order.by as keyof typeof sortKeys]
    const [direction, beyond] = order.descending ? ['DESC', '<'] : ['ASC', '>']
    const where = after ? `WHERE (${key}, item.seq) ${beyond} (:key, :seq)` : ''
    const rows = db
      .prepare(
        `SELECT item.seq AS seq, ${key} AS key FROM json_each(:seqs) AS one JOIN submissions AS item ON item.seq = one.value
         ${where} ORDER BY ${key} ${direction}, item.seq ${direction} LIMIT :limit`,
      )
      .all({ seqs: JSON.stringify(found.map(({ seq }) => seq)), limit, ...(after && { key: after.key, seq: after.seq }) })
    const hits = new Map(found.map(({ seq, hit }) => [seq, hit]))
    return {
      found: rows.map((row) => ({ seq: Number(row['seq']), hit: hits.get(Number(row['seq'])) ?? null })),
      end: endOf(rows),
    }
  }

  function pageOf({ filter, order = newestFirst, after, limit }: SearchAsked): Omit<SearchPage, 'notIndexed'> {
    const span = period(filter)
    if (!span) return nothingFound
    const asked: Asked = { filter: filterSql(filter), words: wordsOf(filter.search), ...span }
    if (order.by !== 'made') {
      const all = take(asked, true, sortedAtMost + 1)
      const newest = all.slice(0, sortedAtMost)
      const isMore = all.length > sortedAtMost
      const total = isMore ? countCap : Math.min(all.length, countCap)
      const capped = all.length > countCap
      return { ...sorted(newest, order, after, limit), total, capped, sortedWithin: isMore ? sortedAtMost : null }
    }
    const { descending } = order
    const beyond =
      after && (descending ? { last: Math.min(span.last, after.seq - 1) } : { first: Math.max(span.first, after.seq + 1) })
    // The first page is the beginning of what is counted.
    const some = take({ ...asked, ...beyond }, descending, after ? limit : Math.max(limit, countCap + 1))
    const found = some.slice(0, limit)
    const last = found.at(-1)
    return {
      found,
      end: last ? { seq: last.seq, key: null } : null,
      total: Math.min(some.length, countCap),
      capped: some.length > countCap,
      sortedWithin: null,
    }
  }

  return {
    page: (asked: SearchAsked): SearchPage => ({ ...pageOf(asked), notIndexed: indexIsEmptyBelow() ?? 0 }),
    /** All there is, the newest first, up to a limit: what is exported or decided together. */
    all: (filter: HistoryFilter, limit: number): number[] => {
      const span = period(filter)
      const asked = span && { filter: filterSql(filter), words: wordsOf(filter.search), ...span }
      return asked ? take(asked, true, limit).map(({ seq }) => seq) : []
    },
  }
}
export type HistorySearch = ReturnType<typeof historySearch>

function* firstOf<T>(from: Iterable<T>, limit: number): Generator<T> {
  let taken = 0
  for (const one of from) {
    yield one
    if ((taken += 1) === limit) return
  }
}

function endOf(rows: readonly Record<string, SqlInput>[]): PageEnd | null {
  const last = rows.at(-1)
  const key = last?.['key']
  return last ? { seq: Number(last['seq']), key: typeof key === 'string' || typeof key === 'number' ? key : null } : null
}
