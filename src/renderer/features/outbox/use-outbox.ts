import { useInfiniteQuery } from '@tanstack/react-query'
import { client, unwrap } from '../../lib/client.ts'
import { pagesOf } from '../../lib/pages.ts'
import { keys } from '../../lib/query.ts'

const pageSize = 100

/** What is not finished, a page at a time: the list asks for more when its end comes into view. */
export function useOutbox() {
  const query = useInfiniteQuery({
    queryKey: keys.outbox,
    queryFn: ({ pageParam }) => unwrap(client.outbox.list({ cursor: pageParam, limit: pageSize })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  const { data } = query
  // An item that moves on while pages are read may stand in two of them.
  const seen = new Set<string>()
  const isFirst = ({ id }: { id: string }) => !seen.has(id) && seen.add(id).has(id)
  return {
    items: data?.pages.flatMap((page) => page.items.filter(isFirst)) ?? [],
    total: data?.pages.at(-1)?.total ?? 0,
    isPending: query.isPending,
    error: data ? null : query.error,
    ...pagesOf(query),
  }
}
