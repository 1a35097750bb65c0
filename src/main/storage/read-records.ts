import type { Database, SqlInputs, Statement } from './database.ts'
import type * as z from 'zod'
import type { Damage, RecordSource } from '#shared/domain/damage.ts'
import { keyOf, stillOpen, type RawRow } from './record-keys.ts'

/** Reads rows of the ledger, which is input like any other: each is parsed, or set aside and left as it is. */
export interface RecordReader {
  /** The row, or null where there is none or it can't be read. */
  one<T extends z.ZodType>(source: RecordSource, schema: T, statement: Statement, ...values: SqlInputs): z.output<T> | null
  /** The rows that can be read. */
  all<T extends z.ZodType>(source: RecordSource, schema: T, statement: Statement, ...values: SqlInputs): z.output<T>[]
  /** Every row: what can't be read is what `salvage` makes of it. */
  allWith<T extends z.ZodType, S>(
    source: RecordSource,
    schema: T,
    salvage: (row: RawRow) => S,
    statement: Statement,
    ...values: SqlInputs
  ): (z.output<T> | S)[]
  /** A row that was read already. */
  row<T extends z.ZodType>(source: RecordSource, schema: T, row: RawRow): z.output<T> | null
  /** What SQL itself made of rows, such as a count or a list of ids: nothing is set aside for it. */
  made<T extends z.ZodType>(schema: T, statement: Statement, ...values: SqlInputs): z.output<T>[]
  /** Rows as they stand, whatever is in them. */
  raw(statement: Statement, ...values: SqlInputs): RawRow[]
  /** Hears once of each record that is set aside. */
  onSetAside: ((damage: Damage, rules: readonly string[]) => void) | null
}

/** SECURITY: which rule a record broke, in names of columns and of rules alone; what stands in it is a customer's. */
const rulesOf = (error: z.core.$ZodError): string[] => [
  ...new Set(
    error.issues.map(({ path, code, message }) => {
      const names = path.map(String).map((name) => (/^\w{1,40}$/.test(name) ? name : '…'))
      return `${names.join('.')}: ${code === 'custom' ? message : code}`
    }),
  ),
]

/** An item whose text was erased is no damaged one: it is read as what stays of it, where that is asked for. */
const isTextGone = (source: RecordSource, row: RawRow): boolean =>
  source === 'submissions' && typeof row['text_gone_at'] === 'number'

/** Larger than JavaScript's numbers are exact: SQLite gives such a one rounded unless asked for it in another way. */
function isRounded(row: RawRow): boolean {
  for (const value of Object.values(row))
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) return true
  return false
}

function rawRows(statement: Statement, values: SqlInputs): RawRow[] {
  const rows = statement.all(...values)
  if (!rows.some(isRounded)) return rows
  statement.safeIntegers(true)
  try {
    return statement
      .all(...values)
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === 'bigint' && value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
              ? Number(value)
              : value,
          ]),
        ),
      )
  } finally {
    statement.safeIntegers(false)
  }
}

/** The one place where rows become records. */
export function recordReader(db: Database): RecordReader {
  const told = new Set<string>()
  let statements: { find: Statement; insert: Statement; heal: Statement; any: Statement } | null = null
  // Prepared late: a ledger that is being brought up to date has no such table yet.
  const prepared = () =>
    (statements ??= {
      find: db.prepare('SELECT 1 FROM set_aside WHERE source = ? AND key = ?'),
      insert: db.prepare(
        'INSERT OR IGNORE INTO set_aside (source, key, found_at, rules, seq, note_key) VALUES (?, ?, ?, ?, ?, ?)',
      ),
      heal: db.prepare('DELETE FROM set_aside WHERE source = ? AND key = ?'),
      any: db.prepare('SELECT 1 FROM set_aside LIMIT 1'),
    })

  function setAside(source: RecordSource, row: RawRow, error: z.core.$ZodError): void {
    const key = keyOf(source, row)
    const rules = rulesOf(error)
    const open = stillOpen(source, row)
    try {
      const { find, insert } = prepared()
      if (!find.get(source, key))
        insert.run(source, key, Date.now(), JSON.stringify(rules), open?.seq ?? null, open?.noteKey ?? null)
    } catch {
      // A full disk or a ledger that is only read: the record can't be read all the same, and the next reading tries again.
    }
    const name = `${source} ${key}`
    if (told.has(name)) return
    told.add(name)
    reader.onSetAside?.({ source, key }, rules)
  }

  /** A record that can be read now, as an account that was saved anew. */
  function heal(source: RecordSource, row: RawRow): void {
    try {
      const { any, find, heal: erase } = prepared()
      if (!any.get()) return
      const key = keyOf(source, row)
      if (!find.get(source, key)) return
      erase.run(source, key)
      told.delete(`${source} ${key}`)
    } catch {
      // Where nothing can be written the next reading does it.
    }
  }

  function parseAll<T extends z.ZodType, S>(
    source: RecordSource,
    schema: T,
    rows: readonly RawRow[],
    salvage: ((row: RawRow) => S) | null,
  ): (z.output<T> | S)[] {
    const parsed = rows.map((row) => ({ row, result: schema.safeParse(row) }))
    const broken = parsed.filter(({ row, result }) => !result.success && !isTextGone(source, row))
    if (broken.length > 0) {
      // One flush for all of them, and none of its own within a transaction.
      const own = broken.length > 1 && !db.inTransaction
      if (own) db.exec('BEGIN')
      try {
        for (const { row, result } of broken) if (result.error) setAside(source, row, result.error)
      } finally {
        // A full disk ends a transaction by itself.
        if (own && db.inTransaction) db.exec('COMMIT')
      }
    }
    return parsed.flatMap(({ row, result }): (z.output<T> | S)[] => {
      if (!result.success) return salvage ? [salvage(row)] : []
      return [result.data]
    })
  }

  const reader: RecordReader = {
    onSetAside: null,
    row(source, schema, row) {
      return parseAll<typeof schema, never>(source, schema, [row], null)[0] ?? null
    },
    one(source, schema, statement, ...values) {
      const [row] = rawRows(statement, values)
      if (!row) return null
      const found = reader.row(source, schema, row)
      if (found !== null) heal(source, row)
      return found
    },
    all(source, schema, statement, ...values) {
      return parseAll<typeof schema, never>(source, schema, rawRows(statement, values), null)
    },
    allWith(source, schema, salvage, statement, ...values) {
      return parseAll(source, schema, rawRows(statement, values), salvage)
    },
    made(schema, statement, ...values) {
      return rawRows(statement, values).flatMap((row) => {
        const parsed = schema.safeParse(row)
        return parsed.success ? [parsed.data] : []
      })
    },
    raw: (statement, ...values) => rawRows(statement, values),
  }
  return reader
}
