import { afterEach, expect, test } from 'vitest'
import type { BulkRow, BulkRun } from '#shared/domain/bulk.ts'
import { settled } from '#test/support/fake-clock.ts'
import { paymentDesk, settleMs, type PaymentDesk } from '#test/support/payment-desk.ts'
import { playedMollie, reacts } from '#test/support/played-mollie.ts'

let desk: PaymentDesk
afterEach(() => ends(() => desk.end()))

/** The end of a desk: a run that is over is indexed by and by, which takes the desk's own time. */
async function ends<T>(end: () => Promise<T>): Promise<T> {
  const state = { isOver: false }
  const ended = end().finally(() => (state.isOver = true))
  while (!state.isOver) await desk.clock.pass(1)
  return ended
}

const open = async (given: Record<string, string>) => (desk = await paymentDesk({ mollie: playedMollie(given) }))

/** A table as it is pasted, with the names that Mollie's own list has. */
const table = (...rows: readonly string[]) => ['ID\tTekst\tActie', ...rows].join('\n')

async function checked(text: string): Promise<BulkRun> {
  const { bulk } = desk.handlers
  const source = { from: 'pasted', text } as const
  const run = await bulk.open({ kind: 'payment-notes', accountId: desk.accountId, source })
  if (!run) throw new Error('The table was not opened')
  return bulk.check({ runId: run.id })
}

