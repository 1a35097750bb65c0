import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { kinds, type Kind } from '#shared/domain/kinds.ts'
import type { DraftStanding } from '#shared/domain/team-draft.ts'
import { client, unwrap } from '../../../lib/client.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { useNavigation } from '../../../lib/navigation.tsx'
import { keys } from '../../../lib/query.ts'
import { sharedState } from '../../../lib/shared-state.ts'
import { useTeam } from '../../../lib/use-team.ts'
import { toast } from '../../Toaster.tsx'

/** Whose drafts a screen lists: one's own with what was filed, or those of colleagues. */
export type WhoseDrafts = 'mine' | 'colleagues'
const whose = sharedState<WhoseDrafts>('mine')
export const showWhoseDrafts = whose.set
export const useWhoseDrafts = whose.use

/** Whether colleagues serve this account as well. */
export const useIsShared = (accountId: string | null): boolean => {
  const team = useTeam()
  return accountId !== null && (team?.accounts.some((account) => account.accountId === accountId) ?? false)
}

/** How an own draft stands with the team; null where it has nothing to do with one. */
export const useDraftStanding = (id: string): DraftStanding | null =>
  useQuery({ queryKey: keys.draftStanding(id), queryFn: () => unwrap(client.teamDrafts.standing({ id })) }).data ?? null

/** What a list says of own drafts that a colleague took over or ended, by id: before one is opened. */
export function useDraftsElsewhere(): ReadonlyMap<string, string> {
  const say = useSay()
  const { data = [] } = useQuery({
    queryKey: keys.draftsElsewhere,
    queryFn: () => unwrap(client.teamDrafts.elsewhere(undefined)),
  })
  return new Map(
    data.map(({ id, clerk }) => [id, clerk === null ? say('team.draft.row.gone') : say('team.draft.row.taken', { clerk })]),
  )
}

interface Take {
  readonly id: string
  /** As it was shown; null for one that this clerk knows to be another's. */
  readonly fence: number | null
  readonly clerk: string
  readonly isOwn: boolean
}

/** Takes a draft over and opens it; what did not come along is said. */
export function useTakeDraft(kind: Kind) {
  const say = useSay()
  const queries = useQueryClient()
  const { navigate } = useNavigation()
  return useMutation({
    async mutationFn({ id, fence, clerk, isOwn }: Take) {
      const { draftId, missing } = await unwrap(client.teamDrafts.take({ id, fence }))
      await queries.invalidateQueries({ queryKey: ['drafts'] })
      showWhoseDrafts('mine')
      navigate({ screen: kinds[kind].screen, id: draftId }, { replace: true })
      if (missing.length > 0) toast(say('team.draft.missing', { count: missing.length, names: missing.join(', '), clerk }))
      else toast(isOwn ? say('team.draft.tookOwn') : say('team.draft.took', { clerk }))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.team }),
  })
}
