import { useMutation, useQueryClient } from '@tanstack/react-query'
import { kinds } from '#shared/domain/kinds.ts'
import type { Draft } from '#shared/vendors/index.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { afterGone } from '../../lib/list-order.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { placeOfDraft } from '../submission/use-item-actions.ts'
import { toast } from '../Toaster.tsx'

const hasFile = (draft: Draft) => 'attachment' in draft && draft.attachment !== null

/** What can be done with a draft beside editing it. Deleting asks nothing, because it can be undone. */
export function useDraftActions(draft: Draft, flush: () => Promise<boolean>) {
  const queries = useQueryClient()
  const { navigate } = useNavigation()
  const say = useSay()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  })

  async function restore(): Promise<void> {
    const restored = await unwrap(client.drafts.restore({ id: draft.id }))
    await queries.invalidateQueries({ queryKey: ['drafts'] })
    navigate(placeOfDraft(restored))
    toast(say('draft.restored'))
  }

  return {
    isBusy: isPending,
    error,
    duplicate: () =>
      mutate(async () => {
        await flush()
        const copy = await unwrap(client.drafts.duplicate({ id: draft.id }))
        await queries.invalidateQueries({ queryKey: ['drafts'] })
        navigate(placeOfDraft(copy))
        toast(say(hasFile(draft) ? 'draft.duplicated.noFile' : 'draft.duplicated'))
      }),
    remove: () =>
      mutate(async () => {
        await flush()
        const next = afterGone(kinds[draft.kind].screen, draft.id)
        await unwrap(client.drafts.remove({ id: draft.id }))
        navigate({ screen: kinds[draft.kind].screen, id: next }, { replace: true })
        toast(say('draft.removed'), { label: say('draft.undo'), onPress: () => mutate(restore) })
      }),
  }
}
