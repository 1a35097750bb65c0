import { connect } from '#main/team/postgres.ts'
import { names } from '../customers.ts'
import { teamClerk, note, type TeamClerk } from '#test/support/team-clerk.ts'
import { addressOf, passwordOf, patience, startTeamServer, type TeamServer } from '#test/support/team-server.ts'

/** Of so many sorted values the one below which this part of them lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export async function timed(call: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await call()
  return performance.now() - from
}

export interface FullTeam {
  server: TeamServer
  clerks: TeamClerk[]
  close(): Promise<void>
}

/** A team of so many clerks with so many items behind it, as years of work leave them. */
export async function fullTeam(count: number, items: number): Promise<FullTeam> {
  const logins = Array.from({ length: count }, (_, n) => `clerk${n}`)
  const server = await startTeamServer(logins, { settings: { shared_buffers: `'256MB'`, max_wal_size: `'4GB'` } })
  const clerks = await Promise.all(logins.map((login) => teamClerk(server, login)))
  await fill(server, clerks[0]!, items)
  return {
    server,
    clerks,
    async close() {
      await Promise.all(clerks.map((clerk) => clerk.close()))
      await server.close()
    },
  }
}

async function fill({ boss, cluster }: TeamServer, { by }: TeamClerk, items: number): Promise<void> {
  // Longer than any call of a desk may take.
  const patient = await connect(addressOf(cluster, cluster.boss.user), cluster.boss.password, { ...patience, callMs: 1_800_000 })
  try {
    const [index] = await boss.query(`SELECT pg_get_indexdef('team.item_search'::regclass) AS made`)
    await patient.query('DROP INDEX team.item_search')
    await patient.query(
      `INSERT INTO team.item (id, account_id, key, turn, seen, kind, state, try, serial, desk_id, clerk, subject, context, excerpt, payload, detail,
         vendor_number, search, made_at, at)
       SELECT gen_random_uuid(), 1, sha256(n::text::bytea), 1, 1, 'dispute.create', 'sent', 1, n, $1, 'clerk0', 'F-' || n, w.name, 'Klant belde', '{}', '{}',
         (5000000 + n)::text, 'F-' || n || E'\\n' || w.name || E'\\nKlant belde\\n' || (5000000 + n), now() - n * interval '1 minute', now() - n * interval '1 minute'
       FROM generate_series(1, $2::int) n,
         LATERAL (SELECT ($3::text[])[1 + n % ${names.length}] || ' ' || md5(n::text) AS name) w`,
      [by.desk, items, names],
    )
    await patient.query(String(index?.['made']))
    await patient.query('VACUUM ANALYZE team.item')
  } finally {
    await patient.close()
  }
}

/** Each clerk asks at a pace of their own, as fifty people do: how long each answer took. */
export async function pacedReserves(clerks: readonly TeamClerk[], each: number, paceMs: number): Promise<number[]> {
  const took: number[] = []
  await Promise.all(
    clerks.map(async (clerk, n) => {
      for (let at = 0; at < each; at += 1) {
        await new Promise((resolve) => setTimeout(resolve, paceMs * (0.5 + ((n * 7 + at * 13) % 100) / 100)))
        const item = note(String(80_000_000_000 + n * 100_000 + at))
        took.push(await timed(() => clerk.store.reserve(clerk.by, [item])))
      }
    }),
  )
  return took
}

/** A clerk's desk behind another port, as at the other end of a line. */
export async function clerkAt(server: TeamServer, clerk: string, port: number): Promise<TeamClerk> {
  const far: TeamServer = {
    ...server,
    as: (login) => connect({ ...addressOf(server.cluster, login), port }, passwordOf(login), patience),
  }
  return await teamClerk(far, clerk)
}
