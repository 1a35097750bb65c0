import { connect, type Connection, type TeamAddress } from '#main/team/postgres.ts'
import { addAccount, addClerk, type NewAccount } from '#main/team/server/clerks.ts'
import { init } from '#main/team/server/init.ts'
import { migrate } from '#main/team/server/migrate.ts'
import { scramVerifier } from '#main/team/server/scram.ts'
import { teamKinds } from '#main/vendors/index.ts'
import { startCluster, type Cluster, type ClusterOptions } from './postgres.ts'

export const patience = { connectMs: 5_000, callMs: 15_000 }

export const addressOf = ({ port }: Pick<Cluster, 'port'>, user: string, database = 'balie'): TeamAddress => ({
  host: '127.0.0.1',
  port,
  database,
  user,
  ca: null,
})

const newAccount = (account: Pick<NewAccount, 'vendor' | 'origin'> & Partial<NewAccount>): NewAccount => ({
  identity: '',
  name: account.vendor,
  settings: {},
  keepDays: 730,
  counts: false,
  ...account,
})

/** A password that a test can say again. */
export const passwordOf = (clerk: string): string => `password of ${clerk}`

export interface TeamServer {
  cluster: Cluster
  /** As the superuser. */
  boss: Connection
  as(clerk: string): Promise<Connection>
  add(clerk: string, options?: { accounts?: number[] | null; isManager?: boolean }): Promise<void>
  /** After the database was down. */
  reconnect(): Promise<void>
  close(): Promise<void>
}

/** A team's database as `npm run team` makes it: a Billink account (1) and a DigiWallet one (2), and as many clerks as named. */
export async function startTeamServer(clerks: readonly string[], options: ClusterOptions = {}): Promise<TeamServer> {
  const cluster = await startCluster(options)
  const first = await connect(addressOf(cluster, cluster.boss.user, 'postgres'), cluster.boss.password, patience)
  await first.query('CREATE DATABASE balie')
  await first.close()
  const boss = await connect(addressOf(cluster, cluster.boss.user), cluster.boss.password, patience)
  await init(boss)
  await migrate(boss, teamKinds)
  // The server was started for this alone: nobody is connected who would have to say hello again.
  await boss.query(`UPDATE team.release SET grace = '0'`)
  await addAccount(boss, newAccount({ vendor: 'billink', origin: 'https://billink.example', identity: 'winkel' }))
  await addAccount(boss, newAccount({ vendor: 'digiwallet', origin: 'https://digiwallet.example' }))
  const server: TeamServer = {
    cluster,
    boss,
    as: (clerk) => connect(addressOf(cluster, clerk), passwordOf(clerk), patience),
    async add(clerk, { accounts = null, isManager = false } = {}) {
      const verifier = scramVerifier(passwordOf(clerk))
      await addClerk(server.boss, { clerk, display: clerk, verifier, accounts, isManager })
    },
    async reconnect() {
      server.boss = await connect(addressOf(cluster, cluster.boss.user), cluster.boss.password, patience)
    },
    async close() {
      await server.boss.close()
      await cluster.remove()
    },
  }
  for (const clerk of clerks) await server.add(clerk)
  return server
}
