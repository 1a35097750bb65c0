import type { SqlInput, Statement } from './database.ts'
import * as z from 'zod'
import { kindOf, submissionKindSchema, type Kind, type SubmissionKind } from '#shared/domain/kinds.ts'
import { payloadSchema, type Payload } from '#shared/vendors/index.ts'
import { submissionStateSchema, type SubmissionState } from '#shared/domain/submission.ts'
import { attemptReads } from './attempt-reads.ts'
import { matchOf, wordsOf } from './history-search/words.ts'
import { knownCustomers } from './known-customers.ts'
import type { Ledger } from './ledger.ts'
import { accountPaused, blockedByEarlier, isSetAside, kindsWhere, mayHaveArrived, tracedBy } from './item-rules.ts'
import { aboutSubject, noTraces, type Traces } from './traces.ts'
import { bothOf, jsonColumn, time } from './columns.ts'
import { salvaged, type SalvagedSubmission } from './salvage.ts'
import { attemptRowSchema, submissionRowSchema, type StoredSubmission } from './submission-row.ts'

const confirmedSchema = z
  .object({ payload: jsonColumn(payloadSchema), vendor_number: z.string().nullable() })
  .transform(({ payload, vendor_number: vendorNumber }) => ({ payload, vendorNumber }))

/** A row with what its list wants to know of its neighbours. */
export type ListedSubmission = StoredSubmission & {
  supersededBy: string | null
  waitsForEarlier: boolean
  accountPaused: boolean
}

export type AnySubmission = ListedSubmission | SalvagedSubmission

/** The newest of notes, narrowed. */
export interface NotesFilter {
  kind: Kind
  search: string
  accountId: string | null
  /** Items older than this `seq`. */
  before: number | null
  limit: number
}

/** What is read of an item for a list. */
export const listedColumns = /* sql */ `
  item.*,
  (SELECT newer.id FROM submissions AS newer WHERE newer.note_key = item.note_key AND newer.seq > item.seq
    AND newer.state <> 'withdrawn' AND item.note_key IS NOT NULL ORDER BY newer.seq DESC LIMIT 1) AS superseded_by,
  (item.state = 'queued' AND item.note_key IS NOT NULL AND ${blockedByEarlier}) AS waits_for_earlier,
  (item.state = 'queued' AND ${accountPaused}) AS account_paused`

const neighboursSchema = z
  .object({ superseded_by: z.string().nullable(), waits_for_earlier: z.number(), account_paused: z.number() })
  .transform((row) => ({
    supersededBy: row.superseded_by,
    waitsForEarlier: row.waits_for_earlier === 1,
    accountPaused: row.account_paused === 1,
  }))
export const listedSchema = bothOf(submissionRowSchema, neighboursSchema)
const idRow = z.object({ id: z.string() })
const erasedRow = z.object({ id: z.string(), kind: submissionKindSchema, state: submissionStateSchema })

/** By the search index alone: a list of notes that has one more, whose letters stand apart, is none the worse. */
function searchClause(search: string): { sql: string; values: string[] } {
  const words = wordsOf(search)
  return words
    ? {
        sql: 'AND item.seq IN (SELECT rowid FROM submission_search WHERE submission_search MATCH ?)',
        values: [matchOf([], words, 'all')],
      }
    : { sql: '', values: [] }
}

