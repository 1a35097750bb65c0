import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { addAccount } from '#main/team/server/clerks.ts'
import { startPgbouncer } from '#test/support/pgbouncer.ts'
import { connect } from '#main/team/postgres.ts'
import type { Standby } from '#test/support/postgres.ts'
import { addressOf, passwordOf, patience, startTeamServer, type TeamServer } from '#test/support/team-server.ts'
import { startChild, type Child } from '../harness/children.ts'
import { seeded, type Random } from '../harness/random.ts'
import { isProcessed, playVendor, succeeds, type Vendor } from '../harness/vendor.ts'
import { brokenLine, type LineMood } from './broken-line.ts'
import type { TeamEnd, TeamOrders } from './desk-child.ts'

/** What goes wrong in a round. */
export const faults = [
  'nothing',
  'network',
  'terminate',
  'backend killed',
  'postmaster killed',
  'immediate stop',
  'desk killed',
  'older backup put back',
  'asynchronous standby takes over',
  'clocks ten years apart',
  'behind pgbouncer, whose connections break',
  'two versions at once, the older refused halfway',
] as const
export type Fault = (typeof faults)[number]

export interface Round {
  hits: number
  arrived: number
  /** Things that a vendor did twice. */
  twice: string[]
  /** Items of which a ledger says otherwise than the team. */
  differences: string[]
  /** Things that nobody sent and of which nobody says that the outcome is unknown. */
  nobody: number
  unknown: number
  asks: number
  unfinished: number
  /** What had arrived at a vendor and a standby that took over had never heard of. */
  forgotten: number
}

interface ClerkDesk {
  clerk: string
  orders: TeamOrders
  child: Child | null
  end: TeamEnd | null
}

const script = path.join(import.meta.dirname, 'desk-child.ts')

function start(desk: ClerkDesk): void {
  const child = startChild(script, desk.orders, (event) => (desk.end = event as TeamEnd))
  desk.child = child
  child.ended.then(
    ({ code, stderr }) => {
      if (code !== null && code !== 0) process.stderr.write(`${desk.clerk}: ${stderr.slice(-500)}\n`)
    },
    () => undefined,
  )
}

/** A round ends, whatever it comes to: one that waits for what never comes says so. */
async function until(what: string, isSo: () => boolean): Promise<void> {
  const late = performance.now() + 90_000
  while (!isSo()) {
    if (performance.now() > late) throw new Error(`It never came to this: ${what}`)
    await sleep(20)
  }
}

/**
 * Desks that were done before the database was put back are opened again, as clerks do the next day: nothing is sent until they told what it
 * forgot. On a busy machine some are done by then.
 */
function openAgain(desks: readonly ClerkDesk[]): void {
  for (const desk of desks.filter(({ end }) => end !== null)) {
    desk.end = null
    start(desk)
  }
}

async function upAgain(server: TeamServer): Promise<void> {
  await server.cluster.start()
  await server.reconnect()
}

