import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { BulkField, BulkPlan, BulkRow, BulkRun, FieldSource } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { keys } from '../../lib/query.ts'
import { useKeepRun } from './use-bulk-run.ts'

const pauseMs = 250
export const previewRows = 5

/**
 * The plan while it is made: each change goes to main after a short pause and comes back as real rows. A table that was
 * already checked is not planned anew until something changes, so that a look at the columns loses nothing.
 */
export function usePlan(run: BulkRun) {
  const keep = useKeepRun()
  const [plan, setPlan] = useState<BulkPlan>(run.plan)
  const [preview, setPreview] = useState<readonly BulkRow[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isChanged, setChanged] = useState(run.state === 'columns')
  const newest = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const { data: checked } = useQuery({
    queryKey: keys.bulkPreview(run.id),
    queryFn: () => unwrap(client.bulk.rows({ runId: run.id, standing: null, states: [], after: null, limit: previewRows })),
    enabled: run.state === 'checked' && !isChanged,
    gcTime: 0,
  })

  const send = async (wanted: BulkPlan): Promise<void> => {
    const turn = (newest.current += 1)
    try {
      const answer = await unwrap(client.bulk.plan({ runId: run.id, plan: wanted }))
      if (turn !== newest.current) return
      setPreview(answer.preview)
      setError(null)
      await keep(answer.run)
    } catch (failure) {
      if (turn === newest.current) setError(failure)
      throw failure
    }
  }
  const sendQuietly = useEffectEvent((wanted: BulkPlan) => void send(wanted).catch(() => undefined))
  useEffect(() => {
    if (!isChanged) return undefined
    timer.current = setTimeout(() => sendQuietly(plan), pauseMs)
    return () => clearTimeout(timer.current)
  }, [plan, isChanged])

  return {
    plan,
    preview: preview ?? checked?.items ?? [],
    error,
    isChanged,
    set(field: BulkField, source: FieldSource) {
      setChanged(true)
      setPlan((old) => ({ sources: { ...old.sources, [field]: source } }))
    },
    /** Hands the plan as it is on screen to main and checks every row by it. */
    async check(): Promise<BulkRun> {
      // The same plan once more, after the check, would undo it.
      clearTimeout(timer.current)
      await send(plan)
      return unwrap(client.bulk.check({ runId: run.id }))
    },
  }
}
