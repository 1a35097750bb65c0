import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { useForm, useWatch, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form'
import type { AutosaveStatus, Stored } from './autosave.ts'
import { client, unwrap } from './client.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import { leaveDraft } from './leave-draft.ts'
import { useNavigation } from './navigation.tsx'
import { keys } from './query.ts'

/**
 * A draft as it is stored now, for a form to start from: never one that was read earlier, whose words may be older. Key
 * the component that calls this by the draft's ID.
 */
export function useStoredDraft(id: string) {
  const query = useQuery({
    queryKey: keys.draft(id),
    queryFn: () => unwrap(client.drafts.get({ id })),
    staleTime: 0,
    refetchOnMount: 'always',
  })
  return {
    draft: query.isFetchedAfterMount ? (query.data ?? null) : null,
    isPending: !query.isFetchedAfterMount,
    error: query.error,
  }
}

export interface DraftForm<F extends FieldValues> {
  readonly form: UseFormReturn<F>
  /** What is on screen now. */
  readonly values: F
  readonly status: AutosaveStatus
  /** Stores what is typed now; true when all of it is stored. */
  flush(): Promise<boolean>
}

interface Options<F> {
  readonly draft: Stored<F> & { readonly id: string }
  readonly keeper: DraftKeeper<F>
  /** Told which field was edited, so that what was said of it can go. */
  onEdit(field: string): void
}

/**
 * A form over a stored draft. The draft is only its starting point: from then on the form holds the words and storing
 * follows it, so that no later reading of the draft can take words away.
 */
export function useDraftForm<F extends FieldValues>({ draft, keeper, onEdit }: Options<F>): DraftForm<F> {
  const { here, forget } = useNavigation()
  const [kept] = useState(() => keeper.of(draft))
  const form = useForm<F>({ defaultValues: kept.fields as DefaultValues<F>, shouldFocusError: false })
  const status = useSyncExternalStore(kept.subscribe, () => kept.status)
  const { subscribe, control } = form
  const change = useEffectEvent((values: F, field: string | undefined) => {
    kept.change({ ...draft.fields, ...values })
    if (field !== undefined) onEdit(field)
  })
  useEffect(() => subscribe({ formState: { values: true }, callback: ({ values, name }) => change(values, name) }), [subscribe])
  useEffect(() => kept.open(() => void leaveDraft(draft.id, { here, forget })), [kept, draft.id, here, forget])
  return { form, values: useWatch({ control }) as F, status, flush: kept.flush }
}
