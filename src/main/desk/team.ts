import { hostname } from 'node:os'
import { createSessionSecrets } from '../storage/session-secrets.ts'
import type { Clock } from '../submissions/clock.ts'
import { mayBeTeamOn } from '../policy/apply-policy.ts'
import { TeamFailure } from '../team/failures.ts'
import { teamPassword } from '../team/password.ts'
import { createTeam, type Team, type TeamDeps } from '../team/team.ts'
import type { DeskPorts } from './ports.ts'
import type { Records } from './store.ts'

interface DeskTeamDeps extends Pick<TeamDeps, 'hold'> {
  ports: Pick<DeskPorts, 'policy' | 'keychain' | 'connectTeam' | 'version' | 'emit' | 'log'>
  stored: Records
  clock: Clock
  tell(ids: readonly string[]): void
}

/** The desk's team, where it has one. */
export const deskTeam = ({ ports, stored, clock, hold, tell }: DeskTeamDeps): Team =>
  createTeam({
    records: stored.team,
    submissions: stored.records,
    password: teamPassword(ports.keychain, createSessionSecrets()),
    connect: async (...asked) => {
      // SECURITY: here, so that one that was connected to before the organisation said so gets nothing either.
      if (!mayBeTeamOn(ports.policy ?? {}, asked[0].host)) throw new TeamFailure('not-allowed', null)
      // Loaded only where a team is set: without one it costs no start and no memory.
      return (ports.connectTeam ?? (await import('../team/postgres.ts')).connect)(...asked)
    },
    clock,
    random: Math.random,
    label: hostname(),
    version: ports.version ?? '',
    hold,
    onStanding() {
      ports.emit('team.changed', {})
      tell([])
    },
    onNews: () => ports.emit('team.changed', {}),
    onDecided: tell,
    log: ports.log,
  })
