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
 * The rows of a list by their numbers, as they were when the list was asked for: a row that is mended stays where it is until
 * another list is chosen. Null for the file's own order, undefined until it is known.
 */
export function useRowOrder({ runId, ...wanted }: OrderAsked, isNeeded: boolean) {
  const { data, error } = useQuery({
    queryKey: keys.bulkOrder(runId, wanted),
    queryFn: () => unwrap(client.bulk.order({ runId, ...wanted, states: [...wanted.states] })),
    enabled: isNeeded,
    staleTime: Infinity,
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
  return { order: isNeeded ? data?.rows : null, error: isNeeded ? error : null }
}
