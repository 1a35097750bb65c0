import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { defaultPreferences, type Preferences } from '#shared/domain/preferences.ts'
import { client, unwrap } from './client.ts'
import { keys } from './query.ts'

/** What the person set for this computer; the defaults until main has answered. */
export function usePreferences(): Preferences {
  return (
    useQuery({ queryKey: keys.preferences, queryFn: () => unwrap(client.preferences.get(undefined)) }).data ?? defaultPreferences
  )
}

/** Stores a change and shows it at once; main's answer is what stays. */
export function useSetPreferences() {
  const queries = useQueryClient()
  return useMutation({
    mutationKey: keys.preferences,
    mutationFn: (change: Partial<Preferences>) => unwrap(client.preferences.set(change)),
    onMutate: (change) =>
      queries.setQueryData<Preferences>(keys.preferences, (old) => ({ ...(old ?? defaultPreferences), ...change })),
    // What main says of an earlier change would show over a later one that is on its way.
    onSuccess(stored) {
      if (queries.isMutating({ mutationKey: keys.preferences }) === 1) queries.setQueryData(keys.preferences, stored)
    },
    onError: () => queries.invalidateQueries({ queryKey: keys.preferences }),
  })
}

/** What the person's organisation has set on this computer; null until main has answered. */
export const usePolicy = () =>
  useQuery({ queryKey: keys.policy, queryFn: () => unwrap(client.app.policy(undefined)) }).data ?? null

/** Whether what was filed may be saved as a file; not before main has said so. */
export const useCanExport = (): boolean => usePolicy()?.canExport ?? false

/** What is known of a newer Balie; null until main has answered. */
export const useUpdate = () =>
  useQuery({ queryKey: keys.updates, queryFn: () => unwrap(client.updates.state(undefined)) }).data ?? null

/** What main knows of this installation. */
export const useAppInfo = () => useQuery({ queryKey: keys.info, queryFn: () => unwrap(client.app.info(undefined)) }).data ?? null
