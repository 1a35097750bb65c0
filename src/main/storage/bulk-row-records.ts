import type { Statement } from './database.ts'
import * as z from 'zod'
import type { SubmissionKind } from '#shared/domain/kinds.ts'
import { submissionStateSchema, type SubmissionState } from '#shared/domain/submission.ts'
import type { Payload } from '#shared/vendors/index.ts'
import type { Message } from '#shared/domain/message.ts'
import { bothOf, flag } from './columns.ts'
import type { Ledger } from './ledger.ts'
import type { StoredRun } from './bulk-run-records.ts'
import { isSetAside, superseded } from './item-rules.ts'
import { salvaged, type SalvagedSubmission } from './salvage.ts'
import { sealOf } from './seal.ts'
import { sentAgainByPerson, submissionRowSchema, type StoredSubmission } from './submission-row.ts'

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

const runItemSchema = bothOf(submissionRowSchema, z.object({ superseded: flag }))
const isSuperseded = /* sql */ `(item.note_key IS NOT NULL AND ${superseded}) AS superseded`

const pad = (value: number, digits: number) => String(value).padStart(digits, '0')

/**
 * A row's item is named after its run, round and row: the same row cannot become two items of one round, and the ledger's
 * indexes grow at their end, which is what makes thousands of writes cheap.
 */
export const rowItemId = (run: Pick<StoredRun, 'id' | 'round'>, row: number): string =>
  `run-${pad(run.id, 6)}-${pad(run.round, 3)}-${pad(row, 7)}`

const isState = (word: string): word is SubmissionState => submissionStateSchema.options.some((state) => state === word)

const slice = 500
const sentAgain = JSON.stringify(sentAgainByPerson)

/** Rows of a run in one state after some row, in the words of the index that holds them. */
const whereState = (state: SubmissionState): string => {
  const exact = `item.run_id = ? AND item.replaced_by IS NULL AND item.state = '${state}' AND item.run_row > ?`
  return state === 'queued' || state === 'sending' || state === 'sent'
    ? exact
    : `${exact} AND item.state NOT IN ('queued', 'sending', 'sent')`
}

