import { History } from 'lucide-react'
import { useState } from 'react'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { useHistory } from '../../lib/history.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { DataList } from '../../ui/DataList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { PaneHeader } from '../../ui/SplitView.tsx'
import { useDeparture } from '../../ui/submission/departure.ts'
import { ItemRow, itemRowHeight } from '../../ui/submission/ItemRow.tsx'
import { Moment } from '../../ui/Time.tsx'
import css from './HistoryList.module.css'
import { everything, filterOf, isEverything, kindChoices, stateChoices, type Narrowing } from './history-filter.ts'

/** Every item this app ever filed, searched and filtered in the ledger and read a page at a time. */
export function HistoryList({ selectedId }: { selectedId: string | null }) {
  const say = useSay()
  const { navigate } = useNavigation()
  const [narrowing, setNarrowing] = useState<Narrowing>(everything)
  const narrow = (part: Partial<Narrowing>) => setNarrowing((old) => ({ ...old, ...part }))
  const { items, total, totalCapped, isPending, error, retry, more } = useHistory(filterOf(narrowing))

  const empty = isEverything(narrowing) ? (
    <EmptyState icon={<History aria-hidden="true" />} title={say('history.empty.title')}>
      {say('history.empty.text')}
    </EmptyState>
  ) : (
    <EmptyState
      title={say('history.none.title')}
      actions={<Button onPress={() => setNarrowing(everything)}>{say('history.none.clear')}</Button>}
    >
      {say('history.none.text')}
    </EmptyState>
  )

  return (
    <>
      <PaneHeader
        title={say('history.title')}
        actions={
          <p role="status" className={cx(css.total)}>
            {isPending ? '' : say(totalCapped ? 'history.total.capped' : 'history.total', { count: total })}
          </p>
        }
      >
        <SearchField label={say('history.search')} value={narrowing.search} onChange={(search) => narrow({ search })} />
        <div className={cx(css.filters)}>
          <SelectField
            label={say('history.kind')}
            options={kindChoices.map((value) => ({
              value,
              label: say(value === 'all' ? 'history.kind.all' : `item.kind.${value}`),
            }))}
            value={narrowing.kind}
            onChange={(kind) => narrow({ kind })}
          />
          <SelectField
            label={say('history.state')}
            options={stateChoices.map((value) => ({
              value,
              label: say(value === 'all' ? 'history.state.all' : `ui.status.${value}`),
            }))}
            value={narrowing.state}
            onChange={(state) => narrow({ state })}
          />
        </div>
      </PaneHeader>
      {error && items.length === 0 ? (
        <EmptyState title={say('history.failed')} actions={<Button onPress={retry}>{say('item.retry')}</Button>}>
          <FailureNotice error={error} />
        </EmptyState>
      ) : isPending ? (
        <Skeleton lines={9} />
      ) : (
        <DataList
          label={say('history.list')}
          items={items}
          keyOf={(item) => item.id}
          renderRow={(item) => <HistoryRow item={item} />}
          rowHeight={itemRowHeight}
          selectedKey={selectedId}
          onSelect={(item) => navigate({ screen: 'history', id: item.id })}
          onEndReached={more}
          total={totalCapped ? -1 : total}
          empty={empty}
        />
      )}
    </>
  )
}

function HistoryRow({ item }: { item: SubmissionSummary }) {
  const say = useSay()
  const { status } = useDeparture(item)
  return (
    <ItemRow
      title={item.textGoneAt ? say('item.erased.title') : item.subject}
      status={status}
      place={
        <>
          <EnvironmentBadge environment={item.environment} />
          {item.test && <EnvironmentBadge environment="test" />}
        </>
      }
      detail={`${say(`item.kind.${item.kind}`)} · ${item.context || item.accountName}`}
      at={<Moment at={item.createdAt} />}
    />
  )
}
