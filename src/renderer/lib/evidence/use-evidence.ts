import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Evidence, SourceEdits } from '#shared/domain/evidence.ts'
import type { Message } from '#shared/domain/message.ts'
import { bridge } from '../bridge.ts'
import { client, failureOf, unwrap } from '../client.ts'
import { keys } from '../query.ts'
import { useMaking } from './use-making.ts'

/** What is said of a refused file, at its field. */
const refusalsOf = (error: unknown): Message[] => {
  const failure = failureOf(error)
  return failure.fields ? Object.values(failure.fields).flat() : [failure.message]
}

/** A draft's files: chosen, dropped, pasted, moved, turned or taken away; and the one that is made of them. */
export function useEvidence(draftId: string, onChange: () => void) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(0)
  const [refusals, setRefusals] = useState<readonly Message[]>([])
  const key = keys.evidence(draftId)
  const { data = null } = useQuery({ queryKey: key, queryFn: () => unwrap(client.attachments.of({ draftId })) })
  const making = useMaking(draftId, data)

  async function run(act: () => Promise<unknown>): Promise<void> {
    setBusy((count) => count + 1)
    try {
      await act()
      onChange()
    } catch (error) {
      setRefusals((said) => [...said, ...refusalsOf(error)])
    } finally {
      await queries.invalidateQueries({ queryKey: keys.draft(draftId) })
      setBusy((count) => count - 1)
    }
  }
  const attach = (token: string) => unwrap(client.attachments.attach({ draftId, token }))
  /** A person's own act: what was said of the last one is over. */
  const act = (work: () => Promise<unknown>) => {
    setRefusals([])
    return run(work)
  }

  const isSettled = busy === 0 && !making.isMaking
  const waiters = useRef<(() => void)[]>([])
  useEffect(() => {
    if (isSettled) for (const resolve of waiters.current.splice(0)) resolve()
  }, [isSettled])

  return {
    data,
    isBusy: busy > 0,
    /** Resolves once nothing is copied or put together any more, well or not. */
    settled: (): Promise<void> => (isSettled ? Promise.resolve() : new Promise((resolve) => waiters.current.push(resolve))),
    refusals,
    making,
    pick: () =>
      void act(async () => {
        const { refused } = await unwrap(client.attachments.pick({ draftId }))
        setRefusals(refused)
      }),
    /** Each by itself: one that cannot go keeps none of the others. */
    take: async (files: readonly File[]) => {
      setRefusals([])
      for (const file of files) {
        await run(async () => {
          const { token } = await unwrap(bridge().registerFile(file))
          await attach(token)
        })
      }
    },
    attach: (token: string) => act(() => attach(token)),
    remove: (sourceId: string) => void act(() => unwrap(client.attachments.remove({ draftId, sourceId }))),
    order: (ids: string[]) => {
      // On screen at once: a row that jumps back while it is dropped looks refused.
      queries.setQueryData<Evidence>(
        key,
        (old) => old && { ...old, sources: old.sources.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) },
      )
      void act(() => unwrap(client.attachments.order({ draftId, ids })))
    },
    edit: (sourceId: string, edits: SourceEdits) => {
      queries.setQueryData<Evidence>(
        key,
        (old) => old && { ...old, sources: old.sources.map((one) => (one.id === sourceId ? { ...one, edits } : one)) },
      )
      void act(() => unwrap(client.attachments.edit({ draftId, sourceId, edits })))
    },
  }
}
export type EvidenceHandle = ReturnType<typeof useEvidence>
