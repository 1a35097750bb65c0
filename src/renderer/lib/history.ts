import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { newestFirst, type HistoryFilter, type HistoryOrder, type SearchHit } from '#shared/domain/history-filter.ts'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { client, unwrap } from './client.ts'
import { pagesOf } from './pages.ts'
import { keys } from './query.ts'

/** An item of history, with where else than in its line a search found it. */
export type HistoryItem = SubmissionSummary & { readonly hit?: SearchHit | null | undefined }
const pageSize = 100

/** Filed items, the newest first unless asked otherwise, a page at a time: the list asks for more when its end comes into view. */
export function useHistory(filter: HistoryFilter, order: HistoryOrder = newestFirst) {
  const query = useInfiniteQuery({
    queryKey: keys.history({ ...filter, order }),
    queryFn: ({ pageParam }) =>
      unwrap(client.history.list({ ...filter, order, cursor: pageParam, limit: pageSize, line: 'list' })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
  const { data } = query
  const first = data?.pages[0]
  return {
    items: data?.pages.flatMap((page): HistoryItem[] => page.items) ?? [],
    total: first?.total ?? 0,
    totalCapped: first?.totalCapped ?? false,
    sortedWithin: first?.sortedWithin ?? null,
    notIndexed: first?.notIndexed ?? 0,
    isPending: query.isPending,
    error: query.error,
    ...pagesOf(query),
  }
}
