import { kinds } from '#shared/domain/kinds.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Draft } from '#shared/vendors/index.ts'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import type { Result } from '#shared/ipc/procedure.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation, type Place } from '../../lib/navigation.tsx'
import type { MessageId } from '#shared/languages/index.ts'
import { toast } from '../Toaster.tsx'

/** Where a draft is edited. */
export const placeOfDraft = (draft: Pick<Draft, 'id' | 'kind'>): Place => ({
  screen: kinds[draft.kind].screen,
  id: draft.id,
})

/** What a person can do with a filed item on any screen; one act at a time, and its failure is there to be shown. */
export function useItemActions() {
  const queries = useQueryClient()
  const { navigate } = useNavigation()
  const say = useSay()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['submissions'] }),
  })

  /** Acts that end in a draft open it. */
  const toDraft = (call: () => Promise<Result<Draft>>, sentence?: MessageId) =>
    mutate(async () => {
      const draft = await unwrap(call())
      await queries.invalidateQueries({ queryKey: ['drafts'] })
      navigate(placeOfDraft(draft))
      if (sentence) toast(say(sentence))
    })

  return {
    isBusy: isPending,
    error,
    cancel: (id: string) => toDraft(() => client.outbox.cancel({ id }), 'item.cancelled'),
    edit: (id: string) => toDraft(() => client.outbox.edit({ id })),
    /** The file is of the customer of this item and does not come along. */
    duplicate: ({ id, attachmentName }: Pick<SubmissionSummary, 'id' | 'attachmentName'>) =>
      toDraft(() => client.history.duplicate({ id }), attachmentName === null ? 'item.duplicated' : 'item.duplicated.noFile'),
    sendNow: (id: string) => mutate(() => unwrap(client.outbox.sendNow({ id }))),
    /** Another act that ends in a draft. */
    toDraft: (call: () => Promise<Result<Draft>>) => toDraft(call),
    /** Another act of a screen, in the same turn and with its failure shown in the same place. */
    run: (act: () => Promise<unknown>) => mutate(act),
  }
}
export type ItemActions = ReturnType<typeof useItemActions>