/** Lets the app go on until this is so; keychains answer when they do. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('It never came to this')
    await settled()
  }
}
async function done(runId: string): Promise<BulkRun> {
  await until(async () => (await desk.handlers.bulk.get({ runId })).state === 'done')
  return desk.handlers.bulk.get({ runId })
}

async function start(runId: string): Promise<void> {
  const { total } = await desk.handlers.bulk.confirmation({ runId })
  await desk.handlers.bulk.start({ runId, total, notSentBefore: true })
}

const rowsOf = async (runId: string): Promise<BulkRow[]> =>
  (await desk.handlers.bulk.rows({ runId, standing: null, states: [], after: null, limit: 200 })).items
const outcomesOf = async (runId: string) =>
  Object.fromEntries((await rowsOf(runId)).map(({ row, outcome, standing }) => [row, outcome?.state ?? standing]))

const noteOf = (id: string) => (JSON.parse(desk.mollie.metadataOf(id)) as { note?: string } | null)?.note

test('a table puts a note on each payment and keeps what else stands there', async () => {
  await open({ tr_1: '{"order_id":"1001"}', tr_2: 'null', tr_3: '{"nr":12345678901234567890}' })
  const run = await checked(table('tr_1\tFactuur 1', 'tr_2\tFactuur 2', 'tr_3\tFactuur 3', 'ord_4\tFactuur 4'))
  expect(run.counts).toEqual({ good: 3, faulty: 1, duplicate: 0, skipped: 0 })
  expect(await desk.handlers.bulk.confirmation({ runId: run.id })).toMatchObject({ total: 3, create: 3, test: 0, leftOut: 1 })
  await start(run.id)
  await done(run.id)
  expect([noteOf('tr_1'), noteOf('tr_2'), noteOf('tr_3')]).toEqual(['Factuur 1', 'Factuur 2', 'Factuur 3'])
  expect(desk.mollie.metadataOf('tr_1')).toContain('"order_id":"1001"')
  expect(desk.mollie.metadataOf('tr_3')).toContain('12345678901234567890')
})

test('a payment with a note of somebody else is left as it is, and stops no other row', async () => {
  await open({ tr_1: 'null', tr_2: '{"note":"Van de webshop"}', tr_3: 'null' })
  const { id } = await checked(table('tr_1\tFactuur 1', 'tr_2\tFactuur 2', 'tr_3\tFactuur 3'))
  await start(id)
  await done(id)
  expect(await outcomesOf(id)).toEqual({ 2: 'sent', 3: 'rejected', 4: 'sent' })
  const refused = (await rowsOf(id)).find(({ row }) => row === 3)
  expect(refused?.outcome?.reason).toMatchObject({ id: 'outcome.mollie.noteThere', values: { found: 'Van de webshop' } })
  expect(desk.mollie.metadataOf('tr_2')).toBe('{"note":"Van de webshop"}')

  // It comes back to the check with what stands there, and replaces that once a person says so.
  const { bulk } = desk.handlers
  const again = await bulk.retry({ runId: id, which: ['rejected'] })
  expect(again.counts).toEqual({ good: 0, faulty: 0, duplicate: 1, skipped: 0 })
  const message = { id: 'bulk.row.otherNote', values: { found: 'Van de webshop', action: 'create' } }
  expect(again.findings).toEqual([{ severity: 'warning', field: null, message, rows: 1, isExample: false }])
  expect((await rowsOf(id)).map(({ row, warnings }) => [row, warnings])).toEqual([[3, [message]]])
  expect((await bulk.confirmation({ runId: id })).total).toBe(0)
  await bulk.setIncludeDuplicates({ runId: id, include: true })
  await start(id)
  await done(id)
  expect(await outcomesOf(id)).toEqual({ 2: 'sent', 3: 'sent', 4: 'sent' })
  expect(noteOf('tr_2')).toBe('Factuur 2')
})

test.each([
  { name: 'a note that came there since', there: '{"note":"Eerst"}', since: '{"note":"Later"}', text: 'Later' },
  { name: 'what no note was read beside', there: '"bestelling 1"', since: '{"note":"Later"}', text: 'Later' },
])('a row that may replace what was read replaces nothing else: $name', async ({ there, since, text }) => {
  await open({ tr_1: 'null', tr_2: there })
  const { bulk } = desk.handlers
  const { id } = await checked(table('tr_1\tFactuur 1', 'tr_2\tFactuur 2'))
  await start(id)
  await done(id)
  await bulk.retry({ runId: id, which: ['rejected'] })
  await bulk.setIncludeDuplicates({ runId: id, include: true })
  desk.mollie.write('tr_2', since)
  await start(id)
  await done(id)
  expect(await outcomesOf(id)).toEqual({ 2: 'sent', 3: 'rejected' })
  expect(noteOf('tr_2')).toBe(text)
})

test.each([
  { name: 'arrived', applied: true, changes: 1 },
  { name: 'never came there', applied: false, changes: 2 },
])(
  'a row whose answer was lost is looked up by itself, and goes again only where it did not arrive: it $name',
  async ({ applied, changes }) => {
    await open({ tr_1: 'null', tr_2: 'null', tr_3: 'null' })
    const { id } = await checked(table('tr_1\tFactuur 1', 'tr_2\tFactuur 2', 'tr_3\tFactuur 3'))
    let isFirst = true
    desk.mollie.whenAsked(({ method, paymentID }) => {
      if (method !== 'PATCH' || paymentID !== 'tr_2' || !isFirst) return reacts.usually()
      isFirst = false
      return reacts.isSilent(applied)
    })
    await start(id)
    await done(id)
    expect(await outcomesOf(id)).toEqual({ 2: 'sent', 3: 'unknown', 4: 'sent' })
    // What goes again has the key of the first try, so that its answer decides nothing: it is looked up once more.
    const sends = () => desk.mollie.changes().filter(({ paymentID }) => paymentID === 'tr_2').length
    await desk.clock.pass(settleMs)
    await until(() => Promise.resolve(sends() === changes))
    await desk.clock.pass(settleMs)
    await until(async () => (await outcomesOf(id))[3] === 'sent')
    expect(sends()).toBe(changes)
    expect([noteOf('tr_1'), noteOf('tr_2'), noteOf('tr_3')]).toEqual(['Factuur 1', 'Factuur 2', 'Factuur 3'])
  },
)

test('a row whose answer was lost is looked up after a restart as well, once its change can no longer be on its way', async () => {
  await open({ tr_1: 'null', tr_2: 'null' })
  const { id } = await checked(table('tr_1\tFactuur 1', 'tr_2\tFactuur 2'))
  desk.mollie.whenAsked(({ method, paymentID }) =>
    method === 'PATCH' && paymentID === 'tr_2' ? reacts.isSilent(true) : reacts.usually(),
  )
  await start(id)
  await done(id)
  const left = await ends(() => desk.leave())
  desk = await paymentDesk(left)
  const reads = desk.mollie.reads().length
  await desk.clock.pass(settleMs - 1)
  expect([(await outcomesOf(id))[3], desk.mollie.reads().length]).toEqual(['unknown', reads])
  await desk.clock.pass(1)
  await until(async () => (await outcomesOf(id))[3] === 'sent')
  expect(desk.mollie.changes()).toHaveLength(2)
})

test('rows of one payment are doubles, but where a row changes what an earlier one put there', async () => {
  await open({ tr_1: 'null', tr_2: 'null' })
  const { id, counts } = await checked(
    table('tr_1\tFactuur 1', 'tr_1\tFactuur 1', 'tr_1\tFactuur 2', 'tr_1\tFactuur 3\tbijwerken', 'tr_2\tFactuur 4'),
  )
  expect(counts).toEqual({ good: 3, faulty: 0, duplicate: 2, skipped: 0 })
  expect((await rowsOf(id)).map(({ warnings }) => warnings)).toEqual([
    [],
    [{ id: 'bulk.row.sameRow', values: { row: 2 } }],
    [{ id: 'bulk.row.samePayment', values: { row: 2 } }],
    [],
    [],
  ])
  await start(id)
  await done(id)
  // The doubles stayed behind, and what they would have left is expected by nobody.
  expect(await outcomesOf(id)).toEqual({ 2: 'sent', 3: 'duplicate', 4: 'duplicate', 5: 'sent', 6: 'sent' })
  expect(noteOf('tr_1')).toBe('Factuur 3')
})

test('undo takes back the notes that a run put there, and nothing beside them', async () => {
  await open({ tr_1: '{"order_id":"1001"}', tr_2: 'null' })
  const { id } = await checked(table('tr_1\tFactuur 1', 'tr_2\tFactuur 2'))
  await start(id)
  expect((await done(id)).canUndo).toBe(true)
  const undo = await desk.handlers.bulk.undo({ runId: id })
  expect(undo).toMatchObject({ state: 'checked', counts: { good: 2 }, kind: 'payment-notes' })
  await start(undo.id)
  await done(undo.id)
  expect(await outcomesOf(undo.id)).toEqual({ 2: 'sent', 3: 'sent' })
  expect([desk.mollie.metadataOf('tr_1'), desk.mollie.metadataOf('tr_2')]).toEqual(['{"order_id":"1001"}', 'null'])
})
