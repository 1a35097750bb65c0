import type { Connection } from '#main/team/postgres.ts'
import { type Caller, type Publication, type Reservation, type TeamStore, type Told } from '#main/team/store.ts'
import type { TeamServer } from './team-server.ts'
/** A dispute of account 1. */
export declare const dispute: (invoice: string, extra?: Partial<Reservation>) => Reservation
/** A note of account 2. */
export declare const note: (saleID: string, extra?: Partial<Reservation>) => Reservation
/** What came of it. */
export declare const outcome: (
  item: Reservation,
  state: Publication['state'],
  serial: number,
  number?: string | null,
) => Publication
/** A clerk's desk without an app: what it remembers, and its calls. */
export interface TeamClerk {
  store: TeamStore
  connection: Connection
  by: Caller
  hello(told?: Partial<Told>): Promise<Awaited<ReturnType<TeamStore['hello']>>>
  verdict(item: Reservation): Promise<string>
  close(): Promise<void>
}
export declare function teamClerk(server: TeamServer, name: string): Promise<TeamClerk>
