import { useQuery } from '@tanstack/react-query'
import type { Draft } from '#shared/vendors/index.ts'
import type { Kind } from '#shared/domain/kinds.ts'
import { client, unwrap } from './client.ts'
import { keys } from './query.ts'

/** Asks main for the drafts of a kind; whoever shows them shares one answer. */
export const draftsOf = (kind: Kind) => ({
  queryKey: keys.drafts(kind),
  queryFn: () => unwrap(client.drafts.list({ kind })),
})

/** The drafts of a kind that an account has, the one edited last first, and how many other accounts have. */
export function useDrafts<K extends Kind>(kind: K, accountId: string | null) {
  const query = useQuery(draftsOf(kind))
  const all = (query.data ?? []).filter((draft): draft is Extract<Draft, { kind: K }> => draft.kind === kind)
  const own = all.filter((draft) => draft.accountId === accountId)
  return {
    drafts: own.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
    elsewhere: all.length - own.length,
    isPending: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  }
}
