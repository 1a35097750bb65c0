import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { submissionKindSchema } from '#shared/domain/kinds.ts'
import { linesBy, type Overview } from '#shared/domain/overview.ts'
import { submissionStateSchema } from '#shared/domain/submission.ts'
import { overviewRows } from '#main/features/overview/rows.ts'
import { sentencesIn } from '#main/bulk/writing/sentences.ts'
import { overviewCounts } from '#main/storage/overview/counts.ts'
import { testDesk, vendor, type TestDesk } from '#test/support/desk.ts'

let desk: TestDesk
beforeEach(() => {
  desk = testDesk({ holdSeconds: 0 })
  desk.outbox.start()
})
afterEach(async () => {
  await desk.outbox.stop()
  desk.close()
})

const dayMs = 86_400_000
const iso = (at: number) => new Date(at).toISOString()
const edgesFrom = (from: number) => [0, 1, 2].map((days) => iso(from + days * dayMs))
/** Two days from now on, beside the two before. */
const asked = (now: number, environment: 'practice' | 'production' = 'production') => ({
  environment,
  whose: 'mine' as const,
  current: edgesFrom(now),
  earlier: edgesFrom(now - 2 * dayMs),
  earlierUntil: iso(now - dayMs),
})
const counted = (now: number, environment?: 'practice') => overviewCounts(desk.ledger.db)(asked(now, environment))
const sumOf = (overview: Overview, by: 'kind' | 'state' | 'accountId') =>
  Object.fromEntries(linesBy(overview, by).map(({ key, current, earlier }) => [key, [current, earlier]]))

async function file(draft: string, answer = vendor.accepts()) {
  desk.whenAsked(() => answer)
  const { id } = desk.file(draft)
  await desk.clock.pass(10)
  return id
}

/** An item as a bulk run writes one. */
const row = (run: number, state: string) =>
  desk.ledger.db.exec(`
    INSERT INTO submissions (id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, subject, context, excerpt, test, run_id, run_row)
    SELECT 'row-${run}-${state}', kind, account_id, account_name, environment, scope, '${state}', state_at, created_at, payload, typed, subject, context, excerpt, 0, ${run}, 1
    FROM submissions WHERE kind = 'note.create' ORDER BY seq LIMIT 1`)
const run = (id: number, underWay: boolean) =>
  desk.ledger.db.exec(`
    INSERT INTO bulk_runs (id, kind, state, account_id, account_name, environment, scope, file_name, created_at, row_count, layout, settings, "table", plan, plan_from, connections, under_way)
    VALUES (${id}, 'notes', 'sending', 'digiwallet', 'Winkel', 'production', 's', 'rijen.csv', 1, 1, '', '{}', '{}', '{}', 'suggestion', 1, ${underWay ? 1 : 0})`)

