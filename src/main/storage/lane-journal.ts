import { factsOf } from '#shared/domain/kinds.ts'
import { earlierReader, readsWriter } from './attempt-reads.ts'
import { isSetAside, mayLeave, superseded } from './item-rules.ts'
import type { Batch, Claims, LaneResult, LaneTarget, TeamBatch } from './lane-batch.ts'
import { LaneQueue } from './lane-queue.ts'
import type { RawRow } from './record-keys.ts'
import { isUntouched } from './seal.ts'
import { submissionRowSchema } from './submission-row.ts'
import { laneRowOf, type LaneRow, type LedgerRow } from './lane-row.ts'
import type { Ledger } from './ledger.ts'
import type { StateChange } from './submission-records.ts'
import { inRepeatWindow } from './repeat-window.ts'

/** Rows read ahead. They are claimed one by one, when a connection is free. */
const pageRows = 200

const repeating = JSON.stringify({ id: 'outbox.repeating' })
const repeatsOver = JSON.stringify({ id: 'outbox.repeatsOver' })

/**
 * The ledger's side of a lane: writes what came of rows and claims the next ones, many in one transaction. It holds nothing
 * that the ledger does not: after an error it forgets and reads again. A try is written with its end; one that a crash broke
 * off is told by its row, which is `sending`.
 */
