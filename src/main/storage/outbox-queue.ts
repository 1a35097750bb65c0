import type { SqlInput, Statement } from './database.ts'
import * as z from 'zod'
import { repeatsItself } from '#shared/domain/kinds.ts'
import { messageSchema } from '#shared/domain/message.ts'
import { flag, jsonColumn, time } from './columns.ts'
import { accountPaused, blockedByEarlier, isSetAside, kindsWhere, superseded } from './item-rules.ts'
import type { Ledger } from './ledger.ts'

/** Items of one account for one origin wait for the same things. */
export interface QueuePlace {
  accountId: string
  boundOrigin: string
}

export interface DueItems {
  items: { id: string; seq: number }[]
  next: number | null
}

/** How many items are looked at in one go where earlier ones for their notes hold them back. */
const windowRows = 500

const waits = /* sql */ `run_id IS NULL AND state = 'queued' AND asks = 0`
const repeatingKinds = kindsWhere(repeatsItself)
const idRow = z.object({ id: z.string() })
const seqRow = z.object({ seq: z.number() })
const itemRow = z.object({ id: z.string(), seq: z.number() })
const placeRow = z
  .object({ account_id: z.string(), scope: z.string() })
  .transform((row): QueuePlace => ({ accountId: row.account_id, boundOrigin: row.scope }))
const waitingRow = z
  .object({
    id: z.string(),
    account_id: z.string(),
    scope: z.string(),
    not_before: time,
    wait_ms: z.number(),
    in_hold: flag,
    reason: jsonColumn(messageSchema).nullable().catch(null),
  })
  .transform((row) => ({
    id: row.id,
    accountId: row.account_id,
    boundOrigin: row.scope,
    notBefore: row.not_before,
    waitMs: row.wait_ms,
    inHold: row.in_hold,
    reason: row.reason,
  }))
/** A queued item that has a time of its own. */
export type WaitingItem = z.infer<typeof waitingRow>

