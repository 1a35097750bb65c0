import { hash } from 'node:crypto'
import * as z from 'zod'
import { recordSourceSchema, type Damage, type DamagedRecord, type RecordSource } from '#shared/domain/damage.ts'
import { kindNames } from '#shared/domain/kinds.ts'
import { time } from './columns.ts'
import type { Ledger } from './ledger.ts'
import { migrations } from './migrations/index.ts'
import { keyColumns, type RawRow } from './record-keys.ts'
import { salvaged, type SalvagedSubmission } from './salvage.ts'

const asideSchema = z.object({
  source: recordSourceSchema,
  key: z.string(),
  found_at: time.catch(0),
  rules: z.string(),
  put_away_at: z.number().nullable(),
})
type Aside = z.infer<typeof asideSchema>

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const iso = (value: unknown): string | null => {
  const parsed = time.safeParse(value)
  return parsed.success && parsed.data > 0 ? new Date(parsed.data).toISOString() : null
}

/** Columns that hold what a person typed. */
const typedColumns: Partial<Record<RecordSource, readonly string[]>> = {
  drafts: ['fields'],
  submissions: ['typed', 'payload'],
  bulk_edits: ['value'],
  templates: ['fields'],
}
/** Columns that hold one of a few words or a number of our own: no customer is told by them. */
const ownWords = new Set(['kind', 'state', 'environment', 'standing', 'progress', 'state_after', 'method', 'plan_from', 'format'])
const wordsOfOurs = /^[a-z.-]{1,20}$/

/** What was set aside because it can't be read, for a person to look at. */
export function damagedRecords({ db, reader }: Ledger) {
  const all = db.prepare('SELECT * FROM set_aside ORDER BY found_at DESC, source, key')
  const one = db.prepare('SELECT * FROM set_aside WHERE source = ? AND key = ?')
  const putAway = db.prepare('UPDATE set_aside SET put_away_at = ? WHERE source = ? AND key = ? AND put_away_at IS NULL')
  const accountName = db.prepare('SELECT settings FROM accounts WHERE id = ?')
  const submission = db.prepare('SELECT * FROM submissions WHERE id = ?')

  function rowOf({ source, key }: Damage): RawRow | null {
    const columns = keyColumns[source]
    const parts = key.split('/')
    if (parts.length < columns.length) return null
    const last = parts.slice(columns.length - 1).join('/')
    const values = [...parts.slice(0, columns.length - 1), last]
    const where = columns.map((column) => `CAST(${column} AS TEXT) = ?`).join(' AND ')
    return reader.raw(db.prepare(`SELECT * FROM ${source} WHERE ${where}`), ...values)[0] ?? null
  }

  /** By pattern: the account's settings may be what can't be read. */
  const nameIn = (settings: unknown): string | null => /"name":"((?:[^"\\]|\\.){1,100})"/.exec(String(settings))?.[1] ?? null

  /** What a draft is about, where that much of it can be read. */
  const numberIn = (fields: unknown): string | null =>
    /"(?:invoice|saleID|paymentID)":"([^"\\]{1,100})"/.exec(String(fields))?.[1] ?? null

  function describe(aside: Aside): DamagedRecord {
    const row = rowOf(aside) ?? {}
    const [account] = typeof row['account_id'] === 'string' ? reader.raw(accountName, row['account_id']) : []
    const kind = String(row['kind'] ?? '')
    return {
      source: aside.source,
      key: aside.key,
      foundAt: new Date(aside.found_at).toISOString(),
      kind: kindNames.find((name) => kind === name || kind.startsWith(`${name}.`)) ?? null,
      label:
        text(row['subject']) ??
        text(row['file_name']) ??
        (aside.source === 'accounts' ? nameIn(row['settings']) : numberIn(row['fields'])),
      accountName: text(row['account_name']) ?? nameIn(account?.['settings'] ?? ''),
      at: iso(row['updated_at']) ?? iso(row['created_at']) ?? iso(row['started_at']) ?? iso(row['at']),
      hasText: typedColumns[aside.source] !== undefined,
      putAway: aside.put_away_at !== null,
    }
  }

  const find = ({ source, key }: Damage): Aside | null => reader.made(asideSchema, one, source, key)[0] ?? null

  /** SECURITY: lengths and hashes of what is wrong, and no content: this is mailed. A short text could be guessed by its hash. */
  function columnLine(name: string, value: unknown, broken: ReadonlySet<string>): string {
    const mark = broken.has(name) ? ' <' : ''
    if (value === null) return `  ${name}: null${mark}`
    if (typeof value === 'number' || typeof value === 'bigint') return `  ${name}: number, ${String(value).length} digits${mark}`
    if (typeof value !== 'string')
      return `  ${name}: ${value instanceof Uint8Array ? `bytes, ${value.length}` : typeof value}${mark}`
    if (ownWords.has(name) && wordsOfOurs.test(value)) return `  ${name}: ${value}${mark}`
    const told = value.length > 100 ? `, sha256 ${hash('sha256', value).slice(0, 16)}` : ''
    return `  ${name}: text, ${value.length} characters${told}${mark}`
  }

  return {
    list: (sources: readonly RecordSource[]): DamagedRecord[] =>
      reader
        .made(asideSchema, all)
        .filter(({ source, put_away_at }) => put_away_at === null && sources.includes(source))
        .map(describe),
    get(damage: Damage): DamagedRecord | null {
      const aside = find(damage)
      return aside && describe(aside)
    },
    /** The item with this id as far as it can be read. */
    item(id: string): SalvagedSubmission | null {
      const [row] = reader.raw(submission, id)
      return row ? salvaged(row) : null
    },
    /** A person's word that it is dealt with: it is shown no more, and nothing waits for it. */
    putAway: ({ source, key }: Damage, at: number): boolean => putAway.run(at, source, key).changes === 1,
    /** What was typed, letter by letter as it stands in the ledger. */
    typedText(damage: Damage): string | null {
      const row = rowOf(damage)
      const columns = typedColumns[damage.source]
      if (!row || !columns) return null
      return columns.flatMap((column) => text(row[column]) ?? []).join('\n\n')
    },
    /** What a developer needs to know of it, and nothing of a customer. */
    diagnostics(damage: Damage, version: string): string | null {
      const aside = find(damage)
      if (!aside) return null
      const row = rowOf(damage)
      const rules = z.array(z.string()).safeParse(JSON.parse(aside.rules)).data ?? []
      const broken = new Set(rules.map((rule) => rule.split(/[.:]/)[0] ?? ''))
      return [
        `Balie ${version} · ${process.platform} · Node ${process.versions.node} · ledger ${migrations.length}`,
        `table: ${damage.source}`,
        // A layout names columns of a customer's file.
        `key: ${damage.source === 'bulk_plans' ? '-' : damage.key}`,
        `found: ${new Date(aside.found_at).toISOString()}`,
        'rules:',
        ...rules.map((rule) => `  ${rule}`),
        'columns:',
        ...(row ? Object.entries(row).map(([name, value]) => columnLine(name, value, broken)) : ['  the row is gone']),
      ].join('\n')
    },
  }
}
export type DamagedRecords = ReturnType<typeof damagedRecords>
