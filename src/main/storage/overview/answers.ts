import type { SubmissionKind } from '#shared/domain/kinds.ts'
import type { PeriodFigures } from '#shared/domain/overview.ts'
import type { Database } from '../database.ts'
import { ofSpan, type Span } from './span.ts'

/** So many of a kind tell how long an answer takes; more only take longer to read. */
const newest = 2000

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0

/**
 * How long a clerk waited: from filing, with the hold and whatever else an item waited for, to the vendor's answer. What a person
 * decided says nothing of that.
 */
export function answersOf(db: Database) {
  const took = db.prepare(
    `SELECT item.state_at - item.created_at AS ms FROM submissions AS item INDEXED BY submissions_made
     WHERE ${ofSpan} AND item.kind = :kind AND item.state IN ('sent', 'rejected') AND item.confirmed_by_person = 0
     ORDER BY item.created_at DESC LIMIT ${newest}`,
  )
  return (span: Span, kinds: readonly SubmissionKind[]): PeriodFigures['answers'] =>
    kinds.flatMap((kind) => {
      const all = took.all({ ...span, kind }).map(({ ms }) => Math.max(0, Number(ms)))
      const sorted = all.toSorted((a, b) => a - b)
      return sorted.length === 0 ? [] : [{ kind, of: sorted.length, medianMs: share(sorted, 0.5), slowMs: share(sorted, 0.9) }]
    })
}
