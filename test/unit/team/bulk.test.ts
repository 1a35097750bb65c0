import { afterAll, beforeAll, expect, test } from 'vitest'
import { linesBy, type OverviewAsked } from '#shared/domain/overview.ts'
import { sentencesIn } from '#main/bulk/writing/sentences.ts'
import { overviewRows } from '#main/features/overview/rows.ts'
import { addAccount } from '#main/team/server/clerks.ts'
import { noteTable, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { answers } from '#test/support/played-vendor.ts'
import { withoutPostgres } from '#test/support/postgres.ts'
import { startTeamServer, type TeamServer } from '#test/support/team-server.ts'
import { joinWhole, untilSo } from '#test/support/team-whole-desk.ts'

const why = withoutPostgres()
let server: TeamServer
let shared: number
beforeAll(async () => {
  if (why) return
  server = await startTeamServer([])
  const account = {
    vendor: 'digiwallet',
    origin: 'https://api.digiwallet.nl',
    identity: '',
    name: 'Winkel',
    settings: {},
    keepDays: 730,
    counts: false,
  }
  shared = (await addAccount(server.boss, account))!
  await server.add('anna')
  await server.add('bob')
})
afterAll(() => server?.close())

const until = untilSo
const join = (clerk: string) => joinWhole(server, clerk, 'notes', shared)
const sales = (from: number, to: number) => noteTable(...Array.from({ length: to - from }, (_, at) => from + at))
const states = async () =>
  Object.fromEntries(
    (await server.boss.query('SELECT state, count(*)::int AS n FROM team.item GROUP BY state')).map(({ state, n }) => [state, n]),
  )

test('of two runs with rows in common each row is sent once; the others go back with who and when', async (context) => {
  context.skip(why !== undefined, why)
  const [anna, bob] = [await join('anna'), await join('bob')]
  const [mine, his] = [await anna.started(sales(1, 301)), await bob.started(sales(201, 501))]
  const isOver = async (desk: BulkDeskUnderTest, id: string) => ['done', 'paused'].includes((await desk.get(id)).state)
  await Promise.all([until(anna, () => isOver(anna, mine)), until(bob, () => isOver(bob, his))])
  const sold = [...anna.vendor.tries, ...bob.vendor.tries].map((tried) => JSON.stringify(tried))
  const [one, two] = [await anna.progress(mine), await bob.progress(his)]
  expect(one.sent + two.sent).toBe(500)
  expect(one.rejected + two.rejected).toBe(100)
  expect(sold).toHaveLength(500)
  const refused = [...(await anna.rows(mine)), ...(await bob.rows(his))].filter(({ outcome }) => outcome?.state === 'rejected')
  expect(refused.length).toBeGreaterThan(0)
  expect(JSON.stringify(refused[0])).toMatch(/team\.taken\.(sent|leaving|waiting)/)
  const told = async () => JSON.stringify(await states(), ['rejected', 'sent']) === '{"rejected":100,"sent":500}'
  await Promise.all([until(anna, told), until(bob, told)])
  expect(await states()).toEqual({ sent: 500, rejected: 100 })
})

test('a pause lets go what was asked for ahead, so that a colleague is not kept waiting', async (context) => {
  context.skip(why !== undefined, why)
  const anna = await join('anna')
  anna.vendor.answer = (payload) => (JSON.stringify(payload).includes('"1001"') ? answers.accepts() : null)
  const id = await anna.started(sales(1001, 1101))
  await until(anna, () => anna.vendor.tries.length > 1)
  await anna.bulk.pause({ runId: id })
  anna.vendor.letGo(answers.accepts())
  await until(anna, async () => (await anna.get(id)).state === 'paused' && ((await states())['leaving'] ?? 0) === 0)
  const { sent, left } = await anna.progress(id)
  expect(sent + left).toBe(100)
  expect(left).toBeGreaterThan(0)
  await until(anna, async () => (await states())['sent'] === 500 + sent)
})

test('a stop lets go at once what was asked for ahead: a colleague sends it; what a run did is undone by a run that leaves nothing let go', async (context) => {
  context.skip(why !== undefined, why)
  const [anna, bob] = [await join('anna'), await join('bob')]
  anna.vendor.answer = (payload) => (JSON.stringify(payload).includes('"1501"') ? answers.accepts() : null)
  const id = await anna.started(sales(1501, 1601))
  await until(anna, () => anna.vendor.tries.length > 1)
  expect((await states())['leaving']).toBeGreaterThan(anna.vendor.tries.length)
  await anna.bulk.stop({ runId: id })
  anna.vendor.letGo(answers.accepts())
  anna.vendor.answer = () => answers.accepts()
  await until(anna, async () => (await anna.get(id)).state === 'stopped' && ((await states())['leaving'] ?? 0) === 0)
  const { sent } = await anna.progress(id)
  const withdrawn = 100 - sent
  expect(withdrawn).toBeGreaterThan(0)
  const told = async () => (await states())['withdrawn'] === withdrawn
  await until(anna, told)
  const his = await bob.started(
    sales(1501, 1601)
      .split('\n')
      .filter((_, n) => n === 0 || n > sent)
      .join('\n'),
  )
  await until(bob, async () => ['done', 'paused'].includes((await bob.get(his)).state))
  expect((await bob.progress(his)).sent).toBe(withdrawn)
  expect(bob.vendor.tries).toHaveLength(withdrawn)
  const undo = await anna.bulk.undo({ runId: id })
  await anna.start(undo.id)
  await until(anna, async () => (await anna.get(undo.id)).state === 'done')
  expect((await anna.progress(undo.id)).sent).toBe(sent)
  await until(anna, async () => !('leaving' in (await states())))
})

test('without the database a run waits, and goes on by itself', async (context) => {
  context.skip(why !== undefined, why)
  const anna = await join('anna')
  await server.cluster.stop('immediate')
  const id = await anna.started(sales(2001, 2051))
  await until(anna, async () => (await anna.handlers.team.get(undefined)).state === 'offline')
  await anna.clock.pass(30_000)
  expect(anna.vendor.tries).toEqual([])
  expect((await anna.progress(id)).waiting?.reason).toMatchObject({ id: expect.stringContaining('team.waits') })
  await server.cluster.start()
  await until(anna, async () => (await anna.get(id)).state === 'done')
  expect(anna.vendor.tries).toHaveLength(50)
  await server.reconnect()
})

test('the check names rows that a colleague did; they stay behind, or go when a person wants that', async (context) => {
  context.skip(why !== undefined, why)
  const [anna, bob] = [await join('anna'), await join('bob')]
  const mine = await anna.started(sales(5001, 5004))
  const told = async () =>
    (await server.boss.query(`SELECT FROM team.item WHERE subject IN ('5001', '5002', '5003') AND state = 'sent'`)).length === 3
  await until(anna, told)
  expect((await anna.get(mine)).state).toBe('done')
  const run = await bob.checked(sales(5002, 5006))
  expect(run.counts).toMatchObject({ good: 2, duplicate: 2 })
  expect(run.findings).toMatchObject([{ rows: 2, message: { id: 'team.check.earlier', values: { clerk: 'anna' } } }])
  expect((await bob.rows(run.id))[0]?.warnings).toMatchObject([{ id: 'team.review.sent', values: { clerk: 'anna' } }])
  // Only what she did not do.
  await bob.start(run.id)
  await until(bob, async () => (await bob.get(run.id)).state === 'done')
  expect(bob.vendor.tries).toHaveLength(2)
  const again = await bob.checked(sales(5001, 5004))
  expect(again.counts).toMatchObject({ good: 0, duplicate: 3 })
  await bob.bulk.setIncludeDuplicates({ runId: again.id, include: true })
  await bob.start(again.id)
  await until(bob, async () => ['done', 'paused'].includes((await bob.get(again.id)).state))
  expect((await bob.progress(again.id)).sent).toBe(3)
})

test('the overview of the team counts for its managers what all of them filed, as history lists it', async (context) => {
  context.skip(why !== undefined, why)
  await server.add('chef', { isManager: true })
  const [anna, chef] = [await join('anna'), await join('chef')]
  const day = (n: number) => new Date(chef.clock.now() + n * 86_400_000).toISOString()
  const asked: OverviewAsked = {
    environment: 'production',
    whose: 'team',
    current: [day(-1), day(1)],
    earlier: [day(-3), day(-1)],
    earlierUntil: day(-2),
  }
  const run = await anna.started(sales(6001, 6004))
  await until(anna, async () => (await anna.get(run)).state === 'done' && !('leaving' in (await states())))
  const { current, waiting, accounts, clerks } = await chef.handlers.overview.get(asked)
  const inAll = await states()
  const { n } = (await server.boss.query('SELECT count(*)::int AS n FROM team.item'))[0]!
  expect(current).toMatchObject({ total: n, slots: [n] })
  expect(new Map(linesBy({ current, earlier: current }, 'state').map(({ key, current: count }) => [key, count]))).toEqual(
    new Map(Object.entries(inAll)),
  )
  expect(waiting.map(({ count }) => count)).toEqual(inAll['queued'] === undefined ? [] : [inAll['queued']])
  expect(accounts).toContainEqual({ id: String(shared), name: 'Winkel' })
  expect(clerks).toBeNull()
  expect((await chef.handlers.overview.get({ ...asked, environment: 'practice' })).current.total).toBe(0)
  expect((await anna.handlers.overview.get(asked)).current.total).toBe(0)
  expect((await chef.handlers.overview.get({ ...asked, whose: 'mine' })).current.total).toBe(0)
  await server.boss.query('UPDATE team.account SET counts = true')
  const counted = await chef.handlers.overview.get(asked)
  expect(counted.clerks).toContainEqual({ id: 'anna', name: 'anna' })
  const rows = overviewRows(asked, counted, sentencesIn('nl')).filter(([part]) => part === 'Per collega')
  expect(rows.map(([, name]) => name)).toEqual(expect.arrayContaining(['anna']))
  expect(rows.reduce((sum, [, , now]) => sum + Number(now), 0)).toBe(n)
})
