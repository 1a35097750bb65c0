import * as z from 'zod'
import type { Ledger } from './ledger.ts'
import { whatItSpeaksOf, type Traces } from './traces.ts'

/** An item whose text may go: it is over, and nothing about the same thing is still open. */
export const mayLoseText = /* sql */ `
  item.text_gone_at IS NULL AND item.state IN ('sent', 'rejected', 'withdrawn', 'closed')
  AND NOT EXISTS (SELECT 1 FROM submissions AS other WHERE other.note_key = item.note_key AND item.note_key IS NOT NULL
    AND other.state IN ('queued', 'sending', 'held', 'unknown'))`

const thingRow = z
  .object({
    id: z.string(),
    kind: z.string(),
    scope: z.string(),
    account_id: z.string(),
    subject: z.string(),
    note_key: z.string().nullable(),
    attachment_id: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    attachmentId: row.attachment_id,
    thing: whatItSpeaksOf({
      kind: row.kind,
      boundOrigin: row.scope,
      accountId: row.account_id,
      subject: row.subject,
      noteKey: row.note_key,
    }),
  }))

/** Takes the text out of items: what stays is when, kind, account, state, number, and the trace of what it was about. */
export function erasedText(ledger: Ledger, traces: Pick<Traces, 'of'>) {
  const { db, reader } = ledger
  const one = db.prepare(`
    SELECT id, kind, scope, account_id, subject, note_key, attachment_id FROM submissions AS item WHERE seq = ? AND ${mayLoseText}`)
  // Without `seal`: what it was made of is gone. A refusal that nobody looked at has nothing to correct any more.
  const empty = db.prepare(`
    UPDATE submissions SET payload = '', typed = '', subject = '', context = '', excerpt = '', note_key = NULL, reason = NULL, head = '[]',
      fields = '{}', attachment_id = NULL, draft_id = NULL, seal = NULL, trace = :trace, text_gone_at = :at,
      dismissed = CASE state WHEN 'rejected' THEN 1 ELSE dismissed END,
      vendor_number = CASE :number WHEN 1 THEN vendor_number ELSE NULL END
    WHERE seq = :seq`)
  const ofItem = [
    'UPDATE attempts SET answer = NULL, reason = NULL WHERE submission_id = ?',
    'DELETE FROM attempt_reads WHERE submission_id = ?',
    'UPDATE decisions SET detail = NULL WHERE submission_id = ?',
  ].map((sql) => db.prepare(sql))
  const unindex = db.prepare('DELETE FROM submission_search WHERE rowid = ?')
  const forget = db.prepare("DELETE FROM set_aside WHERE source = 'submissions' AND key = ?")

  return {
    /**
     * Of one item, as part of the caller's transaction. Answers with its file, which may have no other owner; null where the item
     * moved on since and keeps its text.
     */
    erase(seq: number, at: number, { keepsNumber }: { keepsNumber: boolean }): { attachmentId: string | null } | null {
      const [item] = reader.made(thingRow, one, seq)
      if (!item) return null
      empty.run({ seq, at, trace: traces.of(item.thing), number: keepsNumber ? 1 : 0 })
      for (const statement of ofItem) statement.run(item.id)
      unindex.run(seq)
      forget.run(String(seq))
      return { attachmentId: item.attachmentId }
    },
  }
}
export type ErasedText = ReturnType<typeof erasedText>
