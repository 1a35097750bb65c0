import { useQuery } from '@tanstack/react-query'
import { environmentSchema, type Environment } from '#shared/domain/account-fields.ts'
import type { Narrowing } from '#shared/domain/history-narrowing.ts'
import type { Overview, OverviewAsked } from '#shared/domain/overview.ts'
import { useAccounts } from '../../lib/active-accounts.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useEvent } from '../../lib/events.ts'
import {
  everything,
  narrow,
  narrowTeam,
  showWhose,
  useWhose,
  wholeTeam,
  type TeamNarrowing,
  type Whose,
} from '../../lib/narrowing.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { keys } from '../../lib/query.ts'
import { sharedState } from '../../lib/shared-state.ts'
import { useTeam } from '../../lib/use-team.ts'
import { askedOf, ownDays, type OverviewPeriod } from './periods.ts'

/** Figures with what they were asked for: an hour later "this week" is another question. */
export interface Counted {
  readonly asked: OverviewAsked
  readonly overview: Overview
}

const chosen = sharedState<{ period: OverviewPeriod; environment: Environment | null }>({ period: 'week', environment: null })
export const choose = (part: Partial<ReturnType<typeof chosen.get>>): void => chosen.set({ ...chosen.get(), ...part })

/** While items move by the dozen a count that is so old is good enough. */
const restMs = 5000

async function count(period: OverviewPeriod, environment: Environment, whose: Whose): Promise<Counted> {
  const asked = { ...askedOf(period, environment, new Date()), whose }
  return { asked, overview: await unwrap(client.overview.get(asked)) }
}

/** Where there is something to count, in order. */
function useEnvironments(whose: Whose): readonly Environment[] {
  const accounts = useAccounts()
  const team = useTeam()
  const present: readonly string[] =
    whose === 'mine'
      ? accounts.map(({ settings }) => settings.environment)
      : (team?.accounts ?? []).filter((one) => one.isManaged).map((one) => (one.isPractice ? 'practice' : 'production'))
  return environmentSchema.options.filter((one) => present.includes(one))
}

/** What is chosen and what came of it. Practice is never counted with live work: of the environments there are it is the last. */
export function useOverview() {
  const { period, environment } = chosen.use()
  const team = useTeam()
  const wanted = useWhose()
  // A team's figures are for whoever manages one of its accounts.
  const hasTeam = team?.accounts.some(({ isManaged }) => isManaged) ?? false
  const whose: Whose = hasTeam ? wanted : 'mine'
  const present = useEnvironments(whose)
  const shown =
    (whose === 'mine' || present.includes(environment ?? 'staging') ? environment : null) ?? present.at(-1) ?? 'practice'
  const query = useQuery({
    queryKey: keys.overview({ period, environment: shown, whose }),
    queryFn: () => count(period, shown, whose),
    placeholderData: (before) => (before?.asked.whose === whose ? before : undefined),
    // Days go by, and what moved while another screen was in view told nobody here.
    refetchOnMount: 'always',
    refetchInterval: 60_000,
  })
  const look = () => {
    if (Date.now() - query.dataUpdatedAt > restMs && !query.isFetching) void query.refetch()
  }
  useEvent('submissions.changed', look)
  useEvent('team.changed', () => {
    if (whose === 'team') look()
  })
  return { period, environment: shown, environments: [...new Set([...present, shown])], whose, hasTeam, query }
}

/** What a figure counted: of one's own items, or of a colleague's. */
export type Opened = Partial<Narrowing> & Partial<Pick<TeamNarrowing, 'clerk'>>

/** Opens history with what a figure counted. */
export function useOpenHistory({ asked }: Pick<Counted, 'asked'>) {
  const { navigate } = useNavigation()
  return (edges: readonly string[] | null, { clerk, ...part }: Opened = {}) => {
    const own = edges && ownDays(edges[0], edges.at(-1))
    narrow({
      ...everything,
      test: 'live',
      ...(own && { period: 'own', own }),
      ...part,
      // A team has accounts of its own, each of one environment.
      ...(asked.whose === 'mine' ? { environment: asked.environment } : { account: 'all' }),
    })
    if (asked.whose === 'team')
      narrowTeam({ ...wholeTeam, ...(part.account && { account: part.account }), ...(clerk && { clerk }) })
    showWhose(asked.whose)
    navigate({ screen: 'history' })
  }
}
export type OpenHistory = ReturnType<typeof useOpenHistory>
