import path from 'node:path'
import { openLedgerFile } from '#test/support/ledger-file.ts'
import type { RecordSource } from '#shared/domain/damage.ts'
import { seeded, type Random } from '#test/faults/harness/random.ts'

/** What must not be touched: by these a row is found again, and nothing can be said of one that has another. */
const keys: Record<RecordSource, readonly string[]> = {
  accounts: ['id'],
  attachments: ['id'],
  drafts: ['id'],
  submissions: ['seq', 'id', 'run_id', 'run_row'],
  attempts: ['submission_id', 'number'],
  decisions: ['submission_id', 'at'],
  bulk_runs: ['id'],
  bulk_pieces: ['run_id', 'first_row'],
  bulk_marks: ['run_id', 'row'],
  bulk_edits: ['run_id', 'row', 'step'],
  bulk_plans: ['kind', 'layout'],
  saved_searches: ['id'],
  templates: ['id'],
}

type Value = string | number | null

/** Another value, as a bad sector, a half write or a hand in the file leaves it. */
function broken(value: unknown, random: Random): Value {
  if (typeof value === 'number') return random.pick([-1, 2, 7, 1e300, value + 1])
  const text = typeof value === 'string' ? value : ''
  const at = random.below(Math.max(1, text.length))
  const flipped = String.fromCodePoint((text.codePointAt(at) ?? 32) ^ (1 << random.below(7)) || 33)
  return random.pick([
    text.slice(0, at) + flipped + text.slice(at + 1),
    text.slice(0, at),
    `${text.slice(0, at)}\u0000￿${text.slice(at)}`,
    '{"kind":"elsewhere"}',
    '',
  ])
}

/**
 * Opens the ledger of a desk that is closed and damages this many values of random rows of a table, past every constraint.
 * Answers with the keys of what was damaged.
 */
export function damageLedger(folder: string, source: RecordSource, seed: number, count: number): string[] {
  const random = seeded(seed)
  const db = openLedgerFile(path.join(folder, 'ledger.sqlite'))
  try {
    db.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON')
    const own = keys[source]
    const columns = db
      .prepare(`SELECT name, type FROM pragma_table_info('${source}')`)
      .all()
      .map((row) => ({ name: String(row['name']), isNumber: row['type'] === 'INTEGER' }))
      .filter(({ name }) => !own.includes(name))
    const damaged: string[] = []
    for (let n = 0; n < count; n += 1) {
      const all = db.prepare(`SELECT * FROM ${source}`)
      all.safeIntegers(true)
      const rows = all.all()
      const row = random.pick(rows)
      const column = random.pick(columns)
      const next = column.isNumber
        ? Math.trunc(Number(broken(Number(row[column.name] ?? 0), random)))
        : broken(row[column.name], random)
      const value = typeof next === 'number' && !Number.isSafeInteger(next) ? 2n ** 60n : next
      const where = own.map((name) => `${name} IS ?`).join(' AND ')
      db.prepare(`UPDATE OR IGNORE ${source} SET "${column.name}" = ? WHERE ${where}`).run(
        value,
        ...own.map((name) => row[name] ?? null),
      )
      damaged.push(`${column.name} of ${own.map((name) => String(row[name])).join('/')} = ${String(value).slice(0, 60)}`)
    }
    return damaged
  } finally {
    db.close()
  }
}
