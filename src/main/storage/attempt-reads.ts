import { hourMs } from '#shared/domain/time-spans.ts'
import type { Statement } from './database.ts'
import * as z from 'zod'
import { settlementSchema, type Earlier, type Found, type Settlement } from '#shared/domain/reading.ts'
import { time } from './columns.ts'
import { readBackKinds } from './item-rules.ts'
import type { Ledger } from './ledger.ts'

/** For so long a vendor may know a request again by its key; a clock that was set since ends it. */
const keyLastsMs = hourMs

const rowSchema = z
  .object({
    number: z.number(),
    read_at: time,
    found: z.string(),
    meant: z.string().nullable(),
    idempotency_key: z.string().nullable(),
    agreed_at: time.nullable(),
    looked_at: time.nullable(),
    look: settlementSchema.nullable(),
    look_found: z.string().nullable(),
  })
  .transform((row) => ({
    number: row.number,
    readAt: row.read_at,
    /** What stood there, as text. */
    found: row.found,
    /** What was to stand there; null where the try stopped at what it read. */
    meant: row.meant,
    agreedAt: row.agreed_at,
    lookedAt: row.looked_at,
    look: row.look,
    lookFound: row.look_found,
  }))
/** What a try read before it changed anything, and what a later reading made of it. */
export type AttemptRead = z.infer<typeof rowSchema>

const lookRow = z
  .object({ id: z.string(), account_id: z.string(), scope: z.string() })
  .transform((row) => ({ id: row.id, accountId: row.account_id, boundOrigin: row.scope }))
const agreedSchema = z.object({ agreed: z.string() })
const keySchema = z.object({ value: z.string(), meant: z.string() })

/** Writes what a try read; for a lane's own connection as well. */
export function readsWriter({ db }: Pick<Ledger, 'db'>) {
  // A try whose writing was in doubt is written again.
  const insert: Statement = db.prepare(`
    INSERT OR REPLACE INTO attempt_reads (submission_id, number, read_at, found, meant, idempotency_key) VALUES (?, ?, ?, ?, ?, ?)`)
  return (id: string, number: number, at: number, { found, change }: Found): void => {
    insert.run(id, number, at, found, change?.meant ?? null, change?.key ?? null)
  }
}

/** Reads what earlier tries of an item left for the next one. */
export function earlierReader({ db, reader }: Pick<Ledger, 'db' | 'reader'>) {
  const agreed = db.prepare(`
    SELECT coalesce(look_found, found) AS agreed FROM attempt_reads WHERE submission_id = ? AND agreed_at IS NOT NULL
    ORDER BY number DESC LIMIT 1`)
  // One that never left is known to nobody. One that was answered for good has done what it can: its answer would only be given
  // again, be it "too many requests".
  const key = db.prepare(`
    SELECT newest.idempotency_key AS value, newest.meant FROM (
      SELECT * FROM attempt_reads AS read WHERE submission_id = :id AND idempotency_key IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM attempts WHERE submission_id = :id AND number = read.number AND ended_at IS NOT NULL AND progress = 'nothing-sent')
        ORDER BY number DESC LIMIT 1) AS newest
    WHERE (SELECT min(read_at) FROM attempt_reads WHERE submission_id = :id AND idempotency_key = newest.idempotency_key)
        BETWEEN :now - ${keyLastsMs} AND :now
      AND NOT EXISTS (SELECT 1 FROM attempt_reads AS used JOIN attempts USING (submission_id, number)
        WHERE submission_id = :id AND used.idempotency_key = newest.idempotency_key
          AND (status BETWEEN 200 AND 299 OR status BETWEEN 400 AND 499 AND status <> 408))`)
  return (id: string, now: number): Earlier => ({
    agreed: reader.made(agreedSchema, agreed, id)[0]?.agreed ?? null,
    key: reader.made(keySchema, key, { id, now })[0] ?? null,
  })
}

/** What tries read at vendors that read back. Each write is one transaction, or joins the caller's. */
export function attemptReads(ledger: Ledger) {
  const { db, reader } = ledger
  const write = readsWriter(ledger)
  const all = db.prepare('SELECT * FROM attempt_reads WHERE submission_id = ? ORDER BY number')
  const looked = db.prepare(`
    UPDATE attempt_reads SET looked_at = ?, look = ?, look_found = ? WHERE submission_id = ? AND number = ?`)
  const lookable = /* sql */ `item.state = 'unknown' AND item.kind IN ${readBackKinds}
    AND NOT (item.asks = 1 AND EXISTS (SELECT 1 FROM attempt_reads WHERE submission_id = item.id AND number = item.attempt_count
      AND look IS NOT NULL))`
  const toLookUp = db.prepare(`
    SELECT id, scope, account_id FROM submissions AS item WHERE run_id IS NULL AND ${lookable}
    UNION ALL SELECT item.id, item.scope, item.account_id FROM bulk_runs AS run
      CROSS JOIN submissions AS item ON item.run_id = run.id AND item.replaced_by IS NULL
      WHERE item.state NOT IN ('queued', 'sending', 'sent') AND ${lookable}`)
  const of = (id: string): AttemptRead[] => reader.made(rowSchema, all, id)
  return {
    of,
    earlier: earlierReader(ledger),
    /** Unknown outcomes, of rows too, that a reading may settle: all but those whose reading left it to a person. */
    toLookUp: (): { id: string; accountId: string; boundOrigin: string }[] => reader.made(lookRow, toLookUp),
    /** On disk when it returns: only then may a change leave. */
    write: (id: string, number: number, at: number, found: Found): void => ledger.transaction(() => write(id, number, at, found)),
    /** The newest try whose change may have left. */
    lastChange: (id: string): AttemptRead | null => of(id).findLast(({ meant }) => meant !== null) ?? null,
    recordLook(id: string, number: number, at: number, look: { settlement: Settlement; found: string | null }): void {
      looked.run(at, look.settlement, look.found, id, number)
    },
  }
}
export type AttemptReads = ReturnType<typeof attemptReads>