/** Everything that is read of `submissions` for the screens. */
export function submissionQueries(ledger: Ledger, traces: Pick<Traces, 'any' | 'all'> = noTraces) {
  const { db, reader } = ledger
  const reads = attemptReads(ledger)
  const one = db.prepare(`SELECT ${listedColumns} FROM submissions AS item WHERE item.id = ?`)
  const bySeqs = db.prepare(`SELECT ${listedColumns} FROM json_each(?) AS one JOIN submissions AS item ON item.seq = one.value`)
  const seqsOf = db.prepare(
    'SELECT item.seq AS seq FROM json_each(?) AS one JOIN submissions AS item ON item.id = one.value ORDER BY one.key',
  )
  const attempts = db.prepare('SELECT * FROM attempts WHERE submission_id = ? ORDER BY number')
  const runOf = db.prepare('SELECT file_name, discarded FROM bulk_runs WHERE id = ?')
  const decisions = db.prepare('SELECT submission_id, at, decision, detail FROM decisions WHERE submission_id = ? ORDER BY at')
  const disputesOfInvoice = db.prepare(`
    SELECT id FROM submissions WHERE kind = 'dispute.create' AND scope = ? AND account_id = ? AND subject = ? COLLATE NOCASE
      AND ${mayHaveArrived} ORDER BY seq DESC LIMIT 1`)
  const erasedAbout = db.prepare(
    `SELECT id FROM submissions WHERE ${tracedBy('?')} AND ${mayHaveArrived} ORDER BY seq DESC LIMIT 1`,
  )
  const erasedOfNote = db.prepare(`
    SELECT id, kind, state FROM submissions WHERE ${tracedBy('?')} AND state <> 'withdrawn' ORDER BY seq DESC LIMIT 1`)
  const newestOfNote = db.prepare(
    `SELECT ${listedColumns} FROM submissions AS item WHERE note_key = ? AND state <> 'withdrawn' ORDER BY seq DESC LIMIT 1`,
  )
  const confirmedOfNote = db.prepare(
    `SELECT ${listedColumns} FROM submissions AS item WHERE note_key = ? AND state = 'sent' ORDER BY seq DESC LIMIT 1`,
  )
  const holdsUp = db.prepare(
    `SELECT ${blockedByEarlier} AS holds FROM (SELECT ? AS note_key, ${Number.MAX_SAFE_INTEGER} AS seq) AS item`,
  )
  const unfinished = db.prepare(`
    SELECT (SELECT count(*) FROM submissions WHERE run_id IS NULL AND state IN ('queued', 'sending', 'held', 'unknown') AND account_id = :account)
      + (SELECT count(*) FROM bulk_runs WHERE account_id = :account AND under_way = 1)
      + (SELECT count(*) FROM bulk_runs AS run CROSS JOIN submissions AS item ON item.run_id = run.id AND item.replaced_by IS NULL
        WHERE run.account_id = :account AND item.state = 'queued')
      + (SELECT count(*) FROM bulk_runs AS run CROSS JOIN submissions AS item ON item.run_id = run.id AND item.replaced_by IS NULL
        WHERE run.account_id = :account AND item.state NOT IN ('queued', 'sending', 'sent') AND item.state IN ('held', 'unknown')) AS count`)
  const held = db.prepare(
    `SELECT count(*) AS count FROM submissions AS item WHERE account_id = ? AND state = 'held' AND NOT ${isSetAside('item')}`,
  )
  const countRow = z.object({ count: z.number() })
  const count = (statement: Statement, ...values: (SqlInput | Record<string, SqlInput>)[]): number =>
    reader.made(countRow, statement, ...(values as SqlInput[]))[0]?.count ?? 0
  const confirmedOf = db.prepare(
    `SELECT seq, note_key, state, payload, vendor_number FROM submissions WHERE note_key = ? AND state = 'sent' ORDER BY seq`,
  )

  // Of the newest items alone: an account that has none of the kind would else have all of them gone through.
  const newestSubjects = db.prepare(`
    SELECT DISTINCT subject FROM (SELECT subject, account_id, kind FROM submissions ORDER BY seq DESC LIMIT 2000)
    WHERE account_id = ? AND kind = ? AND subject <> '' LIMIT 50`)
  return {
    get: (id: string): ListedSubmission | null => reader.one('submissions', listedSchema, one, id),
    /** The item, or what is known of one that can't be read. */
    find: (id: string): AnySubmission | null => reader.allWith('submissions', listedSchema, salvaged, one, id)[0] ?? null,
    attempts: (id: string) => reader.all('attempts', attemptRowSchema, attempts, id),
    /** What its tries read at a vendor that reads back, and what later readings made of them. */
    readings: reads.of,
    decisions: (id: string) =>
      reader.all('decisions', z.object({ at: time, decision: z.string(), detail: z.string().nullable() }), decisions, id),
    /** The file a bulk run's rows come from, and whether its table is still there. */
    runOf(runId: number): { fileName: string; isThere: boolean } {
      const [run] = reader.made(z.object({ file_name: z.string(), discarded: z.number() }), runOf, runId)
      return { fileName: run?.file_name ?? '', isThere: run?.discarded === 0 }
    },
    /** The newest dispute for the same invoice that may have arrived or still will. */
    disputeOfInvoice(boundOrigin: string, accountId: string, invoice: string): string | null {
      const [readable] = reader.made(idRow, disputesOfInvoice, boundOrigin, accountId, invoice)
      if (readable || !traces.any) return readable?.id ?? null
      const thing = aboutSubject('dispute.create', boundOrigin, accountId, invoice)
      return reader.made(idRow, erasedAbout, traces.all(thing))[0]?.id ?? null
    },
    /** The newest item for a note whose text was erased: that there was one is all that is known. */
    erasedOfNote(key: string): { id: string; kind: SubmissionKind; state: SubmissionState } | null {
      return traces.any ? (reader.made(erasedRow, erasedOfNote, traces.all(key))[0] ?? null) : null
    },
    /** What an account's newest items of a kind are about: how its numbers look. */
    newestSubjects: (accountId: string, kind: SubmissionKind): string[] =>
      reader.made(z.object({ subject: z.string() }), newestSubjects, accountId, kind).map(({ subject }) => subject),
    /** Customers whose name or e-mail address begins as typed, out of an account's disputes. */
    customersLike: knownCustomers(ledger),
    newestOfNote(key: string): ListedSubmission | null {
      return reader.one('submissions', listedSchema, newestOfNote, key)
    },
    confirmedOfNote(key: string): ListedSubmission | null {
      return reader.one('submissions', listedSchema, confirmedOfNote, key)
    },
    /** Whether a new item for this note would have to wait for an earlier one. */
    holdsUpLater: (key: string): boolean => reader.raw(holdsUp, key)[0]?.['holds'] === 1,
    /** All that this app had confirmed for a note, in its order: what the practice environment remembers of it. */
    confirmedOf: (key: string): { payload: Payload; vendorNumber: string | null }[] =>
      reader.all('submissions', confirmedSchema, confirmedOf, key),
    unfinishedOf: (accountId: string): number => count(unfinished, { account: accountId }),
    heldOf: (accountId: string): number => count(held, accountId),
    /** The numbers of items, in the order in which they are named; of those that there are. */
    seqsOf(ids: readonly string[]): number[] {
      const rows = reader.made(z.object({ seq: z.number() }), seqsOf, JSON.stringify(ids))
      return rows.map(({ seq }) => seq)
    },
    /** Items by their numbers, in the order in which they are named. */
    bySeqs(seqs: readonly number[]): AnySubmission[] {
      const items = reader.allWith('submissions', listedSchema, salvaged, bySeqs, JSON.stringify(seqs))
      const known = new Map(items.map((item) => [item.seq, item]))
      return seqs.flatMap((seq) => known.get(seq) ?? [])
    },
    /** The newest item of each note of this kind that this app knows, newest first. */
    knownNotes({ kind, search, accountId, before, limit }: NotesFilter): AnySubmission[] {
      const clause = searchClause(search)
      const page = db.prepare(
        `SELECT ${listedColumns} FROM submissions AS item
           WHERE item.note_key IS NOT NULL AND item.kind IN ${kindsWhere((other) => kindOf(other) === kind)} AND item.state <> 'withdrawn' ${accountId ? 'AND item.account_id = ?' : ''} ${clause.sql}
             AND item.seq = (SELECT max(seq) FROM submissions WHERE note_key = item.note_key AND state <> 'withdrawn')
             AND item.seq < ? ORDER BY item.seq DESC LIMIT ?`,
      )
      const values = [...(accountId ? [accountId] : []), ...clause.values]
      return reader.allWith('submissions', listedSchema, salvaged, page, ...values, before ?? Number.MAX_SAFE_INTEGER, limit)
    },
  }
}
export type SubmissionQueries = ReturnType<typeof submissionQueries>
