import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { KnownNote } from '#shared/vendors/digiwallet/known-note.ts'
import { client, unwrap } from '../../lib/client.ts'
import { pagesOf } from '../../lib/pages.ts'
import { sameNote } from './note-editing.ts'

const pageSize = 100

/** The notes this app ever sent for an account, a page at a time. */
export function useKnownNotes(accountId: string, search: string) {
  const query = useInfiniteQuery({
    queryKey: ['submissions', 'known-notes', search, accountId],
    queryFn: ({ pageParam }) => unwrap(client.notes.known({ search, accountId, cursor: pageParam, limit: pageSize })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
  return {
    notes: query.data?.pages.flatMap((page) => page.items) ?? [],
    isComplete: !query.hasNextPage,
    isPending: query.isPending,
    error: query.error,
    ...pagesOf(query),
  }
}

/** The note a person means, if this app knows it. */
export async function findKnownNote(accountId: string, target: Parameters<typeof sameNote>[1]): Promise<KnownNote | null> {
  const { items } = await unwrap(client.notes.known({ search: target.saleID.trim(), accountId, cursor: null, limit: 200 }))
  return items.find((note) => sameNote(note.target, target)) ?? null
}