describe('the overview', () => {
  test('counts a period by kind, state, account and day, beside the one before', async () => {
    const now = desk.clock.now() + 2 * dayMs
    await file(desk.draftDispute('F-1'))
    await desk.clock.pass(dayMs)
    await file(desk.draftNote({ saleID: '1' }), vendor.refuses())
    await desk.clock.pass(dayMs)
    await file(desk.draftDispute('F-2'))
    await file(desk.draftNote({ saleID: '2' }), vendor.isSilent())
    await file(desk.draftNote({ saleID: '3' }), vendor.refusesKey())
    await desk.clock.pass(dayMs)
    await file(desk.draftDispute('F-3'))
    const overview = counted(now)
    expect(overview.current).toMatchObject({ total: 4, slots: [3, 1] })
    expect(overview.earlier).toMatchObject({ total: 2, slots: [1, 1] })
    expect(overview.earlierSoFar).toBe(1)
    expect(sumOf(overview, 'kind')).toEqual({ 'dispute.create': [2, 1], 'note.create': [2, 1] })
    expect(sumOf(overview, 'state')).toEqual({ sent: [2, 1], rejected: [0, 1], unknown: [1, 0], held: [1, 0] })
    expect(sumOf(overview, 'accountId')).toEqual({ billink: [2, 1], digiwallet: [2, 1] })
    expect(overview.waiting.map(({ state, count }) => [state, count])).toEqual([
      ['held', 1],
      ['unknown', 1],
    ])
    // Both accounts have one name.
    expect(overview.accounts).toContainEqual({ id: 'billink', name: 'Winkel (Billink)' })
    desk.ledger.db.exec("UPDATE accounts SET settings = json_set(settings, '$.name', 'Zaak') WHERE id = 'billink'")
    expect(counted(now).accounts.map(({ name }) => name)).toEqual(expect.arrayContaining(['Zaak', 'Winkel']))
  })

  test('counts each kind and state as history does, rows of runs among them', async () => {
    const now = desk.clock.now()
    for (const [sale, answer] of [
      ['1', vendor.accepts()],
      ['2', vendor.refuses()],
      ['3', vendor.isSilent()],
    ] as const)
      await file(desk.draftNote({ saleID: sale }), answer)
    run(7, true)
    run(8, false)
    for (const state of submissionStateSchema.options) row(7, state)
    row(8, 'queued')
    desk.ledger.db.exec('UPDATE bulk_runs SET indexed_to = (SELECT max(seq) FROM submissions)')
    desk.ledger.db.exec(
      'INSERT INTO submission_search (rowid, text) SELECT seq, text FROM submission_texts WHERE seq IN (SELECT seq FROM submissions WHERE run_id > 0)',
    )
    const overview = counted(now)
    for (const state of submissionStateSchema.options)
      for (const kind of submissionKindSchema.options) {
        const filter = { search: '', kinds: [kind], states: [state], environments: ['production' as const], test: false }
        const { total } = desk.found({ filter, after: null, limit: 1 })
        const sums = overview.current.counts.filter((one) => one.kind === kind && one.state === state)
        expect({ kind, state, count: sums.reduce((sum, { count }) => sum + count, 0) }).toEqual({ kind, state, count: total })
      }
  })

  test('counts neither practice nor test items with live ones', async () => {
    const now = desk.clock.now()
    await file(desk.draftNote({ saleID: '1' }))
    await file(desk.draftNote({ saleID: '2', test: true }))
    await file(desk.draftDispute('F-1'))
    desk.ledger.db.exec("UPDATE submissions SET environment = 'practice' WHERE kind = 'dispute.create'")
    expect(counted(now).current.total).toBe(1)
    expect(sumOf(counted(now, 'practice'), 'kind')).toEqual({ 'dispute.create': [1, 0] })
  })

  test('tells how long an answer took, and not what a person decided', async () => {
    const now = desk.clock.now()
    for (const seconds of [1, 2, 3, 40]) {
      const answer = Promise.withResolvers<void>()
      desk.whenPreparing(() => answer.promise)
      desk.file(desk.draftNote({ saleID: String(seconds) }))
      await desk.clock.pass(seconds * 1000)
      answer.resolve()
      await desk.clock.pass(10)
    }
    desk.whenPreparing(() => Promise.resolve())
    const lost = await file(desk.draftNote({ saleID: '9' }), vendor.isSilent())
    await desk.clock.pass(dayMs / 2)
    desk.person.decide(lost, 'arrived', null)
    const [answer] = counted(now).current.answers
    expect(answer).toMatchObject({ kind: 'note.create', of: 4 })
    expect(answer?.medianMs).toBeGreaterThanOrEqual(2000)
    expect(answer?.medianMs).toBeLessThan(3000)
    expect(answer?.slowMs).toBeGreaterThanOrEqual(40_000)
    expect(answer?.slowMs).toBeLessThan(60_000)
  })

  test('brings refusals together by what the vendor said, and shows nothing of a customer', async () => {
    const now = desk.clock.now()
    for (const invoice of ['F-2026-001', 'F-2026-002'])
      await file(
        desk.draftDispute(invoice),
        vendor.refuses({ invoice: [{ text: `Invoice ${invoice} of jan@example.nl not found` }] }),
      )
    await file(desk.draftDispute('F-3'), vendor.refuses())
    expect(counted(now).current.refusals).toEqual([
      { kind: 'dispute.create', field: 'invoice', message: { text: 'Invoice … of … not found' }, count: 2 },
      { kind: 'dispute.create', field: null, message: { text: 'rejected' }, count: 1 },
    ])
  })

  test('is a table in the person’s language', async () => {
    const now = desk.clock.now()
    await file(desk.draftDispute('F-1'))
    await file(desk.draftDispute('F-2'), vendor.refuses({ invoice: [{ text: 'onbekend' }] }))
    const rows = overviewRows(asked(now), counted(now), sentencesIn('nl'))
    expect(rows).toContainEqual(['Ingediend', 'ECHT', '2', '0'])
    expect(rows).toContainEqual(['Per status', 'Geweigerd', '1', '0'])
    expect(rows).toContainEqual(['Per account', 'Winkel (Billink)', '2', '0'])
    expect(rows).toContainEqual(['Geweigerd om', 'Geschil: Factuurnummer: onbekend', '1', '0'])
    expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([4]))
  })

  test('reads no item to count it', () => {
    const seen: string[] = []
    const { db } = desk.ledger
    const watched = new Proxy(db, {
      get: (target, name) =>
        name === 'prepare'
          ? (sql: string) => {
              const plan = target.prepare(`EXPLAIN QUERY PLAN ${sql}`)
              const parameters = { from: 0, before: 1, environment: '', kind: '' }
              const named = Object.fromEntries(Object.entries(parameters).filter(([key]) => sql.includes(`:${key}`)))
              seen.push(...plan.all(...(Object.keys(named).length > 0 ? [named] : [])).map(({ detail }) => String(detail)))
              return target.prepare(sql)
            }
          : Reflect.get(target, name),
    })
    overviewCounts(watched)
    const covered = seen.filter((detail) => detail.includes('submissions_made') || detail.includes('submissions_aside'))
    expect(covered.filter((detail) => detail.includes('COVERING'))).toHaveLength(4)
    expect(
      seen.filter((detail) => /^SCAN (?!accounts|run\b|one\b|\(subquery)/.test(detail) && !detail.includes('COVERING')),
    ).toEqual([])
  })
})
