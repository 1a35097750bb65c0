import { createHash, randomBytes } from 'node:crypto'
import { functions } from './functions/index.ts'
import type { TeamKind } from './functions/keys.ts'
import { tables } from './tables/index.ts'

/** Asks a database as its owner. */
export interface Admin {
  query(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>
}

/** A kind that items are known by says something else by now: then what left would be known no more. */
export class KindChanged extends Error {
  readonly kind: string

  constructor(kind: string) {
    super(`The kind ${kind} says something else than this team was told`)
    this.name = 'KindChanged'
    this.kind = kind
  }
}

/** The team's tables were made by a newer Balie. */
export class NewerTeam extends Error {}

/** A lock of Balie's own, so that two administrators who migrate do so one after the other. */
const lock = 0x42414c45

/** One step for each version of the tables; a landed one is never edited. Functions are made anew each time. */
export async function migrate(admin: Admin, kinds: readonly TeamKind[]): Promise<{ from: number; to: number; changed: boolean }> {
  const code = functions(kinds)
  const sha = createHash('sha256').update(code).digest('hex')
  await admin.query('BEGIN')
  try {
    await admin.query('SELECT pg_advisory_xact_lock($1)', [lock])
    await admin.query('SET LOCAL ROLE balie_owner')
    await admin.query(
      `CREATE TABLE IF NOT EXISTS team.version (one bool PRIMARY KEY DEFAULT true CHECK (one), tables int NOT NULL, functions text NOT NULL)`,
    )
    const [row] = await admin.query('SELECT tables, functions FROM team.version')
    const from = Number(row?.['tables'] ?? 0)
    if (from > tables.length) throw new NewerTeam()
    for (const step of tables.slice(from)) await admin.query(step(await trigramSchema(admin)))
    if (from === 0) await makeSecret(admin)
    const changed = row?.['functions'] !== sha
    if (changed) {
      await tellKinds(admin, kinds)
      await admin.query(code)
    }
    await admin.query(
      `INSERT INTO team.version (tables, functions) VALUES ($1, $2) ON CONFLICT (one) DO UPDATE SET tables = excluded.tables, functions = excluded.functions`,
      [tables.length, sha],
    )
    await admin.query('COMMIT')
    return { from, to: tables.length, changed: changed || from < tables.length }
  } catch (error) {
    await admin.query('ROLLBACK').catch(() => [])
    throw error
  }
}

/** What this version of Balie would have, for a look that changes nothing. */
export const currentVersion = (kinds: readonly TeamKind[]) => ({
  tables: tables.length,
  functions: createHash('sha256').update(functions(kinds)).digest('hex'),
})

async function trigramSchema(admin: Admin): Promise<string> {
  const [row] = await admin.query(
    `SELECT quote_ident(n.nspname) AS name FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm'`,
  )
  return typeof row?.['name'] === 'string' ? row['name'] : 'public'
}

/** SECURITY: made here, once, and readable by no clerk: without it a hash of an invoice number can't be guessed at. */
async function makeSecret(admin: Admin): Promise<void> {
  const secret = Buffer.concat([randomBytes(32), Buffer.alloc(32)])
  const pad = (byte: number) => Buffer.from(secret.map((part) => part ^ byte))
  await admin.query('INSERT INTO team.secret (inner_pad, outer_pad) VALUES ($1, $2)', [pad(0x36), pad(0x5c)])
}

async function tellKinds(admin: Admin, kinds: readonly TeamKind[]): Promise<void> {
  for (const { kind, vendor, keySql } of kinds) {
    await admin.query('INSERT INTO team.kind (kind, vendor, key_sql) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      kind,
      vendor,
      keySql,
    ])
    const [known] = await admin.query('SELECT vendor = $2 AND key_sql = $3 AS same FROM team.kind WHERE kind = $1', [
      kind,
      vendor,
      keySql,
    ])
    if (known?.['same'] !== true) throw new KindChanged(kind)
  }
}
