import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { environmentSchema, type Environment } from '#shared/domain/account-fields.ts'
import type { Narrowing } from '#shared/domain/history-narrowing.ts'
import type { Overview, OverviewAsked } from '#shared/domain/overview.ts'
import { useAccounts } from '../../lib/active-accounts.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useEvent } from '../../lib/events.ts'
import { everything, narrow, showWhose } from '../../lib/narrowing.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { keys } from '../../lib/query.ts'
import { sharedState } from '../../lib/shared-state.ts'
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

async function count(period: OverviewPeriod, environment: Environment): Promise<Counted> {
  const asked = askedOf(period, environment, new Date())
  return { asked, overview: await unwrap(client.overview.get(asked)) }
}

/** What is chosen and what came of it. Practice is never counted with live work: of the environments there are it is the last. */
export function useOverview() {
  const { period, environment } = chosen.use()
  const accounts = useAccounts()
  const present = environmentSchema.options.filter((one) => accounts.some(({ settings }) => settings.environment === one))
  const shown = environment ?? present.at(-1) ?? 'practice'
  const query = useQuery({
    queryKey: keys.overview({ period, environment: shown }),
    queryFn: () => count(period, shown),
    placeholderData: keepPreviousData,
    // Days go by, and what moved while another screen was in view told nobody here.
    refetchOnMount: 'always',
    refetchInterval: 60_000,
  })
  useEvent('submissions.changed', () => {
    if (Date.now() - query.dataUpdatedAt > restMs && !query.isFetching) void query.refetch()
  })
  return { period, environment: shown, environments: [...new Set([...present, shown])], query }
}

/** Opens history with what a figure counted. */
export function useOpenHistory({ asked }: Pick<Counted, 'asked'>) {
  const { navigate } = useNavigation()
  return (edges: readonly string[] | null, part: Partial<Narrowing> = {}) => {
    const own = edges && ownDays(edges[0], edges.at(-1))
    narrow({
      ...everything,
      environment: asked.environment,
      test: 'live',
      ...(own && { period: 'own', own }),
      ...part,
    })
    showWhose('mine')
    navigate({ screen: 'history' })
  }
}
export type OpenHistory = ReturnType<typeof useOpenHistory>
