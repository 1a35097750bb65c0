import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Kind } from '#shared/domain/kinds.ts'
import type { DraftSummary } from '#shared/vendors/index.ts'
import { client, unwrap } from './client.ts'
import { pagesOf } from './pages.ts'
import { keys } from './query.ts'

export type SummaryOf<K extends Kind> = Extract<DraftSummary, { kind: K }>

const pageSize = 100
const readPage = (kind: Kind, accountId: string | null, search: string, cursor: string | null) =>
  unwrap(client.drafts.list({ kind, accountId, search, cursor, limit: pageSize }))

/** The drafts of a kind that an account has, the one edited last first, a page at a time, and how many other accounts have. */
export function useDrafts<K extends Kind>(kind: K, accountId: string | null, search = '') {
  const wanted = search.trim()
  const query = useInfiniteQuery({
    queryKey: keys.drafts(kind, accountId, wanted),
    queryFn: ({ pageParam }) => readPage(kind, accountId, wanted, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
  const { data, hasNextPage } = query
  return {
    drafts: (data?.pages.flatMap(({ items }) => items) ?? []).filter((draft): draft is SummaryOf<K> => draft.kind === kind),
    total: data?.pages[0]?.total ?? 0,
    elsewhere: data?.pages[0]?.elsewhere ?? 0,
    hasMore: hasNextPage,
    isPending: query.isPending,
    error: query.error,
    ...pagesOf(query),
  }
}

/** How many drafts of a kind there are, whosever they are. */
export const draftCount = (kind: Kind) => ({
  queryKey: [...keys.draftsOf(kind), 'count'],
  queryFn: async () => (await unwrap(client.drafts.list({ kind, limit: 1 }))).total,
})

/** What has this ID: a draft, what was filed or nothing, or that is not known yet. Whoever opens it shares the answer. */
export function useIsDraft(id: string | null | undefined): boolean | 'pending' {
  const { data, isError } = useQuery({
    queryKey: keys.draft(id ?? ''),
    queryFn: () => unwrap(client.drafts.get({ id: id ?? '' })),
    enabled: Boolean(id),
  })
  if (!id || isError) return false
  return data === undefined ? 'pending' : true
}
