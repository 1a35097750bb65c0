import type { SharedAccount, Untold } from './answers.ts'
import type { TeamTrouble } from './failures.ts'

/** How a desk stands with its team. */
export type Standing =
  | { state: 'connecting' }
  /** It tells the team what it knows, or waits until others did, after the database was put back. */
  | { state: 'telling' }
  | { state: 'untold'; untold: readonly Untold[] }
  | { state: 'online' }
  | { state: 'offline'; trouble: TeamTrouble }

/** Who this desk is in the team, as it was received. */
export interface Membership {
  clerk: string
  display: string
  accounts: readonly SharedAccount[]
}