/** What of the ledger the outbox goes by: which items are due, in what order, and those that are let go together. */
export function outboxQueue(ledger: Ledger) {
  const { db, reader } = ledger
  // The planner takes another index where the ledger has no statistics, and reads thousands of rows for a handful.
  const nextOrigin = db.prepare(`
    SELECT account_id, scope FROM submissions INDEXED BY submissions_due WHERE ${waits} AND account_id = ? AND scope > ? ORDER BY scope LIMIT 1`)
  const nextAccount = db.prepare(`
    SELECT account_id, scope FROM submissions INDEXED BY submissions_due WHERE ${waits} AND account_id > ?
    ORDER BY account_id, scope LIMIT 1`)
  const paused = db.prepare(`SELECT ${accountPaused} AS paused FROM (SELECT ? AS account_id) AS item`)
  const due = db.prepare(`
    SELECT item.id, item.seq FROM (
      SELECT id, seq, note_key, repeating FROM submissions
      WHERE ${waits} AND account_id = ? AND scope = ? AND in_hold = 0 AND seq > ? ORDER BY seq LIMIT ${windowRows}) AS item
    WHERE (item.note_key IS NULL OR (NOT ${blockedByEarlier} AND NOT (item.repeating = 1 AND ${superseded}))) AND NOT ${isSetAside('item')}
    ORDER BY item.seq LIMIT ?`)
  const windowEnd = db.prepare(`
    SELECT seq FROM submissions WHERE ${waits} AND account_id = ? AND scope = ? AND in_hold = 0 AND seq > ?
    ORDER BY seq LIMIT 1 OFFSET ${windowRows - 1}`)
  const waiting = db.prepare(`
    SELECT id, account_id, scope, not_before, wait_ms, in_hold, reason FROM submissions INDEXED BY submissions_waiting
    WHERE run_id IS NULL AND state = 'queued' AND not_before IS NOT NULL ORDER BY seq`)
  const holdOver = db.prepare(`
    UPDATE submissions SET in_hold = 0, not_before = NULL, wait_ms = 0 WHERE id = ? AND run_id IS NULL AND state = 'queued' AND in_hold = 1`)
  const repeats = db.prepare(`
    SELECT id FROM submissions WHERE run_id IS NULL AND state IN ('queued', 'unknown') AND kind IN ${repeatingKinds}
      AND (repeating = 1 OR (state = 'unknown' AND first_unknown_at > ?))`)
  const sending = `run_id IS NULL AND state = 'sending'`
  const setAside = (where: string) => /* sql */ `
    SELECT count(*) FROM set_aside AS aside CROSS JOIN submissions AS item ON item.seq = CAST(aside.key AS INTEGER)
    WHERE aside.source = 'submissions' AND ${where}`
  const leaving = db.prepare(`
    SELECT (SELECT count(*) FROM submissions INDEXED BY submissions_due WHERE ${waits}) + (SELECT count(*) FROM submissions WHERE ${sending})
      - (${setAside(waits)}) - (${setAside(sending)}) AS count`)
  const asking = db.prepare(`
    SELECT id, seq FROM submissions WHERE run_id IS NULL AND state = 'queued' AND asks = 1 AND reason = ? AND seq > ? ORDER BY seq LIMIT ?`)
  const letGo = db.prepare(`
    UPDATE submissions AS item SET asks = 0, in_hold = 0, not_before = NULL, wait_ms = 0, repeating = 0, reason = NULL
    WHERE run_id IS NULL AND state = 'queued' AND asks = 1 AND reason = ? AND seq <= ? AND NOT (repeating = 1 AND ${superseded})
      AND NOT ${isSetAside('item')} RETURNING id`)
  const timed = /* sql */ `run_id IS NULL AND state = 'queued' AND not_before IS NOT NULL AND asks = 0`
  const timedEnd = db.prepare(
    `SELECT max(seq) AS seq FROM (
      SELECT seq FROM submissions INDEXED BY submissions_waiting WHERE ${timed} AND seq > ? ORDER BY seq LIMIT ?)`,
  )
  const hurry = db.prepare(`
    UPDATE submissions AS item INDEXED BY submissions_waiting
    SET in_hold = 0, not_before = NULL, wait_ms = 0, repeating = 0, reason = NULL
    WHERE ${timed} AND seq > ? AND seq <= ? AND NOT (repeating = 1 AND ${superseded}) AND NOT ${isSetAside('item')}`)
  const release = db.prepare(`
    UPDATE submissions SET state = 'queued', state_at = ?, reason = NULL, asks = 0 WHERE state = 'held' AND seq IN (
      SELECT seq FROM submissions AS item WHERE state = 'held' AND account_id = ? AND NOT ${isSetAside('item')} LIMIT ?) RETURNING id`)
  const decide = db.prepare('INSERT INTO decisions (submission_id, at, decision, detail) VALUES (?, ?, ?, NULL)')
  const ids = (statement: Statement, ...values: SqlInput[]) => reader.made(idRow, statement, ...values).map(({ id }) => id)

  return {
    /** Every account and origin that items wait for, and that no refused key holds back; one look-up in the index for each. */
    places(): QueuePlace[] {
      const places: QueuePlace[] = []
      let last: QueuePlace = { accountId: '', boundOrigin: '' }
      for (;;) {
        const place: QueuePlace | undefined =
          reader.made(placeRow, nextOrigin, last.accountId, last.boundOrigin)[0] ??
          reader.made(placeRow, nextAccount, last.accountId)[0]
        if (!place) return places.filter(({ accountId }) => reader.raw(paused, accountId)[0]?.['paused'] === 0)
        places.push(place)
        last = place
      }
    },
    /**
     * The oldest items of a place that may leave, as far as the ledger knows. A look at one window; `next` is where the following
     * one begins, null where there is none or enough was found.
     */
    due({ accountId, boundOrigin }: QueuePlace, after: number, limit: number): DueItems {
      const items = reader.made(itemRow, due, accountId, boundOrigin, after, limit)
      if (items.length === limit) return { items, next: null }
      return { items, next: reader.made(seqRow, windowEnd, accountId, boundOrigin, after)[0]?.seq ?? null }
    },
    /** Items with a time of their own: holds, and those whose try found a place out of reach. */
    waiting: (): WaitingItem[] => reader.made(waitingRow, waiting),
    /** These holds are over. Written without waiting for the disk: a crash makes them wait again, no longer than was meant. */
    holdsOver: (over: readonly string[]): void =>
      ledger.unflushed(() => {
        for (const id of over) holdOver.run(id)
      }),
    /** Updates and deletes that repeat themselves, or may because their outcome became unknown since then. */
    repeatsSince: (since: number): string[] => ids(repeats, since),
    /** Items that leave by themselves: waiting without a question, or under way. */
    leaving: (): number => reader.made(z.object({ count: z.number() }), leaving)[0]?.count ?? 0,
    /** The next items that ask for this reason. */
    asking: (reason: string, after: number, limit: number): DueItems['items'] =>
      reader.made(itemRow, asking, JSON.stringify({ id: reason }), after, limit),
    /** Lets those up to this one leave, by a person's word. */
    letGo: (reason: string, upTo: number, at: number): string[] =>
      ledger.transaction(() => {
        const gone = ids(letGo, JSON.stringify({ id: reason }), upTo)
        for (const id of gone) decide.run(id, at, 'send-now')
        return gone
      }),
    /** Ends the holds and waits of the next so many items; the last of them, null where there were none. */
    hurry(after: number, limit: number): number | null {
      const seq = reader.made(seqRow, timedEnd, after, limit)[0]?.seq ?? null
      if (seq !== null) ledger.transaction(() => hurry.run(after, seq))
      return seq
    },
    /** Lets so many of an account's held items wait again, by a person's word. */
    release: (accountId: string, at: number, limit: number): string[] =>
      ledger.transaction(() => {
        const released = ids(release, at, accountId, limit)
        for (const id of released) decide.run(id, at, 'release')
        return released
      }),
  }
}
export type OutboxQueue = ReturnType<typeof outboxQueue>