/** The items of runs. Only the newest item of a row counts; those before it were refused or never left. */
export function bulkRowRecords(ledger: Ledger) {
  const { db, reader } = ledger
  const insert = db.prepare(`
    INSERT INTO submissions (id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, attachment_id,
      subject, context, excerpt, test, note_key, run_id, run_row, seal)
    VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
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
    `SELECT 1 FROM submissions AS item WHERE run_id = ? AND replaced_by IS NULL AND state = 'queued' AND NOT ${isSetAside('item')} LIMIT 1`,
  )
  const rest = db.prepare(`
    SELECT state, count(*) AS count FROM submissions
    WHERE run_id = ? AND replaced_by IS NULL AND state NOT IN ('queued', 'sending', 'sent') GROUP BY state`)
  const asideOf = db.prepare(`
    SELECT item.state, count(*) AS count FROM set_aside AS aside CROSS JOIN submissions AS item ON item.seq = CAST(aside.key AS INTEGER)
    WHERE aside.source = 'submissions' AND item.run_id = ? AND item.replaced_by IS NULL GROUP BY item.state`)
  const statesBetween = db.prepare(
    'SELECT run_row, state FROM submissions WHERE run_id = ? AND replaced_by IS NULL AND run_row BETWEEN ? AND ?',
  )
  const ofRows = db.prepare(
    `SELECT item.*, ${isSuperseded} FROM submissions AS item
     WHERE run_id = ? AND replaced_by IS NULL AND run_row IN (SELECT value FROM json_each(?))`,
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
      (SELECT seq FROM submissions AS item WHERE run_id = :runId AND replaced_by IS NULL AND state = 'queued' AND uncertain = 0
        AND NOT ${isSetAside('item')}
        ORDER BY run_row LIMIT ${slice})`)
  const doubt = db.prepare(`
    UPDATE submissions AS item SET state = 'unknown', state_at = :at, reason = :reason, repeating = 0, first_unknown_at = coalesce(first_unknown_at, :at)
    WHERE run_id = :runId AND replaced_by IS NULL AND state = 'queued' AND uncertain = 1 AND NOT ${isSetAside('item')}
      AND NOT (:keepsWord AND coalesce(reason, '') = '${sentAgain}')`)
  const unhold = db.prepare(
    `UPDATE submissions AS item SET state = 'queued', state_at = ?, reason = NULL
     WHERE run_id = ? AND state = 'held' AND NOT ${isSetAside('item')}`,
  )
  const newest = db.prepare('SELECT max(seq) AS seq FROM submissions')
  const sentOfKind = db.prepare(`
    SELECT count(*) AS count FROM submissions WHERE run_id = ? AND replaced_by IS NULL AND state = 'sent' AND kind = ?`)
  const index = db.prepare(`
    INSERT OR REPLACE INTO submission_search (rowid, text)
    SELECT seq, text FROM submission_texts WHERE seq IN
      (SELECT seq FROM submissions WHERE seq > :after AND seq <= :to AND run_id = :runId)`)
  const nextToIndex = db.prepare(
    'SELECT max(seq) AS seq FROM (SELECT seq FROM submissions WHERE run_id = ? AND seq > ? ORDER BY seq LIMIT ?)',
  )
  const indexed = db.prepare('UPDATE bulk_runs SET indexed_to = ? WHERE id = ?')
  const stateCount = z.object({ state: z.string(), count: z.number() })
  const countRow = z.object({ count: z.number() })
  const count = (statement: Statement, runId: number): number => reader.made(countRow, statement, runId)[0]?.count ?? 0

  return {
    /** The caller's transaction makes many of these one. */
    insert(run: StoredRun, row: NewRow, at: number): string {
      const id = rowItemId(run, row.row)
      const { kind, attachmentId, subject, context, excerpt, noteKey } = row
      const { accountId, accountName, environment, boundOrigin } = run
      const payload = JSON.stringify(row.payload)
      const test = row.test ? 1 : 0
      const seal = sealOf({ kind, accountId, boundOrigin, attachmentId, subject, noteKey, test: row.test, payload })
      // By position: names would be looked up at each of some ten thousand rows.
      const described = [attachmentId, subject, context, excerpt, test, noteKey] as const
      insert.run(id, kind, accountId, accountName, environment, boundOrigin, at, at, payload, ...described, run.id, row.row, seal)
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
    lastSeq: (): number => reader.made(z.object({ seq: z.number().nullable() }), newest)[0]?.seq ?? 0,
    /**
     * Rows by state, from the indexes alone. Those under way are in none, so that sending costs less; the lane knows how many
     * there are, and without a lane there are none.
     */
    counts(runId: number, sending: number): { state: SubmissionState | 'damaged'; count: number }[] {
      const queued = count(waiting, runId)
      const others = reader.made(stateCount, rest, runId)
      const known = others.reduce((sum, { count: some }) => sum + some, queued + sending)
      const counts = new Map<string, number>([
        ['queued', queued],
        ['sending', sending],
        ...others.map(({ state, count: some }) => [state, some] as const),
        ['sent', count(total, runId) - known],
      ])
      // What can't be read counts as nothing else, be it that its state can't be read or another column.
      let damaged = 0
      for (const { state, count: some } of reader.made(stateCount, asideOf, runId)) {
        damaged += some
        counts.set(state, Math.max(0, (counts.get(state) ?? 0) - some))
      }
      const states = [...counts].flatMap(([state, some]) => {
        if (isState(state)) return [{ state, count: some }]
        damaged += some
        return []
      })
      return [...states, { state: 'damaged', count: damaged }]
    },
    hasWaiting: (runId: number): boolean => firstWaiting.get(runId) !== undefined,
    statesBetween: (runId: number, first: number, last: number): Map<number, SubmissionState> =>
      new Map(
        reader
          .made(z.object({ run_row: z.number(), state: submissionStateSchema }), statesBetween, runId, first, last)
          .map(({ run_row, state }) => [run_row, state]),
      ),
    ofRows: (runId: number, rows: readonly number[]): Map<number, RunItem | SalvagedSubmission> =>
      new Map(
        reader
          .allWith('submissions', runItemSchema, salvaged, ofRows, runId, JSON.stringify(rows))
          .map((item) => [item.runRow ?? 0, item]),
      ),
    rowsIn: (runId: number, states: readonly SubmissionState[], after: number, limit: number): number[] =>
      states
        .flatMap((state) => reader.made(z.object({ run_row: z.number() }), rowsIn[state], runId, after, limit))
        .map(({ run_row }) => run_row)
        .toSorted((a, b) => a - b)
        .slice(0, limit),
    inState: (runId: number, state: SubmissionState, after: number, limit: number): RunItem[] =>
      reader.all('submissions', runItemSchema, inState[state], runId, after, limit),
    /** Rows that a stop keeps here, but none that may have arrived earlier; some at a time, false when none is left. */
    withdrawSome: (runId: number, at: number, reason: Message): boolean =>
      withdrawSome.run({ runId, at, reason: JSON.stringify(reason) }).changes > 0,
    /** Rows that wait although an earlier try may have arrived; without another try their outcome is unknown. */
    doubt(runId: number, at: number, reason: Message, { keepsWord }: { keepsWord: boolean }): void {
      doubt.run({ runId, at, reason: JSON.stringify(reason), keepsWord: keepsWord ? 1 : 0 })
    },
    unhold(runId: number, at: number): void {
      unhold.run(at, runId)
    },
    /** How many rows were sent that are items of this kind. */
    countSent: (runId: number, kind: SubmissionKind): number => reader.made(countRow, sentOfKind, runId, kind)[0]?.count ?? 0,
    /** Lets some more items be found by search, and keeps how far that is; false when all can be. */
    indexSome(runId: number, after: number, limit: number): boolean {
      return ledger.transaction(() => {
        const [next] = reader.made(z.object({ seq: z.number() }), nextToIndex, runId, after, limit)
        if (!next) return false
        const { seq } = next
        index.run({ runId, after, to: seq })
        indexed.run(seq, runId)
        return true
      })
    },
  }
}
export type BulkRowRecords = ReturnType<typeof bulkRowRecords>
