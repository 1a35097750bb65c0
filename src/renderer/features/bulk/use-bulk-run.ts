import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BulkRun } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { keys } from '../../lib/query.ts'

/** All runs of this computer, as main lists them. */
export const useBulkRuns = () => useQuery({ queryKey: keys.bulkRuns, queryFn: () => unwrap(client.bulk.runs(undefined)) })

/** One run as it stands; its figures move by themselves while it is sent. */
export const useBulkRun = (runId: string) =>
  useQuery({ queryKey: keys.bulkRun(runId), queryFn: () => unwrap(client.bulk.get({ runId })) })

/** Takes a run as a call answered it for the newest, before main says that it changed. */
export function useKeepRun(): (run: BulkRun) => Promise<void> {
  const queries = useQueryClient()
  return async (run) => {
    await queries.cancelQueries({ queryKey: keys.bulkRun(run.id) })
    queries.setQueryData(keys.bulkRun(run.id), run)
    void queries.invalidateQueries({ queryKey: keys.bulkRuns })
  }
}

/** Takes a run off the list at once, so that nobody sees again what they just removed. */
export function useForgetRun(): (runId: string) => Promise<void> {
  const queries = useQueryClient()
  return async (runId) => {
    await queries.cancelQueries({ queryKey: keys.bulkRuns })
    queries.setQueryData<BulkRun[]>(keys.bulkRuns, (runs) => runs?.filter(({ id }) => id !== runId))
  }
}

/** A call that answers with the run: the screen follows it, and the button that asked shows that it is at work. */
export function useRunCall<I = void>(call: (input: I) => Promise<BulkRun>) {
  const keep = useKeepRun()
  return useMutation({ mutationFn: call, onSuccess: keep })
}
