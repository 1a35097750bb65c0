import type { Overview, OverviewAsked, OverviewCount } from '#shared/domain/overview.ts'
import { accountLabels } from '#shared/domain/account-labels.ts'
import { vendorSchema, type SubmissionKind } from '#shared/domain/kinds.ts'
import type { SubmissionState } from '#shared/domain/submission.ts'
import type { Database, Row } from '../database.ts'
import { answersOf } from './answers.ts'
import { refusalsOf } from './refusals.ts'
import { aside, ofSpan, type Span } from './span.ts'

const groups = 'item.kind AS kind, item.account_id AS account, item.state AS state, count(*) AS count'

/** On its way: singles by their own index, rows of runs by theirs; those that leave right now are rows of a run under way. */
const underWay = /* sql */ `
  SELECT seq FROM submissions INDEXED BY submissions_open WHERE run_id IS NULL AND state IN ('queued', 'sending')
  UNION ALL SELECT seq FROM submissions INDEXED BY submissions_run_waiting WHERE run_id IS NOT NULL AND replaced_by IS NULL AND state = 'queued'
  UNION ALL SELECT item.seq FROM bulk_runs AS run CROSS JOIN submissions AS item INDEXED BY submissions_run ON item.run_id = run.id
    WHERE run.under_way = 1 AND item.run_id IS NOT NULL AND item.replaced_by IS NULL AND item.state = 'sending'`

const countOf = (row: Row): OverviewCount => ({
  kind: String(row['kind']) as SubmissionKind,
  accountId: String(row['account']),
  state: String(row['state']) as SubmissionState,
  clerk: null,
  count: Number(row['count']),
})

const named = ({ id, name, vendor }: Row) => ({
  id: String(id),
  name: typeof name === 'string' ? name : '',
  vendor: vendorSchema.nullable().catch(null).parse(vendor),
})

/**
 * Counts a period and the one before it. What was filed and what did not end well are counted in indexes; what is on its way is few.
 * All else was sent.
 */
export function overviewCounts(db: Database) {
  const filed = db.prepare(
    `SELECT item.kind AS kind, item.account_id AS account, 'sent' AS state, count(*) AS count FROM submissions AS item INDEXED BY submissions_made
     WHERE ${ofSpan} GROUP BY item.kind, item.account_id`,
  )
  const total = db.prepare(`SELECT count(*) AS count FROM submissions AS item INDEXED BY submissions_made WHERE ${ofSpan}`)
  const other = db.prepare(
    `SELECT ${groups} FROM submissions AS item INDEXED BY submissions_aside WHERE ${ofSpan} AND ${aside}
     GROUP BY item.kind, item.account_id, item.state`,
  )
  const leaving = db.prepare(
    `SELECT ${groups} FROM (${underWay}) AS one CROSS JOIN submissions AS item ON item.seq = one.seq WHERE ${ofSpan}
     GROUP BY item.kind, item.account_id, item.state`,
  )
  const waiting = db.prepare(/* sql */ `
    SELECT state, count(*) AS count, min(created_at) AS since FROM (
      SELECT item.state AS state, item.created_at AS created_at FROM (${underWay}) AS one
        CROSS JOIN submissions AS item ON item.seq = one.seq WHERE item.environment = :environment AND item.test = 0
      UNION ALL SELECT item.state, item.created_at FROM submissions AS item INDEXED BY submissions_aside
        WHERE item.state IN ('held', 'unknown') AND item.environment = :environment AND item.test = 0 AND ${aside}
    ) GROUP BY state`)
  const names = db.prepare(
    `SELECT id, CASE WHEN json_valid(settings) THEN json_extract(settings, '$.name') END AS name,
      CASE WHEN json_valid(settings) THEN json_extract(settings, '$.kind') END AS vendor FROM accounts`,
  )
  const answers = answersOf(db)
  const refusals = refusalsOf(db)
  const count = (span: Span) => Number(total.get({ ...span })?.['count'] ?? 0)

  function counts(span: Span): OverviewCount[] {
    const apart = [...other.all({ ...span }), ...leaving.all({ ...span })].map(countOf)
    const same = (a: OverviewCount, b: OverviewCount) => a.kind === b.kind && a.accountId === b.accountId
    const sent = filed.all({ ...span }).map((row): OverviewCount => {
      const all = countOf(row)
      return { ...all, count: apart.filter((one) => same(one, all)).reduce((left, one) => left - one.count, all.count) }
    })
    return [...sent.filter((one) => one.count > 0), ...apart]
  }
  function figures(environment: string, edges: readonly string[]) {
    const moments = edges.map((edge) => Date.parse(edge))
    const span = { environment, from: moments[0] ?? 0, before: moments.at(-1) ?? 0 }
    const found = counts(span)
    return {
      total: found.reduce((sum, one) => sum + one.count, 0),
      slots: moments.slice(1).map((before, at) => count({ environment, from: moments[at] ?? before, before })),
      counts: found,
      answers: answers(span, [...new Set(found.map(({ kind }) => kind))]),
      ...refusals(span),
    }
  }

  return ({ environment, current, earlier, earlierUntil }: OverviewAsked): Overview => {
    // One look at all of it: what moves meanwhile would be counted twice, or not at all.
    db.exec('BEGIN')
    try {
      return {
        current: figures(environment, current),
        earlier: figures(environment, earlier),
        earlierSoFar: count({ environment, from: Date.parse(earlier[0] ?? earlierUntil), before: Date.parse(earlierUntil) }),
        waiting: waiting.all({ environment }).map((row) => ({
          state: String(row['state']) as SubmissionState,
          count: Number(row['count']),
          since: new Date(Number(row['since'])).toISOString(),
        })),
        accounts: accountLabels(names.all().map(named)),
        clerks: null,
      }
    } finally {
      db.exec('COMMIT')
    }
  }
}
