import { tableRules } from './data-rules.ts'
import type { Ledger } from './ledger.ts'
import type { RawRow } from './record-keys.ts'

/** A row in which something of a person may stand. */
export interface SearchedRow {
  table: string
  row: RawRow
  /** What of it is searched. */
  texts: string[]
}

/** Few enough to leave the app its turn, whatever stands in them. */
const rowsAtOnce = 200

/** What SQLite keeps for its own search is made of the items. */
const own = (table: string) => table.startsWith('submission_search')

/**
 * Every row of the ledger in which the table of rules says that something of a customer can stand, some at a time. Without an
 * index, on purpose: what an index lacks is found as well.
 */
export function* personRows({ db, reader }: Pick<Ledger, 'db' | 'reader'>, tables?: readonly string[]): Generator<SearchedRow[]> {
  for (const [table, { person }] of Object.entries(tableRules)) {
    if (person.length === 0 || own(table) || (tables && !tables.includes(table))) continue
    const keys = reader
      .raw(db.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk'), table)
      .map(({ name }) => String(name))
    const order = keys.length > 0 ? keys : ['rowid']
    const columns = order[0] === 'rowid' ? 'rowid, *' : '*'
    const first = db.prepare(`SELECT ${columns} FROM ${table} ORDER BY ${order.join(', ')} LIMIT ${rowsAtOnce}`)
    const marks = order.map(() => '?').join(', ')
    const next = db.prepare(
      `SELECT ${columns} FROM ${table} WHERE (${order.join(', ')}) > (${marks}) ORDER BY ${order.join(', ')} LIMIT ${rowsAtOnce}`,
    )
    for (let rows = reader.raw(first); rows.length > 0;) {
      yield rows.map((row) => ({ table, row, texts: person.flatMap((name) => textOf(row[name])) }))
      const last = rows.at(-1)
      rows = rows.length < rowsAtOnce || !last ? [] : reader.raw(next, ...order.map((name) => last[name] ?? null))
    }
  }
}

const textOf = (value: unknown): string[] =>
  typeof value === 'string' && value !== '' ? [value] : value instanceof Uint8Array ? [Buffer.from(value).toString('utf8')] : []