/** One act against the database, the way to it, or a desk. */
async function hit(
  fault: Fault,
  server: TeamServer,
  line: Awaited<ReturnType<typeof brokenLine>>,
  desks: readonly ClerkDesk[],
  random: Random,
): Promise<void> {
  const { cluster } = server
  switch (fault) {
    case 'nothing':
      return await sleep(200)
    case 'network':
      line.mood(random.pick<LineMood>(['stalls', 'stalls up', 'stalls down', 'resets up', 'resets down', 'resets down']))
      await sleep(random.between(30, 250))
      if (random.chance(0.5)) line.cut()
      line.mood('well')
      return await sleep(random.between(20, 120))
    case 'terminate':
      await server.boss.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'clerk%'`)
      return await sleep(random.between(10, 60))
    case 'backend killed': {
      const [row] = await server.boss.query(
        `SELECT pid FROM pg_stat_activity WHERE usename LIKE 'clerk%' ORDER BY random() LIMIT 1`,
      )
      if (row) process.kill(Number(row['pid']), 'SIGKILL')
      await sleep(500)
      for (let tries = 1; ; tries += 1) {
        try {
          await server.reconnect()
          return
        } catch (error) {
          if (tries > 300) throw error
          await sleep(100)
        }
      }
    }
    case 'postmaster killed':
      cluster.kill()
      await sleep(random.between(100, 400))
      await upAgain(server)
      return await sleep(random.between(200, 600))
    case 'immediate stop':
      await cluster.stop('immediate')
      await sleep(random.between(50, 300))
      await upAgain(server)
      return await sleep(random.between(200, 600))
    case 'desk killed': {
      const desk = random.pick(desks)
      if (!desk.end) {
        desk.child?.kill()
        await desk.child?.ended
        if (!desk.end) start(desk)
      }
      return await sleep(random.between(200, 600))
    }
    case 'behind pgbouncer, whose connections break':
      await server.boss.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'clerk%'`)
      return await sleep(random.between(50, 200))
    case 'clocks ten years apart':
      return await sleep(200)
    case 'two versions at once, the older refused halfway': {
      const old = desks.filter(({ orders }) => orders.api === 1)
      if (old.length === 0) return await sleep(200)
      // As an administrator who shuts the older ones out, and clerks who update then.
      await server.boss.query('UPDATE team.release SET oldest = 2')
      await server.boss.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'clerk%'`)
      await sleep(random.between(200, 600))
      for (const desk of old) {
        desk.child?.kill()
        await desk.child?.ended
        desk.orders.api = 2
        if (!desk.end) start(desk)
      }
      return
    }
    case 'older backup put back':
    case 'asynchronous standby takes over':
      return
  }
}

/** What is odd about a desk of such a round. */
function oddity(fault: Fault, n: number): Partial<TeamOrders> {
  if (fault === 'clocks ten years apart') return { skewYears: [-10, 0, 10, 0][n % 4]! }
  return fault.startsWith('two versions') ? { api: 1 + (n % 2) } : {}
}

/** Four desks want the same things in another order each, while this goes wrong. */
export async function teamRound(
  fault: Fault,
  seed: number,
  { keys, desks: count, seconds }: { keys: number; desks: number; seconds: number },
): Promise<Round> {
  const random = seeded(seed)
  const clerks = Array.from({ length: count }, (_, n) => `clerk${n}`)
  const server = await startTeamServer([], {
    settings: { wal_level: 'replica' },
    hba: ['host all all 127.0.0.1/32 scram-sha-256', 'host replication all 127.0.0.1/32 scram-sha-256'],
  })
  const vendor: Vendor = await playVendor({ react: () => succeeds(5 + random.below(15)) })
  for (const clerk of clerks) await server.add(clerk)
  const pooler = fault.startsWith('behind pgbouncer') ? await startPgbouncer(server) : null
  const line = await brokenLine(pooler?.port ?? server.cluster.port)
  const root = mkdtempSync(path.join(tmpdir(), 'balie-team-'))
  const { origin } = new URL(vendor.urls.notes)
  const common = { name: 'Storingen', settings: {}, keepDays: 730, counts: false }
  await addAccount(server.boss, { vendor: 'billink', origin, identity: 'winkel', ...common })
  await addAccount(server.boss, { vendor: 'digiwallet', origin, identity: '', ...common })
  await server.boss.query(`UPDATE team.release SET grace = '3 s', newest = 2`)
  await server.boss.query('INSERT INTO team.member SELECT c.clerk, a.id FROM team.clerk c, team.account a ON CONFLICT DO NOTHING')
  const wanted = Array.from({ length: keys }, (_, n) => n + 1)
  const link = { ...addressOf(server.cluster, ''), port: line.port, ...(pooler && { host: 'localhost', ca: pooler.ca }) }
  const desks = clerks.map((clerk, n): ClerkDesk => {
    const order = wanted
      .map((key) => [random.next(), key] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, key]) => key)
    const folder = path.join(root, clerk)
    return {
      clerk,
      orders: {
        folder,
        urls: vendor.urls,
        link: { ...link, user: clerk },
        password: passwordOf(clerk),
        keys: order,
        ...oddity(fault, n),
      },
      child: null,
      end: null,
    }
  })
  let hits = 0
  let forgotten = 0
  let standby: Standby | null = null
  try {
    desks.forEach(start)
    const isOver = () => desks.every(({ end }) => end !== null)
    if (fault === 'older backup put back') {
      await until(`a quarter of ${keys} arrived`, () => vendor.arrivals.length >= keys / 4 || isOver())
      const copy = path.join(server.cluster.folder, 'backups', 'older')
      await server.cluster.backup(copy)
      await until(`two thirds of ${keys} arrived`, () => vendor.arrivals.length >= (keys * 2) / 3 || isOver())
      await server.boss.close()
      await server.cluster.stop('immediate')
      server.cluster.putBack(copy)
      await upAgain(server)
      openAgain(desks)
      hits = 1
    } else if (fault === 'asynchronous standby takes over') {
      standby = await server.cluster.standby()
      await until(`a quarter of ${keys} arrived`, () => vendor.arrivals.length >= keys / 4 || isOver())
      await standby.fallBehind()
      await until(`two thirds of ${keys} arrived`, () => vendor.arrivals.length >= (keys * 2) / 3 || isOver())
      server.cluster.kill()
      await standby.takeOver()
      const { boss } = server.cluster
      server.boss = await connect({ ...addressOf(server.cluster, boss.user), port: standby.port }, boss.password, patience)
      // What it never heard of, before the desks have told it.
      const [row] = await server.boss.query(`SELECT count(*)::int AS n FROM team.item WHERE state <> 'queued'`)
      forgotten = vendor.arrivals.length - Number(row?.['n'])
      line.leadTo(standby.port)
      line.cut()
      openAgain(desks)
      hits = 1
    } else {
      // While it is being sent, and not before the desks have joined.
      await until('the first five arrived', () => vendor.arrivals.length >= 5 || isOver())
      const end = performance.now() + seconds * 1000
      while (performance.now() < end && !isOver()) {
        await hit(fault, server, line, desks, random)
        hits += 1
      }
    }
    line.mood('well')
    const late = performance.now() + 90_000
    while (!isOver() && performance.now() < late) await sleep(100)
    return { ...(await judge(server, vendor, desks, keys, hits)), forgotten }
  } finally {
    for (const { child } of desks) child?.kill()
    line.close()
    standby?.stop()
    pooler?.close()
    await vendor.close()
    await server.close().catch(() => undefined)
    rmSync(root, { recursive: true, force: true })
  }
}

async function judge(
  server: TeamServer,
  vendor: Vendor,
  desks: readonly ClerkDesk[],
  keys: number,
  hits: number,
): Promise<Omit<Round, 'forgotten'>> {
  const counts = new Map<string, number>()
  for (const arrival of vendor.arrivals)
    if (isProcessed(arrival)) counts.set(arrival.marker, (counts.get(arrival.marker) ?? 0) + 1)
  const rows = await server.boss.query('SELECT clerk, kind, subject, state, vendor_number AS number FROM team.item')
  const team = new Map(
    rows.map(({ clerk, kind, subject, state, number }) => [
      `${String(clerk)} ${String(kind)} ${String(subject)}`,
      { state, number },
    ]),
  )
  const items = desks.flatMap(({ clerk, end }) => (end?.items ?? []).map((item) => ({ ...item, clerk })))
  const settled = items.filter(({ state }) => state === 'sent' || state === 'unknown')
  const differences = settled.flatMap(({ clerk, kind, subject, state, number }) => {
    const there = team.get(`${clerk} ${kind} ${subject}`)
    return there?.state === state && (there.number ?? null) === number
      ? []
      : [`${clerk} ${subject}: ${state}, team ${String(there?.state)}`]
  })
  const known = new Set(settled.map(({ kind, subject }) => `${kind} ${subject}`))
  return {
    hits,
    arrived: counts.size,
    twice: [...counts].filter(([, count]) => count > 1).map(([marker]) => marker),
    differences,
    nobody: keys - known.size,
    unknown: items.filter(({ state }) => state === 'unknown').length,
    asks: items.filter(({ state }) => state === 'queued').length,
    unfinished: desks.filter(({ end }) => end === null).length,
  }
}
