import { useQuery } from '@tanstack/react-query'
import type { DisputeDraft, NoteDraft } from '#shared/domain/draft.ts'
import { client, unwrap } from './client.ts'
import { keys } from './query.ts'

const newestFirst = <D extends { readonly updatedAt: string }>(drafts: readonly D[]): D[] =>
  drafts.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))

function useDraftList<D extends DisputeDraft | NoteDraft>(kind: D['kind'], accountId: string | null) {
  const query = useQuery({ queryKey: keys.drafts(kind), queryFn: () => unwrap(client.drafts.list({ kind })) })
  const all = (query.data ?? []).filter((draft): draft is D => draft.kind === kind)
  const own = all.filter((draft) => draft.accountId === accountId)
  return {
    drafts: newestFirst(own),
    elsewhere: all.length - own.length,
    isPending: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  }
}

/** The drafts of an account, the one edited last first, and how many other accounts have. */
export const useDisputeDrafts = (accountId: string | null) => useDraftList<DisputeDraft>('dispute', accountId)

/** As `useDisputeDrafts`, for notes. */
export const useNoteDrafts = (accountId: string | null) => useDraftList<NoteDraft>('note', accountId)
