import { useQuery } from '@tanstack/react-query'
import { accountLabels } from '#shared/domain/account-labels.ts'
import type { Narrowing } from '#shared/domain/history-narrowing.ts'
import { useAccounts } from '../../lib/active-accounts.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { keys } from '../../lib/query.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { KindAndState, TestFilter } from './FilterFields.tsx'
import { FoldingFilters } from './FoldingFilters.tsx'
import { environmentChoices, foldedFilters } from './history-filter.ts'
import { narrow } from '../../lib/narrowing.ts'

/** What one's own items can be narrowed by. */
export const HistoryFilters = ({ narrowing }: { narrowing: Narrowing }) => (
  <FoldingFilters narrowing={narrowing} folded={foldedFilters(narrowing)}>
    <FoldedFilters narrowing={narrowing} />
  </FoldingFilters>
)

/** How many runs there are to choose from; older ones are found by their period. */
const shownRuns = 50

function FoldedFilters({ narrowing }: { narrowing: Narrowing }) {
  const { account, environment, run } = narrowing
  const say = useSay()
  const format = useFormat()
  const labels = accountLabels(useAccounts().map(({ id, settings }) => ({ id, name: settings.name, vendor: settings.kind })))
  const { data: runs = [] } = useQuery({ queryKey: keys.bulkRuns, queryFn: () => unwrap(client.bulk.runs(undefined)) })
  const all = (label: string) => ({ value: 'all', label })
  return (
    <>
      <KindAndState narrowing={narrowing} />
      <SelectField
        label={say('history.account')}
        options={[all(say('history.account.all')), ...labels.map((one) => ({ value: one.id, label: one.name }))]}
        value={account}
        onChange={(value) => narrow({ account: value })}
      />
      <SelectField
        label={say('history.environment')}
        options={environmentChoices.map((value) => ({
          value,
          label: say(value === 'all' ? 'history.environment.all' : `ui.environment.${value}`),
        }))}
        value={environment}
        onChange={(value) => narrow({ environment: value })}
      />
      <TestFilter narrowing={narrowing} />
      <SelectField
        label={say('history.run')}
        options={[
          all(say('history.run.all')),
          ...runs
            .slice(0, shownRuns)
            .map(({ id, fileName, createdAt }) => ({ value: id, label: fileName, hint: format.date(createdAt) })),
        ]}
        value={run}
        onChange={(value) => narrow({ run: value })}
      />
    </>
  )
}
