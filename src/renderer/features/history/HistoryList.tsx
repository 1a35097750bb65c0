import { isBeginning } from '#shared/domain/history-filter.ts'
import { History } from 'lucide-react'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { useHistory } from '../../lib/history.ts'
import { useDayHeading } from '../../lib/day-heading.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { DataList } from '../../ui/DataList.tsx'
import { useRowsActions } from '../../ui/draft/use-rows-actions.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { PaneHeader } from '../../ui/SplitView.tsx'
import { itemRowHeight } from '../../ui/submission/ItemRow.tsx'
import css from './HistoryList.module.css'
import { filterOf, isEverything } from './history-filter.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { HistoryFilters } from './HistoryFilters.tsx'
import { HistoryRow } from './HistoryRow.tsx'
import { MarkedBar } from './MarkedBar.tsx'
import { OrderMenu } from './OrderMenu.tsx'
import { SavedSearches } from './SavedSearches.tsx'
import { everything, narrow, useNarrowing } from '../../lib/narrowing.ts'

/** With a third line, that says where an item was found. */
const highRow = 4.75

/** Every item this app ever filed, searched and filtered in the ledger and read a page at a time. */
export function HistoryList({ selectedId, whose }: { selectedId: string | null; whose?: ReactNode }) {
  const say = useSay()
  const { navigate } = useNavigation()
  const narrowing = useNarrowing()
  const dayHeading = useDayHeading()
  const { search, order } = narrowing
  const asked = useDeferredValue(narrowing)
  const { items, total, totalCapped, sortedWithin, notIndexed, isPending, error, retry, more } = useHistory(
    filterOf(asked),
    order,
  )
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set())
  const actionsOf = useRowsActions(
    () => '',
    () => setMarks(new Set()),
  )
  // What is no longer found is not done to: only what is in view, or was scrolled to, can be meant.
  const marked = items.filter(({ id }) => marks.has(id))
  const isHigh = items.some(({ hit }) => hit)

  const empty = isEverything(narrowing) ? (
    <EmptyState icon={<History aria-hidden="true" />} title={say('history.empty.title')}>
      {say('history.empty.text')}
    </EmptyState>
  ) : (
    <EmptyState
      title={say('history.none.title')}
      actions={<Button onPress={() => narrow({ ...everything, order })}>{say('history.none.clear')}</Button>}
    >
      {say(isBeginning(search) ? 'history.none.beginning' : 'history.none.text')}
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
        {whose}
        <SearchField label={say('history.search')} value={search} onChange={(value) => narrow({ search: value })} />
        {isBeginning(search) && <p className={cx(css.hint)}>{say('history.beginning')}</p>}
        <HistoryFilters narrowing={narrowing} />
        <div className={cx(css.tools)}>
          {marked.length > 0 ? (
            <MarkedBar items={marked} onClear={() => setMarks(new Set())} />
          ) : (
            <>
              <OrderMenu order={order} />
              <SavedSearches narrowing={narrowing} />
              {items.length > 0 && <ExportMenu chosen={{ filter: filterOf(narrowing) }} />}
            </>
          )}
          {notIndexed > 0 && search.trim() !== '' && (
            <p className={cx(css.hint)}>{say('history.notIndexed', { count: notIndexed })}</p>
          )}
          {sortedWithin !== null && <p className={cx(css.hint)}>{say('history.sortedWithin', { count: sortedWithin })}</p>}
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
          renderRow={(item) => (
            <HistoryRow item={item} search={asked.search.trim()} isHigh={isHigh} isDated={order.by === 'made'} />
          )}
          rowHeight={isHigh ? highRow : itemRowHeight}
          groupOf={
            order.by === 'made'
              ? ({ createdAt }) => dayHeading(createdAt)
              : order.by === 'moved'
                ? ({ stateAt }) => dayHeading(stateAt)
                : undefined
          }
          selectedKey={selectedId}
          marks={{ keys: marks, onChange: setMarks }}
          actionsOf={(some) => actionsOf(some.map((item) => ({ item })))}
          onSelect={(item) => navigate({ screen: 'history', id: item.id })}
          onEndReached={more}
          total={totalCapped ? -1 : total}
          empty={empty}
        />
      )}
    </>
  )
}
