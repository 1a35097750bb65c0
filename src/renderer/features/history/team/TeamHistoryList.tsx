import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useDeferredValue, type ReactNode } from 'react'
import { isBeginning } from '#shared/domain/history-filter.ts'
import { placeOfTeamItem, type TeamFilter, type TeamItemSummary } from '#shared/domain/team-item.ts'
import type { TeamView } from '#shared/domain/team.ts'
import { client, unwrap } from '../../../lib/client.ts'
import { useDayHeading } from '../../../lib/day-heading.ts'
import { useFormat } from '../../../lib/format.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { everything, narrow, narrowTeam, useNarrowing, useTeamNarrowing, wholeTeam } from '../../../lib/narrowing.ts'
import { useNavigation } from '../../../lib/navigation.tsx'
import { pagesOf } from '../../../lib/pages.ts'
import { keys } from '../../../lib/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { cx } from '../../../ui/cx.ts'
import { DataList } from '../../../ui/DataList.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { EnvironmentBadge } from '../../../ui/EnvironmentBadge.tsx'
import { FailureNotice } from '../../../ui/FailureNotice.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { Skeleton } from '../../../ui/Spinner.tsx'
import { PaneHeader } from '../../../ui/SplitView.tsx'
import { ItemRow, itemRowHeight } from '../../../ui/submission/ItemRow.tsx'
import css from '../HistoryList.module.css'
import { teamFilterOf } from './team-filter.ts'
import { TeamFilters } from './TeamFilters.tsx'

const pageSize = 100

/** A page at a time, and anew whenever main tells that colleagues did something: every ten seconds at most. */
function useTeamHistory(filter: TeamFilter) {
  const query = useInfiniteQuery({
    queryKey: keys.teamHistory(filter),
    queryFn: ({ pageParam }) => unwrap(client.teamHistory.list({ ...filter, cursor: pageParam, limit: pageSize })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
  const { data, hasNextPage } = query
  return {
    items: data?.pages.flatMap((page): TeamItemSummary[] => page.items) ?? [],
    hasAll: !hasNextPage,
    isPending: query.isPending,
    error: query.error,
    ...pagesOf(query),
  }
}

interface TeamHistoryListProps {
  readonly selectedId: string | null
  readonly accounts: TeamView['accounts']
  /** The way back to one's own items. */
  readonly whose: ReactNode
}

/** What all of the team filed, the newest first, as its database has it. */
export function TeamHistoryList({ selectedId, accounts, whose }: TeamHistoryListProps) {
  const say = useSay()
  const { navigate } = useNavigation()
  const dayHeading = useDayHeading()
  const narrowing = useNarrowing()
  const own = useTeamNarrowing()
  const filter = useDeferredValue(teamFilterOf(narrowing, own))
  const { items, hasAll, isPending, error, retry, more } = useTeamHistory(filter)
  const clear = () => {
    narrow({ ...everything, order: narrowing.order })
    narrowTeam(wholeTeam)
  }
  return (
    <>
      <PaneHeader title={say('history.title')}>
        {whose}
        <SearchField label={say('team.history.search')} value={narrowing.search} onChange={(search) => narrow({ search })} />
        {isBeginning(narrowing.search) && <p className={cx(css.hint)}>{say('team.history.letters')}</p>}
        <TeamFilters narrowing={narrowing} own={own} accounts={accounts} />
      </PaneHeader>
      {/* What is in view may be old by now: that is said beside it. */}
      {error && items.length > 0 && <FailureNotice error={error} />}
      {error && items.length === 0 ? (
        <EmptyState title={say('team.history.failed')} actions={<Button onPress={retry}>{say('item.retry')}</Button>}>
          <FailureNotice error={error} />
        </EmptyState>
      ) : isPending ? (
        <Skeleton lines={9} />
      ) : (
        <DataList
          label={say('team.history.list')}
          items={items}
          keyOf={(item) => item.id}
          renderRow={(item) => <TeamRow item={item} search={filter.search} />}
          rowHeight={itemRowHeight}
          groupOf={({ createdAt }) => dayHeading(createdAt)}
          selectedKey={selectedId}
          onSelect={(item) => navigate({ screen: 'history', id: placeOfTeamItem(item.id) })}
          onEndReached={more}
          total={hasAll ? items.length : -1}
          empty={
            <EmptyState
              icon={<Users aria-hidden="true" />}
              title={say('history.none.title')}
              actions={<Button onPress={clear}>{say('history.none.clear')}</Button>}
            >
              {say('history.none.text')}
            </EmptyState>
          }
        />
      )}
    </>
  )
}

function TeamRow({ item, search }: { item: TeamItemSummary; search: string }) {
  const say = useSay()
  const format = useFormat()
  return (
    <ItemRow
      title={item.subject ?? say('item.erased.title')}
      status={item.state}
      search={search}
      place={
        <>
          {item.isPractice && <EnvironmentBadge environment="practice" />}
          {item.test && <EnvironmentBadge environment="test" />}
        </>
      }
      detail={`${item.clerk} · ${say(`item.kind.${item.kind}`)} · ${item.context || item.accountName}`}
      at={format.time(item.createdAt)}
    />
  )
}
