import { LaneQueue } from './lane-queue.ts'
import { laneRowOf, type LaneRow, type LedgerRow } from './lane-row.ts'
import type { Ledger } from './ledger.ts'
import { mayLeave, type FinishedAttempt, type StateChange } from './submission-records.ts'

/** What a try made of its row. */
export interface LaneResult {
  seq: number
  id: string
  noteKey: string | null
  attempt: FinishedAttempt
  change: StateChange
}

/** What a lane tells and asks: all of it becomes one transaction, on disk before the answer. */
export interface Batch {
  at: number
  results: readonly LaneResult[]
  /** Unknown updates and deletes whose repeat is due. */
  repeats: readonly string[]
  /** Rows that free connections can take now. */
  want: number
  /** Rows that are under way; any other that is marked so never left. */
  underWay: readonly number[]
  /** True where items changed that this lane did not change: what waited may go now, and what was done may wait again. */
  lookAgain: boolean
}

export interface Claims {
  rows: LaneRow[]
  /** Of the repeats asked for, those that are queued now. */
  repeated: number
  /** Why there are no more rows: none wait, those that wait do so for another item, or the account or the run is stopped. */
  rest: 'more' | 'none' | 'blocked' | 'held' | 'halted'
}

/** Whom a run's tries go to, for its attempts. */
export interface LaneTarget {
  runId: number
  accountId: string
  host: string
  methods: Record<LaneRow['kind'], string>
}

/** Rows read ahead. They are claimed one by one, when a connection is free. */
const pageRows = 200

const repeating = JSON.stringify({ id: 'outbox.repeating' })

const columns = `seq, id, run_row, kind, payload, attachment_id, note_key, attempt_count, backoff_count, uncertain, repeats, repeating, first_unknown_at`

/**
 * The ledger's side of a lane: writes what came of rows and claims the next ones, many in one transaction. It holds nothing
 * that the ledger does not: after an error it forgets and reads again.
 */
export function laneJournal(ledger: Ledger, target: LaneTarget) {
  const { db } = ledger
  const { runId, accountId, host, methods } = target
  const page = db.prepare(`
    SELECT ${columns} FROM submissions
    WHERE run_id = ? AND replaced_by IS NULL AND state = 'queued' AND run_row > ? ORDER BY run_row LIMIT ${pageRows}`)
  const one = db.prepare(`SELECT ${columns} FROM submissions WHERE seq = ? AND state = 'queued'`)
  const halted = db.prepare(`SELECT 1 FROM bulk_runs WHERE id = ? AND state <> 'sending'`)
  const held = db.prepare(`SELECT 1 FROM submissions WHERE account_id = ? AND state = 'held' LIMIT 1`)
  const claim = db.prepare(`
    UPDATE submissions AS item SET state = 'sending', state_at = :at, attempt_count = attempt_count + 1
    WHERE seq = :seq AND ${mayLeave}`)
  const begin = db.prepare(`
    INSERT INTO attempts (submission_id, number, started_at, progress, method, host, body_bytes) VALUES (?, ?, ?, 'nothing-sent', ?, ?, 0)`)
  const finish = db.prepare(`
    UPDATE attempts SET ended_at = :endedAt, progress = :progress, method = :method, host = :host, body_bytes = :bodyBytes, status = :status,
      answer = :answer, state_after = :stateAfter, reason = :reason
    WHERE submission_id = :id AND number = :number AND state_after IS NULL`)
  const settle = db.prepare(`
    UPDATE submissions SET state = :state, state_at = :at, reason = :reason, head = :head, fields = :fields, backoff_count = :backoffCount,
      uncertain = max(uncertain, :uncertain), repeating = :repeating, first_unknown_at = coalesce(:firstUnknownAt, first_unknown_at),
      vendor_number = coalesce(:vendorNumber, vendor_number)
    WHERE seq = :seq AND state = 'sending' AND attempt_count = :number`)
  const repeat = db.prepare(`
    UPDATE submissions SET state = 'queued', state_at = :at, reason = :reason, repeating = 1, repeats = repeats + 1
    WHERE id = :id AND run_id = :runId AND state = 'unknown' RETURNING seq`)
  const stray = db.prepare(`
    SELECT seq, id, attempt_count FROM submissions WHERE run_id = ? AND replaced_by IS NULL AND state = 'sending'`)
  const unclaim = db.prepare(`UPDATE submissions SET state = 'queued', state_at = ? WHERE seq = ? AND state = 'sending'`)
  const unsent = db.prepare(`UPDATE attempts SET ended_at = ?, state_after = 'queued' WHERE submission_id = ? AND number = ?`)

  const queue = new LaneQueue({
    readAfter: (runRow) => (page.all(runId, runRow) as unknown as LedgerRow[]).map(laneRowOf),
    readOne(seq) {
      const row = one.get(seq)
      return row ? laneRowOf(row as unknown as LedgerRow) : null
    },
  })
  let reconciled = false

  /** A claim whose answer never reached the lane: nothing of it was sent. */
  function reconcile(batch: Batch): void {
    const known = new Set([...batch.underWay, ...batch.results.map(({ seq }) => seq)])
    for (const row of stray.all(runId) as unknown as Pick<LedgerRow, 'seq' | 'id' | 'attempt_count'>[]) {
      if (known.has(row.seq)) continue
      unclaim.run(batch.at, row.seq)
      unsent.run(batch.at, row.id, row.attempt_count)
    }
  }

  function record({ seq, id, noteKey, attempt, change }: LaneResult): void {
    const { request, reason, ...rest } = attempt
    finish.run({ id, ...rest, ...request, reason: JSON.stringify(reason) })
    settle.run({
      seq,
      number: attempt.number,
      state: change.state,
      at: change.at,
      reason: change.reason ? JSON.stringify(change.reason) : null,
      head: JSON.stringify(change.head ?? []),
      fields: JSON.stringify(change.fields ?? {}),
      backoffCount: change.backoffCount ?? 0,
      uncertain: change.uncertain ? 1 : 0,
      repeating: change.repeating ? 1 : 0,
      firstUnknownAt: change.firstUnknownAt ?? null,
      vendorNumber: change.vendorNumber ?? null,
    })
    if (change.state === 'queued') queue.free(seq)
    else if (noteKey !== null) queue.freeFirstOf(noteKey)
  }

  function claimed(row: LaneRow, at: number): boolean {
    if (claim.run({ seq: row.seq, at }).changes !== 1) return false
    begin.run(row.id, row.attemptCount, at, methods[row.kind], host)
    return true
  }

  return {
    exchange(batch: Batch): Claims {
      try {
        const claims = ledger.transaction((): Claims => {
          if (!reconciled) reconcile(batch)
          if (batch.lookAgain) queue.forget()
          for (const result of batch.results) record(result)
          let repeated = 0
          for (const id of batch.repeats) {
            const row = repeat.get({ id, runId, at: batch.at, reason: repeating })
            if (!row) continue
            queue.free(Number(row['seq']))
            repeated += 1
          }
          if (halted.get(runId)) return { rows: [], repeated, rest: 'halted' }
          if (batch.want > 0 && held.get(accountId)) return { rows: [], repeated, rest: 'held' }
          const rows = queue.take(batch.want, (row) => claimed(row, batch.at))
          return { rows, repeated, rest: rows.length === batch.want ? 'more' : queue.isBlocked ? 'blocked' : 'none' }
        })
        reconciled = true
        return claims
      } catch (error) {
        queue.forget()
        throw error
      }
    },
  }
}
export type LaneJournal = ReturnType<typeof laneJournal>
