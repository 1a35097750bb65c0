import type { SqlInput, Statement } from './database.ts'
import * as z from 'zod'
import type { FieldMessages, Message } from '#shared/domain/message.ts'
import type { Progress, SubmissionState } from '#shared/domain/submission.ts'
import { deletingKinds, isSetAside, mayLeave, superseded, tracedBy } from './item-rules.ts'
import type { Ledger } from './ledger.ts'
import { sealOf } from './seal.ts'
import { noTraces, type Traces } from './traces.ts'
import { submissionRecovery } from './submission-recovery.ts'
import { submissionRowSchema, type StoredSubmission } from './submission-row.ts'

export type NewSubmission = Pick<
  StoredSubmission,
  | 'id'
  | 'draftId'
  | 'kind'
  | 'accountId'
  | 'accountName'
  | 'environment'
  | 'boundOrigin'
  | 'createdAt'
  | 'payload'
  | 'typed'
  | 'attachmentId'
  | 'subject'
  | 'context'
  | 'excerpt'
  | 'test'
  | 'noteKey'
  | 'inHold'
  | 'notBefore'
  | 'waitMs'
>

/** What a change of state may set beside the state; what is left out stays as it is. */
export interface StateChange {
  state: SubmissionState
  at: number
  reason: Message | null
  head?: Message[]
  fields?: FieldMessages
  notBefore?: number | null
  waitMs?: number
  asks?: boolean
  backoffCount?: number
  uncertain?: boolean
  repeats?: number
  repeating?: boolean
  firstUnknownAt?: number | null
  vendorNumber?: string | null
  confirmedByPerson?: boolean
  draftId?: null
}

export interface FinishedAttempt {
  number: number
  endedAt: number
  progress: Progress
  request: { method: string; host: string; bodyBytes: number }
  status: number | null
  answer: string | null
  stateAfter: SubmissionState
  reason: Message
}

const idRow = z.object({ id: z.string() })

