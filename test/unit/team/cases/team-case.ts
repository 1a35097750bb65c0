import type { Row } from '#main/team/postgres.ts'
import { addAccount } from '#main/team/server/clerks.ts'
import { teamClerk, type TeamClerk } from '#test/support/team-clerk.ts'
import { startTeamServer, type TeamServer } from '#test/support/team-server.ts'

/** Stories by what they say. */
export type Cases = Record<string, () => Promise<void>>

/** A team's database with anna, bob and eva, a manager, and mallory, who belongs to another account alone. */
export interface TeamCase {
  server: TeamServer
  /** The account that is not anna's. */
  other: number
  clerk(name: string): Promise<TeamClerk>
  fallSilent(clerk: TeamClerk, seconds: number): Promise<unknown>
  row(id: string): Promise<Row>
  next(): number
  /** A new invoice number, and the newest one. */
  fresh(): string
  last(): string
  /** Ends what the last story opened. */
  clear(): Promise<void>
}

export async function openTeamCase(): Promise<TeamCase> {
  // What is asked here is no question of the disk.
  const server = await startTeamServer(['anna', 'bob', 'eva'], { settings: { synchronous_commit: 'off' } })
  await server.add('chef', { isManager: true })
  const elsewhere = { vendor: 'billink', origin: 'https://elsewhere.example', identity: 'ander', name: 'Ander' }
  const other = (await addAccount(server.boss, { ...elsewhere, settings: {}, keepDays: 30, counts: true })) ?? 0
  await server.boss.query('DELETE FROM team.member WHERE account_id = $1', [other])
  await server.add('mallory', { accounts: [other] })
  const open: TeamClerk[] = []
  let count = 0
  const last = () => `Z${count}`
  return {
    server,
    other,
    async clerk(name) {
      const made = await teamClerk(server, name)
      open.push(made)
      return made
    },
    fallSilent: ({ by }, seconds) =>
      server.boss.query(`UPDATE team.desk SET seen_at = clock_timestamp() - make_interval(secs => $2) WHERE id = $1`, [
        by.desk,
        seconds,
      ]),
    row: async (id) => (await server.boss.query('SELECT * FROM team.item WHERE id = $1', [id]))[0]!,
    next: () => (count += 1),
    fresh() {
      count += 1
      return last()
    },
    last,
    async clear() {
      await Promise.all(open.splice(0).map((clerk) => clerk.close()))
    },
  }
}
