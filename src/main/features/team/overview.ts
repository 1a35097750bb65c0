import { accountLabels } from '#shared/domain/account-labels.ts'
import { submissionKindSchema, vendorSchema } from '#shared/domain/kinds.ts'
import type { Overview, OverviewAsked, OverviewCount, PeriodFigures } from '#shared/domain/overview.ts'
import type { TeamRecords } from '../../storage/team-records.ts'
import type { SharedAccount, TeamCounts } from '../../team/answers.ts'
import type { Team } from '../../team/team.ts'
import { teamAsker } from './ask.ts'
import { stateOf } from './states.ts'

export interface TeamOverviewDeps {
  team: Pick<Team, 'session' | 'member'>
  records: Pick<TeamRecords, 'link'>
}

const sum = (counts: readonly { n: number }[]) => counts.reduce((total, { n }) => total + n, 0)
/** A kind that only a newer Balie knows has no name here; it is counted where no kind is named. */
const isKnown = ({ kind }: TeamCounts[number]) => submissionKindSchema.safeParse(kind).success

const named = ({ id, name, vendor }: SharedAccount) => ({
  id: String(id),
  name,
  vendor: vendorSchema.nullable().catch(null).parse(vendor),
})

function figures(counts: TeamCounts, edges: readonly string[]): PeriodFigures {
  const lines = new Map<string, OverviewCount>()
  for (const { account, kind, state, clerk, n } of counts.filter(isKnown)) {
    const line = { kind: submissionKindSchema.parse(kind), accountId: String(account), state: stateOf(state), clerk }
    const key = JSON.stringify(line)
    lines.set(key, { ...line, count: (lines.get(key)?.count ?? 0) + n })
  }
  return {
    total: sum(counts),
    slots: edges.slice(1).map((_, at) => sum(counts.filter(({ slot }) => slot === at))),
    counts: [...lines.values()],
    // A team keeps no clock of answers, and what a vendor refused stays with whoever sent it.
    answers: [],
    refusals: [],
    otherRefusals: 0,
  }
}

/** What the team did in a period, over the accounts that this clerk manages. Its database says who may see what. */
export function teamOverview({ team, records }: TeamOverviewDeps) {
  const { ask } = teamAsker({ team, records })
  return async ({ environment, current, earlier, earlierUntil }: OverviewAsked): Promise<Overview> => {
    const managed = (team.member?.accounts ?? []).filter(({ manager }) => manager)
    const accounts = managed.filter(({ origin }) => (origin === 'practice') === (environment === 'practice'))
    const found = await ask(({ store }) =>
      store.overview({ accounts: accounts.map(({ id }) => id), current, earlier, earlierUntil }),
    )
    const counted = [...found.current, ...found.earlier]
    return {
      current: figures(found.current, current),
      earlier: figures(found.earlier, earlier),
      earlierSoFar: found.soFar,
      waiting: found.waiting.map(({ state, n, since }) => ({
        state: stateOf(state),
        count: n,
        since: new Date(since).toISOString(),
      })),
      accounts: accountLabels(accounts.map(named)),
      clerks: found.counted.length === 0 ? null : namesOf(counted),
    }
  }
}

function namesOf(counts: TeamCounts): { id: string; name: string }[] {
  const names = new Map(counts.flatMap(({ clerk, display }) => (clerk === null ? [] : [[clerk, display ?? clerk] as const])))
  return [...names].map(([id, name]) => ({ id, name }))
}
