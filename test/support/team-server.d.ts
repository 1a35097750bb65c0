import { type Connection, type TeamAddress } from '#main/team/postgres.ts'
import { type Cluster, type ClusterOptions } from './postgres.ts'
export declare const patience: {
  connectMs: number
  callMs: number
}
export declare const addressOf: ({ port }: Pick<Cluster, 'port'>, user: string, database?: string) => TeamAddress
/** A password that a test can say again. */
export declare const passwordOf: (clerk: string) => string
export interface TeamServer {
  cluster: Cluster
  /** As the superuser. */
  boss: Connection
  as(clerk: string): Promise<Connection>
  add(
    clerk: string,
    options?: {
      accounts?: number[] | null
      isManager?: boolean
    },
  ): Promise<void>
  /** After the database was down. */
  reconnect(): Promise<void>
  close(): Promise<void>
}
/** A team's database as `npm run team` makes it: a Billink account (1) and a DigiWallet one (2), and as many clerks as named. */
export declare function startTeamServer(clerks: readonly string[], options?: ClusterOptions): Promise<TeamServer>
