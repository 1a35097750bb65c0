import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { RowFate, RowStanding } from '#shared/domain/bulk.ts'
import type { FindingKey, RowSort } from '#shared/domain/bulk-check.ts'
import { client, unwrap } from '../../lib/client.ts'
import { keys } from '../../lib/query.ts'

export interface OrderAsked {
  readonly runId: string
  readonly standing: RowStanding | null
  readonly states: readonly RowFate[]
  readonly finding: FindingKey | null
  readonly sort: RowSort | null
}

/**
 * The rows of a list by their numbers. A kept list has the rows it had when it was asked for, in whatever order: one that is mended stays
 * where it is until another list is chosen. Null for the file's own order, undefined until it is known.
 */
export function useRowOrder({ runId, sort, ...which }: OrderAsked, isKept: boolean) {
  const wanted = { runId, ...which, states: [...which.states] }
  const asked = { staleTime: Infinity, gcTime: 0, placeholderData: keepPreviousData } as const
  const kept = useQuery({
    ...asked,
    queryKey: keys.bulkOrder(runId, which),
    queryFn: () => unwrap(client.bulk.order({ ...wanted, sort: null })),
    enabled: isKept,
  })
  const members = kept.isPlaceholderData ? undefined : kept.data?.rows
  const sorted = useQuery({
    ...asked,
    queryKey: keys.bulkOrder(runId, { ...which, sort, of: isKept ? kept.dataUpdatedAt : null }),
    queryFn: () => unwrap(client.bulk.order({ ...wanted, sort, ...(isKept && members && { among: members }) })),
    enabled: sort !== null && (!isKept || (members !== undefined && members.length > 0)),
  })
  const inOrder = sort === null ? undefined : sorted.data?.rows
  return {
    order: isKept ? (inOrder ?? kept.data?.rows) : sort === null ? null : inOrder,
    error: (isKept ? kept.error : null) ?? (sort === null ? null : sorted.error),
  }
}
