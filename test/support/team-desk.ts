import { erasedText } from '#main/storage/erased-text.ts'
import { createSessionSecrets } from '#main/storage/session-secrets.ts'
import type { TeamLink } from '#main/storage/team-records.ts'
import { teamHistory } from '#main/features/team/history.ts'
import { teamItemId } from '#main/team/item-id.ts'
import { teamPassword } from '#main/team/password.ts'
import { connect } from '#main/team/postgres.ts'
import { createTeam, type Team } from '#main/team/team.ts'
import { testDesk } from './desk.ts'
import { FakeClock } from './fake-clock.ts'
import { FakeKeychain } from './fake-keychain.ts'
import { addressOf, passwordOf, type TeamServer } from './team-server.ts'

/** The computer's own clock, faster: what waits five seconds waits a quarter of one. */
class QuickClock extends FakeClock {
  readonly #start = performance.now()

  override now(): number {
    return Math.floor(Date.UTC(2026, 10, 28) + this.steady())
  }
  override steady(): number {
    return (performance.now() - this.#start) * 20
  }
  override after(ms: number, call: () => void): () => void {
    const timer = setTimeout(call, ms / 20)
    return () => clearTimeout(timer)
  }
}

export interface TeamDesk {
  desk: ReturnType<typeof testDesk>
  team: Team
  /** Until this holds; the test's own time-out ends it. */
  until(what: () => boolean): Promise<void>
  /** What its screens are told of the team. */
  history: ReturnType<typeof teamHistory>
  /** Under which id the team knows an item. */
  teamIdOf(id: string): string
  /** As erasing a person does, to one item that ended. */
  erase(id: string): void
  close(): Promise<void>
}

/** A clerk's desk in a team: its ledger, its outbox, a vendor that tests play, and a real database. Nothing is held back before it is sent. */
export async function openTeamDesk(server: TeamServer, clerk: string, file?: string): Promise<TeamDesk> {
  const link: TeamLink = addressOf(server.cluster, clerk)
  const password = teamPassword(new FakeKeychain(), createSessionSecrets())
  await password.write(link, passwordOf(clerk))
  const made: { team?: Team; erased?: (seq: number) => void; ledgerId?: () => string; history?: TeamDesk['history'] } = {}
  const desk = testDesk({
    ...(file !== undefined && { file }),
    clock: new QuickClock(),
    holdSeconds: 0,
    join(stored, hold, clock) {
      made.erased = stored.team.erased
      made.ledgerId = () => stored.team.mark().id
      made.team = createTeam({
        records: stored.team,
        submissions: stored.records,
        password,
        connect,
        clock,
        random: Math.random,
        label: `${clerk}'s computer`,
        version: '0',
        hold,
        onStanding: () => undefined,
        onNews: () => undefined,
        onDecided: () => undefined,
        log: (_message, error) => void desk.troubles.push(error),
      })
      made.history = teamHistory({ team: made.team, records: stored.team })
      return made.team
    },
  })
  const { team, history } = made as { team: Team; history: TeamDesk['history'] }
  const until = async (what: () => boolean) => {
    while (!what()) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  if (file === undefined) await team.connect(link, passwordOf(clerk))
  else team.start()
  // As a person links them in the settings.
  team.share('billink', 1)
  team.share('digiwallet', 2)
  await until(() => team.standing?.state === 'online')
  return {
    desk,
    team,
    history,
    until,
    teamIdOf: (id) => teamItemId(made.ledgerId?.() ?? '', id),
    erase(id) {
      const { seq } = desk.records.get(id)!
      desk.ledger.transaction(() => {
        erasedText(desk.ledger, { of: () => '' }).erase(seq, desk.clock.now(), { keepsNumber: false })
        made.erased?.(seq)
      })
    },
    async close() {
      await desk.outbox.stop(true)
      await team.close()
      desk.ledger.close()
    },
  }
}
