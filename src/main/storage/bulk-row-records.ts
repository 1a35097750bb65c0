import * as z from 'zod'
import { submissionStateSchema, type Payload, type SubmissionKind, type SubmissionState } from '#shared/domain/submission.ts'
import type { Message } from '#shared/domain/message.ts'
import type { Ledger } from './ledger.ts'
import type { StoredRun } from './bulk-run-records.ts'
import { searchText, superseded } from './item-rules.ts'
import { submissionRowSchema, type StoredSubmission } from './submission-row.ts'

/** A row of a table as it becomes an item. */
export interface NewRow {
  row: number
  kind: SubmissionKind
  payload: Payload
  attachmentId: string | null
  subject: string
  context: string
  excerpt: string
  test: boolean
  noteKey: string | null
}

/** A row's item, with what decides about the acts that are left. */
export type RunItem = StoredSubmission & { superseded: boolean }

const runItemSchema = z.object({ superseded: z.number() })
const isSuperseded = /* sql */ `(item.note_key IS NOT NULL AND ${superseded}) AS superseded`
const parse = (row: unknown): RunItem => ({
  ...submissionRowSchema.parse(row),
  superseded: runItemSchema.parse(row).superseded === 1,
})

const pad = (value: number, digits: number) => String(value).padStart(digits, '0')

/**
 * A row's item is named after its run, round and row: the same row cannot become two items of one round, and the ledger's
 * indexes grow at their end, which is what makes thousands of writes cheap.
 */
export const rowItemId = (run: Pick<StoredRun, 'id' | 'round'>, row: number): string =>
  `run-${pad(run.id, 6)}-${pad(run.round, 3)}-${pad(row, 7)}`

const slice = 500

/** Rows of a run in one state after some row, in the words of the index that holds them. */
const whereState = (state: SubmissionState): string => {
  const exact = `item.run_id = ? AND item.replaced_by IS NULL AND item.state = '${state}' AND item.run_row > ?`
  return state === 'queued' || state === 'sending' || state === 'sent'
    ? exact
    : `${exact} AND item.state NOT IN ('queued', 'sending', 'sent')`
}