export function laneJournal(ledger: Ledger, target: LaneTarget) {
  const { db, reader } = ledger
  const { runId, accountId } = target
  const page = db.prepare(`
    SELECT * FROM submissions AS item
    WHERE run_id = ? AND replaced_by IS NULL AND state = 'queued' AND run_row > ? AND NOT ${isSetAside('item')} ORDER BY run_row LIMIT ${pageRows}`)
  const one = db.prepare(`SELECT * FROM submissions AS item WHERE seq = ? AND state = 'queued' AND NOT ${isSetAside('item')}`)
  const halted = db.prepare(`SELECT 1 FROM bulk_runs WHERE id = ? AND state <> 'sending'`)
  const held = db.prepare(
    `SELECT 1 FROM submissions AS item WHERE account_id = ? AND state = 'held' AND NOT ${isSetAside('item')} LIMIT 1`,
  )
  const claim = db.prepare(`
    UPDATE submissions AS item SET state = 'sending', state_at = ?, attempt_count = attempt_count + 1
    WHERE seq = ? AND ${mayLeave}`)
  const attempt = db.prepare(`
    INSERT OR IGNORE INTO attempts
      (submission_id, number, started_at, ended_at, progress, method, host, body_bytes, status, answer, state_after, reason)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const settle = db.prepare(`
    UPDATE submissions SET state = ?, state_at = ?, reason = ?, head = ?, fields = ?, backoff_count = ?, uncertain = max(uncertain, ?),
      repeating = ?, first_unknown_at = coalesce(?, first_unknown_at), vendor_number = coalesce(?, vendor_number)
    WHERE seq = ? AND state = 'sending' AND attempt_count = ?`)
  const repeat = db.prepare(`
    UPDATE submissions AS item SET state = 'queued', state_at = :at, reason = :reason, repeating = 1, repeats = repeats + 1
    WHERE id = :id AND run_id = :runId AND state = 'unknown' AND NOT ${superseded} RETURNING seq`)
  const expire = db.prepare(`
    UPDATE submissions SET state = 'unknown', state_at = ?, reason = ?, repeating = 0 WHERE seq = ? AND state = 'queued' AND repeating = 1`)
  const stray = db.prepare(
    `SELECT seq, attempt_count FROM submissions WHERE run_id = ? AND replaced_by IS NULL AND state = 'sending'`,
  )
  const unclaim = db.prepare(`
    UPDATE submissions SET state = 'queued', state_at = ?, attempt_count = attempt_count - 1 WHERE seq = ? AND state = 'sending'`)

  const end = db.prepare(`
    UPDATE submissions SET state = ?, state_at = ?, reason = ?, uncertain = max(uncertain, ?), repeating = 0,
      first_unknown_at = coalesce(?, first_unknown_at), vendor_number = coalesce(?, vendor_number)
    WHERE seq = ? AND state = 'queued'`)

  const writeRead = readsWriter(ledger)
  const earlierOf = earlierReader(ledger)
  const isTriedAgain = ({ kind, attempt_count: count }: LedgerRow) => count > 0 && factsOf(kind).readsBack

  let damaged = 0
  let now = 0
  /** Every column is looked at here, since what is claimed leaves: a row that can't be read is set aside instead. */
  function readable(row: RawRow): LaneRow | null {
    if (isUntouched(row) || reader.row('submissions', submissionRowSchema, row)) {
      const sound = row as unknown as LedgerRow
      return laneRowOf(sound, isTriedAgain(sound) ? earlierOf(sound.id, now) : null)
    }
    damaged += 1
    return null
  }

  const queue = new LaneQueue({
    readAfter(runRow) {
      for (let after = runRow; ;) {
        const raw = reader.raw(page, runId, after)
        const rows = raw.flatMap((row) => readable(row) ?? [])
        const last = raw.at(-1)?.['run_row']
        // A whole page that can't be read is not the end of the table.
        if (rows.length > 0 || typeof last !== 'number') return rows
        after = last
      }
    },
    readOne(seq) {
      const [row] = reader.raw(one, seq)
      return row ? readable(row) : null
    },
  })
  let reconciled = true

  /** A claim whose answer never reached the lane: nothing of it was sent. */
  function reconcile(batch: Batch): void {
    const underWay = new Set(batch.underWay)
    const tried = new Map(batch.results.map(({ seq, finished }) => [seq, finished.number]))
    for (const row of stray.all(runId) as unknown as Pick<LedgerRow, 'seq' | 'attempt_count'>[]) {
      // A row whose try is written anew may have been claimed again together with the first writing.
      if (!underWay.has(row.seq) && tried.get(row.seq) !== row.attempt_count) unclaim.run(batch.at, row.seq)
    }
  }

  /** A repeat that waited longer than ten minutes asks a person: the note may have changed since. */
  const isOverdue = (row: LaneRow, at: number): boolean =>
    row.repeating && !inRepeatWindow(row, at) && expire.run(at, repeatsOver, row.seq).changes === 1

  // Bound by position: names would be looked up at each of some ten thousand rows.
  function record({ seq, id, noteKey, startedAt, finished, change }: LaneResult): void {
    const { number, endedAt, progress, request, status, answer, stateAfter, reason } = finished
    const { method, host, bodyBytes } = request
    attempt.run(
      id,
      number,
      startedAt,
      endedAt,
      progress,
      method,
      host,
      bodyBytes,
      status,
      answer,
      stateAfter,
      JSON.stringify(reason),
    )
    settle.run(
      change.state,
      change.at,
      change.reason ? JSON.stringify(change.reason) : null,
      JSON.stringify(change.head ?? []),
      JSON.stringify(change.fields ?? {}),
      change.backoffCount ?? 0,
      change.uncertain ? 1 : 0,
      change.repeating ? 1 : 0,
      change.firstUnknownAt ?? null,
      change.vendorNumber ?? null,
      seq,
      number,
    )
    if (change.state === 'queued') queue.free(seq)
    else if (noteKey !== null) queue.freeFirstOf(noteKey)
  }

  /** What the team said of rows that were not claimed; answers what they are. */
  function endAll(team: TeamBatch): StateChange['state'][] {
    const states = team.ended.flatMap(({ seq, change }) => {
      const { state, at, reason, uncertain, firstUnknownAt, vendorNumber } = change
      const told = reason ? JSON.stringify(reason) : null
      const { changes } = end.run(state, at, told, uncertain ? 1 : 0, firstUnknownAt ?? null, vendorNumber ?? null, seq)
      return changes === 1 ? [state] : []
    })
    if (states.length > 0) queue.forget()
    return states
  }

  return {
    settleAndClaim(batch: Batch): Claims {
      try {
        const claims = ledger.transaction((): Claims => {
          damaged = 0
          now = batch.at
          if (!reconciled) reconcile(batch)
          if (batch.lookAgain) queue.forget()
          for (const result of batch.results) record(result)
          for (const { id, number, at, found } of batch.reads) writeRead(id, number, at, found)
          let repeated = 0
          for (const id of batch.repeats) {
            const row = repeat.get({ id, runId, at: batch.at, reason: repeating })
            if (!row) continue
            queue.free(Number(row['seq']))
            repeated += 1
          }
          let expired = 0
          const { team } = batch
          const ended = team ? { ended: endAll(team) } : {}
          if (halted.get(runId)) return { rows: [], repeated, expired, damaged, rest: 'halted', ...ended }
          if (batch.want > 0 && held.get(accountId)) return { rows: [], repeated, expired, damaged, rest: 'held', ...ended }
          const letGo = team && new Set(team.letGo)
          let isAsked = false
          const rows = queue.take(
            batch.want,
            (row) => {
              const overdue = isOverdue(row, batch.at)
              if (overdue) expired += 1
              return !overdue && claim.run(batch.at, row.seq).changes === 1
            },
            ({ seq }) => {
              if (!letGo || letGo.has(seq)) return 'yes'
              if (team.busy.includes(seq)) return 'later'
              isAsked = true
              return 'ask'
            },
          )
          if (rows.length > 0) ledger.countClaims(rows.length)
          return {
            rows,
            repeated,
            expired,
            damaged,
            rest: rows.length === batch.want || isAsked ? 'more' : queue.isBlocked ? 'blocked' : 'none',
            ...(team && { ...ended, ahead: queue.next(team.ahead) }),
          }
        })
        reconciled = true
        return claims
      } catch (error) {
        queue.forget()
        throw error
      }
    },
    /** What was committed may not be on disk, so its claims were not answered: the next batch takes them back. */
    doubt(): void {
      queue.forget()
      reconciled = false
    },
  }
}
export type LaneJournal = ReturnType<typeof laneJournal>
