import { useQuery } from '@tanstack/react-query'
import { ListFilter } from 'lucide-react'
import { useId, useState } from 'react'
import type { Narrowing } from '#shared/domain/history-narrowing.ts'
import type { TeamView } from '#shared/domain/team.ts'
import { client, unwrap } from '../../../lib/client.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { keys } from '../../../lib/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { cx } from '../../../ui/cx.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { KindAndState, OwnDays, PeriodFilter, TestFilter } from '../FilterFields.tsx'
import css from '../HistoryList.module.css'
import { foldedTeamFilters, narrowTeam, type TeamNarrowing } from './team-filter.ts'

interface TeamFiltersProps {
  readonly narrowing: Narrowing
  readonly own: TeamNarrowing
  readonly accounts: TeamView['accounts']
}

/** What the team's items can be narrowed by: who and when in view, the rest one press away. */
export function TeamFilters({ narrowing, own, accounts }: TeamFiltersProps) {
  const say = useSay()
  const panelId = useId()
  const folded = foldedTeamFilters(narrowing, own)
  const [isOpen, setOpen] = useState(folded > 0)
  const { data: colleagues = [] } = useQuery({
    queryKey: keys.colleagues,
    queryFn: () => unwrap(client.teamHistory.colleagues(undefined)),
  })
  return (
    <>
      <div className={cx(css.filters)}>
        <SelectField
          label={say('team.history.clerk')}
          options={[
            { value: 'all', label: say('team.history.clerk.all') },
            ...colleagues.map(({ clerk, display }) => ({ value: clerk, label: display })),
          ]}
          value={own.clerk}
          onChange={(clerk) => narrowTeam({ clerk })}
        />
        <PeriodFilter narrowing={narrowing} />
        <Button
          icon={<ListFilter aria-hidden="true" />}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onPress={() => setOpen(!isOpen)}
        >
          {say('history.more', { count: folded })}
        </Button>
      </div>
      <OwnDays narrowing={narrowing} />
      <div id={panelId} hidden={!isOpen} className={cx(css.filters)}>
        {isOpen && (
          <>
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
          </>
        )}
      </div>
    </>
  )
}
