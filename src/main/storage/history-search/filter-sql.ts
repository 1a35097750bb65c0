import type { HistoryFilter } from '#shared/domain/history-filter.ts'
import type { Database, SqlInput } from '../database.ts'
import { accountSign, environmentSign, kindSign, runSign, stateSign, testSign } from './signs.ts'

/** A filter as the columns know it, and as signs of the index. */
export interface FilterSql {
  /** Conditions on `item`, each true for what is left. */
  where: string
  values: Record<string, SqlInput>
  /** Of each group an item has one. */
  signs: string[][]
}

/** Ends of a long period are looked for among this many items: a clock that was wrong moved none further than that. */
const strayed = 20_000

const list = (name: string, values: readonly string[], into: Record<string, SqlInput>) => {
  values.forEach((value, at) => (into[`${name}${at}`] = value))
  return `(${values.map((_, at) => `:${name}${at}`).join(', ')})`
}

/** What has no state of its own in the index, since it stays for a moment: it is found as what it was before. */
const indexedAs = (state: string): string[] =>
  state === 'sending' ? ['sending', 'queued', 'held', 'unknown', 'rejected'] : [state]

/** What a filter asks of items. */
export function filterSql(filter: HistoryFilter): FilterSql {
  const values: Record<string, SqlInput> = {}
  const parts: string[] = []
  const signs: string[][] = []
  const { kinds, states, accountId, environments = [], test = null, runId = null, from = null, before = null } = filter
  if (kinds.length > 0) {
    parts.push(`item.kind IN ${list('kind', kinds, values)}`)
    signs.push(kinds.map(kindSign))
  }
  if (states.length > 0) {
    parts.push(`item.state IN ${list('state', states, values)}`)
    signs.push([...new Set(states.flatMap(indexedAs))].map(stateSign))
  }
  if (accountId) {
    parts.push('item.account_id = :account')
    values['account'] = accountId
    signs.push([accountSign(accountId)])
  }
  if (environments.length > 0) {
    parts.push(`item.environment IN ${list('environment', environments, values)}`)
    signs.push(environments.map(environmentSign))
  }
  if (test !== null) {
    parts.push('item.test = :test')
    values['test'] = test ? 1 : 0
    signs.push([testSign(test)])
  }
  if (runId !== null) {
    parts.push('item.run_id = :run')
    values['run'] = Number(runId)
    signs.push([runSign(Number(runId))])
  }
  if (from !== null) {
    parts.push('item.created_at >= :from')
    values['from'] = Date.parse(from)
  }
  if (before !== null) {
    parts.push('item.created_at < :before')
    values['before'] = Date.parse(before)
  }
  return { where: parts.length > 0 ? parts.join(' AND ') : 'TRUE', values, signs }
}

/** Between which of its numbers a ledger has the items of a period; null where it has none. */
export function seqsOfPeriod(db: Database) {
  const some = (direction: string) => /* sql */ `
    (SELECT seq FROM submissions WHERE created_at >= :from AND created_at < :before ORDER BY created_at ${direction} LIMIT ${strayed})`
  const ends = db.prepare(`SELECT (SELECT min(seq) FROM ${some('ASC')}) AS first, (SELECT max(seq) FROM ${some('DESC')}) AS last`)
  return ({ from = null, before = null }: HistoryFilter): { first: number; last: number } | null => {
    if (from === null && before === null) return { first: 0, last: Number.MAX_SAFE_INTEGER }
    const row = ends.get({
      from: from === null ? 0 : Date.parse(from),
      before: before === null ? 9e15 : Date.parse(before),
    })
    return typeof row?.['first'] === 'number' && typeof row['last'] === 'number'
      ? { first: row['first'], last: row['last'] }
      : null
  }
}
