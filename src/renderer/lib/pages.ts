import type { UseInfiniteQueryResult } from '@tanstack/react-query'

type Paged = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'refetch'>

/** How a list that is read a page at a time asks for the next one, once, and for all of it anew. */
export const pagesOf = ({ hasNextPage, isFetchingNextPage, fetchNextPage, refetch }: Paged) => ({
  retry: () => void refetch(),
  more: () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  },
})
