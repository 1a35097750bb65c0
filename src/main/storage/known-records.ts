import * as z from 'zod'
import type { Ledger } from './ledger.ts'

/** What is known already, asked for each row of a table. */
export function knownRecords({ db, reader }: Ledger) {
  const newest = db.prepare(
    `SELECT kind, state FROM submissions WHERE note_key = ? AND seq <= ? AND state <> 'withdrawn' ORDER BY seq DESC LIMIT 1`,
  )
  const others = db.prepare(`
    SELECT 1 FROM submissions WHERE note_key = ? AND kind = 'note.create' AND state = 'sent' AND (run_id IS NULL OR run_id <> ?) LIMIT 1`)
  const invoices = db.prepare(`
    SELECT DISTINCT subject FROM submissions WHERE kind = 'dispute.create' AND scope = ? AND account_id = ?
      AND (state IN ('queued', 'sending', 'sent', 'held', 'unknown', 'closed') OR uncertain = 1) AND state <> 'withdrawn'`)
  const newestSchema = z.object({ kind: z.string(), state: z.string() })
  const lastNote = db.prepare('SELECT seq FROM submissions WHERE note_key IS NOT NULL ORDER BY seq DESC LIMIT 1')
  const lastSchema = z.object({ seq: z.number() })
  return {
    /**
     * Tells whether there is a note, or one on its way: its newest item is no confirmed delete and was not refused. Only items of
     * before this call count: a start compares rows while it makes items of them, and must come to what the check came to.
     */
    notesSoFar(): (noteKey: string) => boolean {
      const [last] = reader.made(lastSchema, lastNote)
      // On a new computer no row need be looked up.
      if (!last) return () => false
      const { seq } = last
      return (noteKey) => {
        const [row] = reader.made(newestSchema, newest, noteKey, seq)
        if (!row) return false
        const { kind, state } = row
        return state !== 'rejected' && !(kind === 'note.delete' && state === 'sent')
      }
    },
    /** Whether somebody else than this run made a note there too: a delete does not say which one goes. */
    hasOtherNote: (noteKey: string, runId: number): boolean => others.get(noteKey, runId) !== undefined,
    /** Invoices of which a dispute may have reached Billink or still will, as they are compared: without capitals. */
    disputedInvoices: (boundOrigin: string, accountId: string): Set<string> =>
      new Set(
        reader
          .made(z.object({ subject: z.string() }), invoices, boundOrigin, accountId)
          .map(({ subject }) => subject.toLowerCase()),
      ),
  }
}
export type KnownRecords = ReturnType<typeof knownRecords>
