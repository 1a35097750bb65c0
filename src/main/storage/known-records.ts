import * as z from 'zod'
import { actionOf, submissionKindSchema, type SubmissionKind } from '#shared/domain/kinds.ts'
import { messageSchema } from '#shared/domain/message.ts'
import { payloadSchema, type Payload } from '#shared/vendors/index.ts'
import { jsonColumn } from './columns.ts'
import { mayHaveArrived, tracedBy } from './item-rules.ts'
import type { Ledger } from './ledger.ts'
import { aboutSubject, noTraces, type Traces } from './traces.ts'

/** What is known already, asked for each row of a table. */
export function knownRecords({ db, reader }: Ledger, traces: Pick<Traces, 'any' | 'all'> = noTraces) {
  const newest = db.prepare(
    `SELECT seq, kind, state FROM submissions WHERE note_key = ? AND seq <= ? AND state <> 'withdrawn' ORDER BY seq DESC LIMIT 1`,
  )
  const newestErased = db.prepare(
    `SELECT seq, kind, state FROM submissions WHERE ${tracedBy('?')} AND seq <= ? AND state <> 'withdrawn' ORDER BY seq DESC LIMIT 1`,
  )
  const others = db.prepare(`
    SELECT 1 FROM submissions WHERE note_key = ? AND kind = ? AND state = 'sent' AND (run_id IS NULL OR run_id <> ?) LIMIT 1`)
  const othersErased = db.prepare(`
    SELECT 1 FROM submissions WHERE ${tracedBy('?')} AND kind = ? AND state = 'sent' AND (run_id IS NULL OR run_id <> ?) LIMIT 1`)
  const erased = db.prepare(`SELECT 1 FROM submissions WHERE ${tracedBy('?')} AND ${mayHaveArrived} LIMIT 1`)
  const subjects = db.prepare(`
    SELECT DISTINCT subject FROM submissions WHERE kind = ? AND scope = ? AND account_id = ?
      AND text_gone_at IS NULL AND ${mayHaveArrived}`)
  const sent = db.prepare(`
    SELECT payload FROM submissions WHERE note_key = :key AND state = 'sent' AND (:run IS NULL OR run_id = :run) ORDER BY seq DESC LIMIT 1`)
  const sentSchema = z.object({ payload: jsonColumn(payloadSchema) })
  // One whose kind can't be read may be there all the same.
  const newestSchema = z.object({ seq: z.number(), kind: submissionKindSchema.nullable().catch(null), state: z.string() })
  const refused = db.prepare(`
    SELECT item.reason, read.found FROM submissions AS item
      JOIN attempt_reads AS read ON read.submission_id = item.id AND read.number = item.attempt_count
    WHERE item.note_key = ? AND item.run_id = ? AND item.replaced_by IS NULL AND item.state = 'rejected' ORDER BY item.seq DESC LIMIT 1`)
  const refusedSchema = z.object({ reason: jsonColumn(messageSchema), found: z.string() })
  const lastKey = db.prepare(
    'SELECT seq FROM submissions WHERE note_key IS NOT NULL OR trace IS NOT NULL ORDER BY seq DESC LIMIT 1',
  )
  const lastSchema = z.object({ seq: z.number() })
  return {
    /**
     * Tells whether the thing that a key speaks of is there, or on its way: its newest item is no confirmed delete and was not
     * refused. Only items of before this call count: a start compares rows while it makes items of them, and must come to what
     * the check came to.
     */
    keysSoFar(): (key: string) => boolean {
      const [last] = reader.made(lastSchema, lastKey)
      // On a new computer no row need be looked up.
      if (!last) return () => false
      const { seq } = last
      return (key) => {
        const readable = reader.made(newestSchema, newest, key, seq)
        const gone = traces.any ? reader.made(newestSchema, newestErased, traces.all(key), seq) : []
        const [row] = [...readable, ...gone].toSorted((one, other) => other.seq - one.seq)
        if (!row) return false
        const { kind, state } = row
        return state !== 'rejected' && !(kind !== null && actionOf(kind) === 'delete' && state === 'sent')
      }
    },
    /** What was last sent of the thing that a key speaks of: by anything, or by one run. */
    lastSent: (key: string, run: number | null = null): Payload | null =>
      reader.made(sentSchema, sent, { key, run })[0]?.payload ?? null,
    /** Why a row of a run was refused at the thing that a key speaks of, and what its try had read there; null where none was. */
    refusedIn: (key: string, run: number): z.infer<typeof refusedSchema> | null =>
      reader.made(refusedSchema, refused, key, run)[0] ?? null,
    /** Whether somebody else than this run created something at the same place, by an item of this kind. */
    hasOther: (key: string, kind: SubmissionKind, runId: number): boolean =>
      others.get(key, kind, runId) !== undefined || (traces.any && othersErased.get(traces.all(key), kind, runId) !== undefined),
    /** What items of a kind are about that may have reached the vendor or still will, as it is compared: without capitals. */
    subjectsOf(kind: SubmissionKind, boundOrigin: string, accountId: string): Pick<ReadonlySet<string>, 'has'> {
      const found = reader.made(z.object({ subject: z.string() }), subjects, kind, boundOrigin, accountId)
      const readable = new Set(found.map(({ subject }) => subject.toLowerCase()))
      const isErased = (subject: string) =>
        traces.any && erased.get(traces.all(aboutSubject(kind, boundOrigin, accountId, subject))) !== undefined
      return { has: (subject) => readable.has(subject) || isErased(subject) }
    },
  }
}
export type KnownRecords = ReturnType<typeof knownRecords>
