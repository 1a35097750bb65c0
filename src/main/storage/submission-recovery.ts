import { httpMethodOf, submissionKindSchema } from '#shared/domain/kinds.ts'
import * as z from 'zod'
import type { Message } from '#shared/domain/message.ts'
import { sqliteCodeOf } from './sqlite-code.ts'
import type { Ledger } from './ledger.ts'
import { readBackKinds } from './item-rules.ts'
import { submissionRowSchema } from './submission-row.ts'

/** The table of kinds, as SQL has it; a kind that a disk damaged is in none of its lines. */
const methods = submissionKindSchema.options.map((kind) => `WHEN '${kind}' THEN '${httpMethodOf(kind)}'`).join(' ')

const isConstraint = (error: unknown) => sqliteCodeOf(error) === 'SQLITE_CONSTRAINT'

/** What a start does to items before anything is sent; by SQL where it can be, since what can't be read counts too. */
export function submissionRecovery(ledger: Ledger) {
  const { db, reader } = ledger
  const idRow = z.object({ id: z.string() })
  // A run writes a try when it ends, so that of a row that was under way there may be nothing yet.
  const interrupted = db.prepare(`
    INSERT INTO attempts (submission_id, number, started_at, progress, method, host, body_bytes, state_after, reason)
    SELECT id, attempt_count, state_at, 'nothing-sent', CASE kind ${methods} ELSE 'POST' END,
      '', 0, 'unknown', :reason FROM submissions WHERE id = :id
    ON CONFLICT (submission_id, number) DO UPDATE SET state_after = 'unknown', reason = excluded.reason WHERE state_after IS NULL`)
  const nextSeqs = db.prepare('SELECT seq FROM submissions WHERE seq > ? ORDER BY seq LIMIT 1000')
  const between = db.prepare('SELECT * FROM submissions WHERE seq > ? AND seq <= ?')
  const underWay = db.prepare(`
    SELECT seq FROM submissions WHERE run_id IS NULL AND state = 'sending'
    UNION ALL SELECT item.seq FROM bulk_runs AS run CROSS JOIN submissions AS item ON item.run_id = run.id
      WHERE (run.under_way <> 0 OR run.state NOT IN ('columns', 'checked', 'starting', 'paused', 'stopped', 'done')) AND item.replaced_by IS NULL AND item.state = 'sending'`)
  // By SQL alone: what can't be read may have arrived like any other.
  const doubt = db.prepare(`
    UPDATE submissions SET state = 'unknown', state_at = :at, reason = :reason, head = '[]', fields = '{}', in_hold = 0, not_before = NULL,
      wait_ms = 0, asks = 0, backoff_count = 0, uncertain = 1, repeating = 0, first_unknown_at = coalesce(first_unknown_at, :at)
    WHERE seq = :seq AND state = 'sending' RETURNING id`)
  // What was read is on disk before a change leaves: where nothing is, nothing left.
  const unsent = db.prepare(`
    UPDATE submissions AS item SET state = 'queued', state_at = :at, reason = :reason, in_hold = 0, not_before = NULL, wait_ms = 0, asks = 0,
      repeating = 0
    WHERE seq = :seq AND state = 'sending' AND kind IN ${readBackKinds} AND NOT EXISTS (
      SELECT 1 FROM attempt_reads WHERE submission_id = item.id AND number = item.attempt_count AND idempotency_key IS NOT NULL)
    RETURNING id`)
  const unsentTry = db.prepare(`
    UPDATE attempts SET state_after = 'queued', reason = ? WHERE submission_id = ? AND state_after IS NULL`)
  return {
    /** Looks at every item there is, so that those which no query finds by their state or kind are set aside. */
    examine(): void {
      for (let after = 0; ;) {
        const seqs = reader.raw(nextSeqs, after).map((row) => Number(row['seq']))
        const last = seqs.at(-1)
        if (last === undefined) return
        reader.all('submissions', submissionRowSchema, between, after, last)
        after = last
      }
    },
    /** Rows of runs too: whatever was under way when the app ended. */
    underWay: (): number[] => reader.made(z.object({ seq: z.number() }), underWay).map(({ seq }) => seq),
    /** Nothing of this try left, as its vendor is read first: it waits again. False where that is not known. */
    unsent: (seq: number, reason: Message, at: number): boolean =>
      ledger.transaction(() => {
        const told = JSON.stringify(reason)
        const [row] = reader.made(idRow, unsent, { seq, reason: told, at })
        if (row) unsentTry.run(told, row.id)
        return row !== undefined
      }),
    /** What came of this try will never be known. Null where it no longer was under way. */
    interrupt: (seq: number, reason: Message, at: number): string | null =>
      ledger.transaction(() => {
        const told = JSON.stringify(reason)
        try {
          const [row] = reader.made(idRow, doubt, { seq, reason: told, at })
          if (!row) return null
          interrupted.run({ id: row.id, reason: told })
          return row.id
        } catch (error) {
          // A value of another type stands in the row: SQLite changes no column of it, and it is set aside as it is.
          if (isConstraint(error)) return null
          throw error
        }
      }),
  }
}
