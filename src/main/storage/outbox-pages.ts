import * as z from 'zod'
import { messageSchema } from '#shared/domain/message.ts'
import { jsonColumn, time } from './columns.ts'
import { isPutAway, isSetAside } from './item-rules.ts'
import type { Ledger } from './ledger.ts'
import { salvaged } from './salvage.ts'
import { listedColumns, listedSchema, type AnySubmission } from './submission-queries.ts'
import { askedTogether } from './submission-row.ts'

/** Most in need of a person first: an unknown outcome only a person can end, and what waits by itself comes last. */
const order = ['unknown', 'held', 'rejected', 'sending', 'queued'] as const
type OpenState = (typeof order)[number]

/** Where a page begins: after this item of this state. */
export interface OutboxKey {
  state: OpenState
  seq: number
}

/** Refused items stay after a person has put them away, thousands in a year. */
const indexOf = (state: OpenState) => (state === 'rejected' ? 'submissions_refused' : 'submissions_open')
const open = (state: OpenState) => /* sql */ `run_id IS NULL AND state = '${state}'
  ${state === 'rejected' ? 'AND dismissed = 0 AND replaced_by IS NULL' : ''}`

/** Those set aside are few, and looking for each of thousands of items among them would take long. */
const countWithout = (state: OpenState, aside: string) => /* sql */ `
  SELECT (SELECT count(*) FROM submissions INDEXED BY ${indexOf(state)} WHERE ${open(state)}) - (
    SELECT count(*) FROM set_aside AS aside CROSS JOIN submissions AS item ON item.seq = CAST(aside.key AS INTEGER)
    WHERE aside.source = 'submissions' AND ${aside} AND ${open(state)}) AS count`

/** Of several such questions the weightier comes first, in the order of the alphabet. */
const isAskedTogether = `reason IN (${[...askedTogether].map((id) => `'${JSON.stringify({ id })}'`).join(', ')})`

/** What is not finished, in the order in which a person goes through it: within a state the oldest first, as items leave. */
export function outboxPages({ db, reader }: Ledger) {
  const ofState = (state: OpenState) => ({
    state,
    page: db.prepare(`
      SELECT ${listedColumns} FROM submissions AS item INDEXED BY ${indexOf(state)}
      WHERE ${open(state)} AND seq > ? AND NOT ${isPutAway('item')} ORDER BY seq LIMIT ?`),
    count: db.prepare(countWithout(state, 'TRUE')),
    shown: db.prepare(countWithout(state, 'aside.put_away_at IS NOT NULL')),
  })
  const states = order.map(ofState)
  const oldest = db.prepare(`
    SELECT created_at AS at FROM submissions AS item WHERE ${open('queued')} AND NOT ${isSetAside('item')} ORDER BY seq LIMIT 1`)
  const asking = db.prepare(`
    SELECT reason, count(*) AS count FROM submissions AS item INDEXED BY submissions_asking
    WHERE ${open('queued')} AND asks = 1 AND ${isAskedTogether} AND NOT ${isSetAside('item')} GROUP BY reason ORDER BY reason`)
  // Each for a reason of its own as well, such as what a vendor was found to have; whatever asks has one.
  const askingAny = db.prepare(`
    SELECT count(*) AS count FROM submissions AS item INDEXED BY submissions_asking
    WHERE ${open('queued')} AND asks = 1 AND reason >= '' AND NOT ${isSetAside('item')}`)
  const number = z.object({ count: z.number() })
  const countOf = (statement: (typeof states)[number]['count']) => reader.made(number, statement)[0]?.count ?? 0

  return {
    /** So many items after this one, by key and never by offset; `next` is null after the last. */
    page(after: OutboxKey | null, limit: number): { items: AnySubmission[]; next: OutboxKey | null } {
      const found: { key: OutboxKey; item: AnySubmission }[] = []
      const from = after ? order.indexOf(after.state) : 0
      for (const [at, { state, page }] of states.slice(from).entries()) {
        const seq = at === 0 && after ? after.seq : 0
        // One more than is wanted tells whether another page follows.
        const rows = reader.allWith('submissions', listedSchema, salvaged, page, seq, limit + 1 - found.length)
        found.push(...rows.map((item) => ({ key: { state, seq: item.seq }, item })))
        if (found.length > limit) break
      }
      const shown = found.slice(0, limit)
      return { items: shown.map(({ item }) => item), next: found.length > limit ? (shown.at(-1)?.key ?? null) : null }
    },
    /** How many there are to look at, records that can't be read among them. */
    total: (): number => states.reduce((sum, { shown }) => sum + countOf(shown), 0),
    counts() {
      const of = Object.fromEntries(states.map(({ state, count }) => [state, countOf(count)])) as Record<OpenState, number>
      const questions = reader.made(z.object({ reason: jsonColumn(messageSchema), count: z.number() }), asking)
      return {
        ...of,
        asking: countOf(askingAny),
        askingTogether: questions.reduce((sum, { count }) => sum + count, 0),
        askingReason: questions[0]?.reason ?? null,
        oldest: reader.made(z.object({ at: time }), oldest)[0]?.at ?? null,
      }
    },
  }
}
export type OutboxPages = ReturnType<typeof outboxPages>
