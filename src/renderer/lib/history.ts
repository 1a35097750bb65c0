import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import { keys } from './query.ts'

export type HistoryFilter = Omit<Parameters<typeof client.history.list>[0], 'cursor' | 'limit'>
const pageSize = 100

/** Filed items, the newest first, a page at a time: the list asks for more when its end comes into view. */
export function useHistory(filter: HistoryFilter) {
  const query = useInfiniteQuery({
    queryKey: keys.history(filter),
    queryFn: ({ pageParam }) => unwrap(client.history.list({ ...filter, cursor: pageParam, limit: pageSize })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const first = data?.pages[0]
  return {
    items: data?.pages.flatMap((page) => page.items) ?? [],
    total: first?.total ?? 0,
    totalCapped: first?.totalCapped ?? false,
    isPending: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
    more: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
  }
}
