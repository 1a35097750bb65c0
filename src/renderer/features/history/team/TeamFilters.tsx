import { useQuery } from '@tanstack/react-query'
import type { Narrowing } from '#shared/domain/history-narrowing.ts'
import type { TeamView } from '#shared/domain/team.ts'
import { client, unwrap } from '../../../lib/client.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { narrowTeam, type TeamNarrowing } from '../../../lib/narrowing.ts'
import { keys } from '../../../lib/query.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { KindAndState, TestFilter } from '../FilterFields.tsx'
import { FoldingFilters } from '../FoldingFilters.tsx'
import { foldedTeamFilters } from './team-filter.ts'

interface TeamFiltersProps {
  readonly narrowing: Narrowing
  readonly own: TeamNarrowing
  readonly accounts: TeamView['accounts']
}

/** What the team's items can be narrowed by: who and when in view, the rest one press away. */
export function TeamFilters({ narrowing, own, accounts }: TeamFiltersProps) {
  const say = useSay()
  const { data: colleagues = [] } = useQuery({
    queryKey: keys.colleagues,
    queryFn: () => unwrap(client.teamHistory.colleagues(undefined)),
  })
  return (
    <FoldingFilters
      narrowing={narrowing}
      folded={foldedTeamFilters(narrowing, own)}
      lead={
        <SelectField
          label={say('team.history.clerk')}
          options={[
            { value: 'all', label: say('team.history.clerk.all') },
            ...colleagues.map(({ clerk, display }) => ({ value: clerk, label: display })),
          ]}
          value={own.clerk}
          onChange={(clerk) => narrowTeam({ clerk })}
        />
      }
    >
      <KindAndState narrowing={narrowing} />
      <SelectField
        label={say('history.account')}
        options={[
          { value: 'all', label: say('history.account.all') },
          ...accounts.map(({ shared, name }) => ({ value: String(shared), label: name })),
        ]}
        value={own.account}
        onChange={(account) => narrowTeam({ account })}
      />
      <TestFilter narrowing={narrowing} />
    </FoldingFilters>
  )
}
