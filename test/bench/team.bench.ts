import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAccount } from '#main/team/server/clerks.ts'
import { bundle, bundleFolder } from '#test/support/bundles.ts'
import { withoutPostgres } from '#test/support/postgres.ts'
import { addressOf, passwordOf, startTeamServer, type TeamServer } from '#test/support/team-server.ts'
import type { AppJob } from './bulk-send/app.ts'
import { writeNotes } from './bulk-send/notes.ts'
import { runApp, startVendor } from './bulk-send/processes.ts'
import { median, verdict, type Figure } from './figures.ts'
import { clerkAt, fullTeam, pacedReserves, percentile, timed, type FullTeam } from './team/full-team.ts'
import { slowLine } from './team/slow-line.ts'

/** A smaller team is asked for by `BALIE_BENCH_TEAM_ITEMS`, to try the bench itself. */
const items = Number(process.env['BALIE_BENCH_TEAM_ITEMS'] ?? 1_000_000)
const eachWayMs = 10
const rounds = 3
const ms = (value: number) => `${value.toFixed(1)} ms`
const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`
const beside = `beside ${items.toLocaleString('en')} items`

const figure = (what: string, measured: string, target: string, isMet: boolean, rest: Partial<Figure> = {}): Figure => ({
  case: 'team',
  what,
  measured,
  against: '—',
  ratio: '—',
  target,
  verdict: verdict(isMet),
  ...rest,
})

async function reserving({ clerks }: FullTeam): Promise<Figure> {
  await pacedReserves(clerks, 5, 200)
  const took = await pacedReserves(clerks, 40, 1_000)
  const [p50, p99] = [percentile(took, 0.5), percentile(took, 0.99)]
  return figure(
    `a single send, added by asking, ${clerks.length} clerks at their pace, ${beside}`,
    `p50 ${ms(p50)}, p99 ${ms(p99)}`,
    'p50 ≤ 4 ms, p99 ≤ 15 ms',
    p50 <= 4 && p99 <= 15,
  )
}

/** In round trips of this very line: a bare question takes one. */
async function overADistance({ server }: FullTeam): Promise<Figure> {
  const line = await slowLine(server.cluster.port, eachWayMs)
  const clerk = await clerkAt(server, 'clerk1', line.port)
  try {
    const bare: number[] = []
    const took: number[] = []
    for (let round = 0; round < 60; round += 1) {
      bare.push(await timed(() => clerk.connection.query('SELECT 1')))
      took.push(...(await pacedReserves([clerk], 1, 0)))
    }
    const [trip, p50] = [percentile(bare, 0.5), percentile(took, 0.5)]
    return figure(`asking over a round trip of ${2 * eachWayMs} ms, p50`, ms(p50), '≤ 1.3 round trips', p50 / trip <= 1.3, {
      against: `${ms(trip)} for a bare question`,
      ratio: `${(p50 / trip).toFixed(2)} round trips`,
    })
  } finally {
    await clerk.close()
    line.close()
  }
}

async function searching({ clerks: [clerk] }: FullTeam): Promise<Figure[]> {
  const ask = {
    accounts: null,
    kinds: null,
    states: null,
    clerk: null,
    from: null,
    until: null,
    test: null,
    before: null,
    limit: 50,
  }
  const find = async (wordOf: (n: number) => string) => {
    const took: number[] = []
    for (let n = 0; n < 120; n += 1) took.push(await timed(() => clerk!.store.history({ ...ask, search: wordOf(n) })))
    // The first ones read their pages from the disk.
    return percentile(took.slice(20), 0.99)
  }
  const letters = ['jan', 'vri', 'ber', 'bak', 'vis', 'smi', 'mei', 'mul', 'bos', 'vos']
  const found = [
    ['a number', await find((n) => String(5_000_000 + ((n * 7_919) % items))), 10],
    ['a name', await find((n) => `${['Jansen', 'Bakker', 'Mulder', 'Hendriks'][n % 4]}`), 60],
    ['three letters', await find((n) => letters[n % letters.length]!), 80],
  ] as const
  return found.map(([what, p99, most]) =>
    figure(`search of ${what} in ${items.toLocaleString('en')} items, p99`, ms(p99), `≤ ${most} ms`, p99 <= most),
  )
}

async function pulsing({ clerks }: FullTeam): Promise<Figure> {
  const took: number[] = []
  for (let round = 0; round < 30; round += 1)
    took.push(...(await Promise.all(clerks.map((clerk) => timed(() => clerk.store.pulse(clerk.by))))))
  const p99 = percentile(took.slice(clerks.length), 0.99)
  return figure(`${clerks.length} pulses at once, p99`, ms(p99), '≤ 20 ms', p99 <= 20)
}

/** The app as it ships, with a team and without one in turn, so that what else the machine does weighs on both. */
async function inBulk(server: TeamServer): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-bench-'))
  const bundles = bundleFolder('bench-')
  const vendor = await startVendor()
  try {
    await bundle({ app: join(import.meta.dirname, 'bulk-send', 'app.ts') }, join(bundles, 'app'))
    const script = join(bundles, 'app/app.mjs')
    const csv = join(folder, 'notes.csv')
    await writeNotes(csv, 10_000)
    const { origin } = new URL(vendor.url)
    const common = { vendor: 'digiwallet', identity: '', name: 'Meting', settings: {}, keepDays: 730, counts: false }
    const shared = (await addAccount(server.boss, { ...common, origin }))!
    await server.add('bulk')
    const job: AppJob = { folder, url: vendor.url, csv, connections: 64 }
    const run = async (with_: AppJob) => (await vendor.expect(10_000, 20, () => runApp(script, folder, with_))).ms
    const [alone, together]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      alone.push(await run(job))
      await server.boss.query('DELETE FROM team.item WHERE account_id = $1', [shared])
      together.push(
        await run({ ...job, team: { link: addressOf(server.cluster, 'bulk'), password: passwordOf('bulk'), shared } }),
      )
    }
    const ratio = median(together.map((took, round) => took / (alone[round] ?? Number.NaN)))
    return figure(
      `10,000 notes, 64 connections, 20 ms latency (${rounds} rounds)`,
      seconds(median(together)),
      '≤ 1.15 ×',
      ratio <= 1.15,
      { against: `${seconds(median(alone))} without a team`, ratio: `${ratio.toFixed(2)} ×` },
    )
  } finally {
    vendor.close()
    for (const made of [folder, bundles]) await rm(made, { recursive: true, force: true })
  }
}

/** What a team costs, its PostgreSQL on the same machine. */
export async function measure(): Promise<Figure[]> {
  const why = withoutPostgres()
  if (why) return [figure('a team', '—', '—', true, { verdict: `skipped: ${why}` })]
  const team = await fullTeam(50, items)
  const figures: Figure[] = []
  try {
    figures.push(await reserving(team), await overADistance(team), ...(await searching(team)), await pulsing(team))
  } finally {
    await team.close()
  }
  const server = await startTeamServer([])
  try {
    return [...figures, await inBulk(server)]
  } finally {
    await server.close()
  }
}