/** Every write to `submissions` and `attempts`. Each function is one transaction, or joins the caller's. */
export function submissionRecords(ledger: Ledger, traces: Pick<Traces, 'any' | 'all'> = noTraces) {
  const { db, reader } = ledger
  const items = (statement: Statement, ...values: SqlInput[]): StoredSubmission[] =>
    reader.all('submissions', submissionRowSchema, statement, ...values)
  const insert = db.prepare(`
    INSERT INTO submissions (id, draft_id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed,
      attachment_id, subject, context, excerpt, test, note_key, in_hold, not_before, wait_ms, seal)
    VALUES (:id, :draftId, :kind, :accountId, :accountName, :environment, :boundOrigin, 'queued', :createdAt, :createdAt, :payload, :typed,
      :attachmentId, :subject, :context, :excerpt, :test, :noteKey, :inHold, :notBefore, :waitMs, :seal)`)
  const byId = db.prepare('SELECT * FROM submissions WHERE id = ?')
  const byDraft = db.prepare('SELECT * FROM submissions WHERE draft_id = ?')
  const claim = db.prepare(`
    UPDATE submissions AS item SET state = 'sending', state_at = :at, attempt_count = attempt_count + 1, in_hold = 0, not_before = NULL, wait_ms = 0
    WHERE id = :id AND ${mayLeave}`)
  const begin = db.prepare(`
    INSERT INTO attempts (submission_id, number, started_at, progress, method, host, body_bytes)
    SELECT id, attempt_count, :at, 'nothing-sent', :method, :host, 0 FROM submissions WHERE id = :id`)
  const finish = db.prepare(`
    UPDATE attempts SET ended_at = :endedAt, progress = :progress, method = :method, host = :host, body_bytes = :bodyBytes, status = :status,
      answer = :answer, state_after = :stateAfter, reason = :reason
    WHERE submission_id = :id AND number = :number`)
  const decide = db.prepare('INSERT INTO decisions (submission_id, at, decision, detail) VALUES (?, ?, ?, ?)')
  const agree = db.prepare(`
    UPDATE attempt_reads SET agreed_at = :at
    WHERE submission_id = :id AND number = (SELECT max(number) FROM attempt_reads WHERE submission_id = :id)`)
  const change = db.prepare(`
    UPDATE submissions SET state = :state, state_at = :at, reason = :reason, head = :head, fields = :fields, in_hold = 0,
      not_before = :notBefore, wait_ms = :waitMs, asks = :asks, backoff_count = :backoffCount, uncertain = :uncertain, repeats = :repeats,
      repeating = :repeating, first_unknown_at = :firstUnknownAt, vendor_number = :vendorNumber, confirmed_by_person = :confirmedByPerson,
      draft_id = :draftId
    WHERE id = :id AND state = :from`)
  const replaced = db.prepare('UPDATE submissions SET replaced_by = ? WHERE id = ?')
  const dismiss = db.prepare(`UPDATE submissions SET dismissed = 1 WHERE id = ? AND state = 'rejected'`)
  const repeatsOfNote = db.prepare(`SELECT * FROM submissions WHERE note_key = ? AND state = 'queued' AND repeating = 1`)
  const isSuperseded = db.prepare(
    `SELECT 1 FROM submissions AS item WHERE item.id = ? AND item.note_key IS NOT NULL AND ${superseded}`,
  )
  const confirmed = db.prepare(`
    SELECT 1 FROM submissions WHERE note_key = ? AND state = 'sent' AND kind NOT IN ${deletingKinds} LIMIT 1`)
  const confirmedErased = db.prepare(`
    SELECT 1 FROM submissions WHERE ${tracedBy('?')} AND state = 'sent' AND kind NOT IN ${deletingKinds} LIMIT 1`)
  const lastAnswer = db.prepare(`
    SELECT 1 FROM attempts WHERE submission_id = ? AND status IS NOT NULL AND number = (
      SELECT attempt_count FROM submissions WHERE id = submission_id)`)
  const resume = db.prepare(`
    UPDATE submissions AS item SET asks = 0, in_hold = 0, not_before = NULL, wait_ms = 0, repeating = 0, reason = NULL
    WHERE id = ? AND state = 'queued' AND NOT (repeating = 1 AND ${superseded})`)
  // Held ones too: a mended key would let them go.
  const askAll = db.prepare(
    `UPDATE submissions AS item SET asks = 1, state = 'queued', reason = :reason, not_before = NULL, wait_ms = 0, in_hold = 0
     WHERE run_id IS NULL AND state IN ('queued', 'held') AND NOT ${isSetAside('item')}`,
  )
  // The time in which it may repeat itself is over.
  const endRepeats = db.prepare(`UPDATE submissions SET first_unknown_at = 0 WHERE state = 'unknown' OR repeating = 1`)
  const ask = db.prepare(
    `UPDATE submissions AS item SET asks = 1, reason = :reason
     WHERE run_id IS NULL AND state = 'queued' AND asks = 0 AND created_at < :before AND NOT ${isSetAside('item')} RETURNING id`,
  )

  const records = {
    ...submissionRecovery(ledger),
    get: (id: string): StoredSubmission | null => reader.one('submissions', submissionRowSchema, byId, id),
    ofDraft: (draftId: string): StoredSubmission | null => reader.one('submissions', submissionRowSchema, byDraft, draftId),
    insert(item: NewSubmission): void {
      const payload = JSON.stringify(item.payload)
      ledger.transaction(() => {
        insert.run({
          ...item,
          payload,
          seal: sealOf({ ...item, payload }),
          typed: JSON.stringify(item.typed),
          test: item.test ? 1 : 0,
          inHold: item.inHold ? 1 : 0,
        })
      })
    },
    /**
     * THE claim: the only way to `sending`. On disk before the first byte leaves, and true for one caller only, so neither a
     * second click nor a second process can send twice.
     */
    claim(id: string, request: { method: string; host: string }, at: number): boolean {
      const claimed = ledger.transaction(() => {
        if (claim.run({ id, at }).changes !== 1) return false
        begin.run({ id, at, ...request })
        ledger.countClaims(1)
        return true
      })
      if (claimed) ledger.publishClaims()
      return claimed
    },
    /** Moves an item from one state to another; false where it was no longer in the first. */
    change(id: string, from: SubmissionState, to: StateChange): boolean {
      return ledger.transaction(() => {
        const item = records.get(id)
        if (!item || item.state !== from) return false
        const vendorNumber = to.vendorNumber === undefined ? item.vendorNumber : to.vendorNumber
        change.run({
          id,
          from,
          state: to.state,
          at: to.at,
          reason: to.reason ? JSON.stringify(to.reason) : null,
          head: JSON.stringify(to.head ?? []),
          fields: JSON.stringify(to.fields ?? {}),
          notBefore: to.notBefore ?? null,
          waitMs: to.waitMs ?? 0,
          asks: to.asks ? 1 : 0,
          backoffCount: to.backoffCount ?? 0,
          uncertain: (to.uncertain ?? item.uncertain) ? 1 : 0,
          repeats: to.repeats ?? item.repeats,
          repeating: to.repeating ? 1 : 0,
          firstUnknownAt: to.firstUnknownAt === undefined ? item.firstUnknownAt : to.firstUnknownAt,
          vendorNumber,
          confirmedByPerson: (to.confirmedByPerson ?? item.confirmedByPerson) ? 1 : 0,
          draftId: to.draftId === null ? null : item.draftId,
        })
        return true
      })
    },
    finishAttempt(id: string, attempt: FinishedAttempt): void {
      const { request, reason, ...rest } = attempt
      finish.run({ id, ...rest, ...request, reason: JSON.stringify(reason) })
    },
    recordDecision(id: string, decision: string, detail: string | null, at: number): void {
      decide.run(id, at, decision, detail)
    },
    /** A person who was shown what its last try or a later reading found says to go on. */
    agreeToFound(id: string, at: number): void {
      agree.run({ id, at })
    },
    setReplacedBy(id: string, by: string): void {
      replaced.run(by, id)
    },
    dismiss: (id: string): boolean => dismiss.run(id).changes === 1,
    /** Repeats of an unknown update or delete that a newer item for the note makes pointless. */
    repeatsOfNote: (noteKey: string): StoredSubmission[] => items(repeatsOfNote, noteKey),
    isSuperseded: (id: string): boolean => isSuperseded.get(id) !== undefined,
    /** Whether this app ever had a create or update of exactly this note confirmed. */
    hasConfirmedNote: (noteKey: string): boolean =>
      confirmed.get(noteKey) !== undefined || (traces.any && confirmedErased.get(traces.all(noteKey)) !== undefined),
    /** Whether its last try had an answer; of an item that waits that is a vendor which was too busy. */
    wasAnswered: (id: string): boolean => lastAnswer.get(id) !== undefined,
    /** Lets a waiting item leave now, by a person's word: it no longer counts as repeating itself. False where a newer one has its place. */
    hurry: (id: string): boolean => resume.run(id).changes === 1,
    /** Nothing leaves any more without a person's word; rows of runs wait for their run. */
    askAboutAll(reason: Message): void {
      askAll.run({ reason: JSON.stringify(reason) })
      endRepeats.run()
    },
    askAboutOlderThan: (before: number, reason: Message): string[] =>
      reader.made(idRow, ask, { before, reason: JSON.stringify(reason) }).map(({ id }) => id),
  }
  return records
}
export type SubmissionRecords = ReturnType<typeof submissionRecords>