/** The items of runs. Only the newest item of a row counts; those before it were refused or never left. */
export function bulkRowRecords(ledger: Ledger) {
  const { db } = ledger
  const insert = db.prepare(`
    INSERT INTO submissions (id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, attachment_id,
      subject, context, excerpt, test, note_key, run_id, run_row)
    VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?)`)
  const replace = db.prepare(
    'UPDATE submissions SET replaced_by = ? WHERE run_id = ? AND run_row = ? AND replaced_by IS NULL AND state IN (?, ?) AND id <> ?',
  )
  const restore = db.prepare(`UPDATE submissions SET replaced_by = NULL WHERE run_id = ? AND replaced_by BETWEEN ? AND ?`)
  const ofRound = db.prepare('SELECT 1 FROM submissions WHERE id BETWEEN ? AND ? LIMIT 1')
  const eraseSome = db.prepare(`
    DELETE FROM submissions WHERE seq IN (SELECT seq FROM submissions WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ${slice})
      AND state = 'queued' AND attempt_count = 0`)
  const total = db.prepare('SELECT count(*) AS count FROM submissions WHERE run_id = ? AND replaced_by IS NULL')
  const waiting = db.prepare(
    `SELECT count(*) AS count FROM submissions WHERE run_id = ? AND replaced_by IS NULL AND state = 'queued'`,
  )
  const firstWaiting = db.prepare(
    `SELECT 1 FROM submissions WHERE run_id = ? AND replaced_by IS NULL AND state = 'queued' LIMIT 1`,
  )
  const rest = db.prepare(`
    SELECT state, count(*) AS count FROM submissions
    WHERE run_id = ? AND replaced_by IS NULL AND state NOT IN ('queued', 'sending', 'sent') GROUP BY state`)
  const statesBetween = db.prepare(
    'SELECT run_row, state FROM submissions WHERE run_id = ? AND replaced_by IS NULL AND run_row BETWEEN ? AND ?',
  )
  const ofRows = db.prepare(
    `SELECT item.*, ${isSuperseded} FROM submissions AS item
     WHERE run_id = ? AND replaced_by IS NULL AND run_row IN (SELECT value FROM json_each(?))
       AND state IN (${submissionStateSchema.options.map((state) => `'${state}'`).join(', ')})`,
  )
  const perState = <T>(make: (where: string) => T): Record<SubmissionState, T> =>
    Object.fromEntries(submissionStateSchema.options.map((state) => [state, make(whereState(state))])) as Record<
      SubmissionState,
      T
    >
  const rowsIn = perState((where) =>
    db.prepare(`SELECT run_row FROM submissions AS item WHERE ${where} ORDER BY run_row LIMIT ?`),
  )
  const inState = perState((where) =>
    db.prepare(`SELECT item.*, ${isSuperseded} FROM submissions AS item WHERE ${where} ORDER BY run_row LIMIT ?`),
  )
  const withdrawSome = db.prepare(`
    UPDATE submissions SET state = 'withdrawn', state_at = :at, reason = :reason WHERE seq IN
      (SELECT seq FROM submissions WHERE run_id = :runId AND replaced_by IS NULL AND state = 'queued' AND uncertain = 0
        ORDER BY run_row LIMIT ${slice})`)
  const doubt = db.prepare(`
    UPDATE submissions SET state = 'unknown', state_at = :at, reason = :reason, repeating = 0, first_unknown_at = coalesce(first_unknown_at, :at)
    WHERE run_id = :runId AND replaced_by IS NULL AND state = 'queued' AND uncertain = 1`)
  const unhold = db.prepare(
    `UPDATE submissions SET state = 'queued', state_at = ?, reason = NULL WHERE run_id = ? AND state = 'held'`,
  )
  const newest = db.prepare('SELECT max(seq) AS seq FROM submissions')
  const created = db.prepare(`
    SELECT count(*) AS count FROM submissions WHERE run_id = ? AND replaced_by IS NULL AND state = 'sent' AND kind = 'note.create'`)
  const index = db.prepare(`
    INSERT INTO submission_search (rowid, text)
    SELECT seq, ${searchText}
    FROM submissions WHERE seq > :after AND seq <= :to AND run_id = :runId`)
  const nextToIndex = db.prepare(
    'SELECT max(seq) AS seq FROM (SELECT seq FROM submissions WHERE run_id = ? AND seq > ? ORDER BY seq LIMIT ?)',
  )
  const indexed = db.prepare('UPDATE bulk_runs SET indexed_to = ? WHERE id = ?')
  const countRow = z.object({ count: z.number() })

  return {
    /** The caller's transaction makes many of these one. */
    insert(run: StoredRun, row: NewRow, at: number): string {
      const id = rowItemId(run, row.row)
      const { kind, attachmentId, subject, context, excerpt, noteKey } = row
      const { accountId, accountName, environment, scope } = run
      const payload = JSON.stringify(row.payload)
      const test = row.test ? 1 : 0
      // By position: names would be looked up at each of some ten thousand rows.
      const described = [attachmentId, subject, context, excerpt, test, noteKey] as const
      insert.run(id, kind, accountId, accountName, environment, scope, at, at, payload, ...described, run.id, row.row)
      if (run.round > 1) replace.run(id, run.id, row.row, 'rejected', 'withdrawn', id)
      return id
    },
    hasRound: (run: StoredRun): boolean => ofRound.get(rowItemId(run, 0), rowItemId(run, 9_999_999)) !== undefined,
    /** What the round's items had replaced counts again. */
    restoreReplaced(run: StoredRun): void {
      restore.run(run.id, rowItemId(run, 0), rowItemId(run, 9_999_999))
    },
    /** Takes back what a start wrote that did not come to its end: some rows at a time, false when none is left. */
    eraseSome: (run: StoredRun): boolean => eraseSome.run(rowItemId(run, 0), rowItemId(run, 9_999_999)).changes > 0,
    /** The newest item there is; what a run adds comes after it. */
    lastSeq: (): number => z.object({ seq: z.number().nullable() }).parse(newest.get()).seq ?? 0,
    /**
     * Rows by state, from the indexes alone. Those under way are in none, so that sending costs less; the lane knows how many
     * there are, and without a lane there are none.
     */
    counts(runId: number, sending: number): { state: SubmissionState; count: number }[] {
      const queued = countRow.parse(waiting.get(runId)).count
      const others = rest.all(runId).map((row) => z.object({ state: submissionStateSchema, count: z.number() }).parse(row))
      const known = others.reduce((sum, { count }) => sum + count, queued + sending)
      return [
        { state: 'queued', count: queued },
        { state: 'sending', count: sending },
        ...others,
        { state: 'sent', count: countRow.parse(total.get(runId)).count - known },
      ]
    },
    hasWaiting: (runId: number): boolean => firstWaiting.get(runId) !== undefined,
    statesBetween: (runId: number, first: number, last: number): Map<number, SubmissionState> =>
      new Map(
        statesBetween
          .all(runId, first, last)
          .map((row) => z.object({ run_row: z.number(), state: submissionStateSchema }).parse(row))
          .map(({ run_row, state }) => [run_row, state]),
      ),
    ofRows: (runId: number, rows: readonly number[]): Map<number, RunItem> =>
      new Map(
        ofRows
          .all(runId, JSON.stringify(rows))
          .map((row) => parse(row))
          .map((item) => [item.runRow ?? 0, item]),
      ),
    rowsIn: (runId: number, states: readonly SubmissionState[], after: number, limit: number): number[] =>
      states
        .flatMap((state) => rowsIn[state].all(runId, after, limit))
        .map((row) => z.object({ run_row: z.number() }).parse(row).run_row)
        .toSorted((a, b) => a - b)
        .slice(0, limit),
    inState: (runId: number, state: SubmissionState, after: number, limit: number): RunItem[] =>
      inState[state].all(runId, after, limit).map(parse),
    /** Rows that a stop keeps here, but none that may have arrived earlier; some at a time, false when none is left. */
    withdrawSome: (runId: number, at: number, reason: Message): boolean =>
      withdrawSome.run({ runId, at, reason: JSON.stringify(reason) }).changes > 0,
    /** Rows that wait although an earlier try may have arrived; without another try their outcome is unknown. */
    doubt(runId: number, at: number, reason: Message): void {
      doubt.run({ runId, at, reason: JSON.stringify(reason) })
    },
    unhold(runId: number, at: number): void {
      unhold.run(at, runId)
    },
    createdNotes: (runId: number): number => countRow.parse(created.get(runId)).count,
    /** Lets some more items be found by search, and keeps how far that is; false when all can be. */
    indexSome(runId: number, after: number, limit: number): boolean {
      return ledger.transaction(() => {
        const { seq } = z.object({ seq: z.number().nullable() }).parse(nextToIndex.get(runId, after, limit))
        if (seq === null) return false
        index.run({ runId, after, to: seq })
        indexed.run(seq, runId)
        return true
      })
    },
  }
}
export type BulkRowRecords = ReturnType<typeof bulkRowRecords>
