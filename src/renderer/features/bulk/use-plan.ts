import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { BulkField, BulkPlan, BulkRow, BulkRun, FieldSource } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { registerFlusher } from '../../lib/flush.ts'
import { reportProblem } from '../../lib/problem.ts'
import { keys } from '../../lib/query.ts'
import { useKeepRun } from './use-bulk-run.ts'

const pauseMs = 250
export const previewRows = 5

/**
 * The plan while it is made: each change goes to main after a short pause and comes back as real rows. A table that was
 * already checked is not planned anew until something changes, so that a look at the columns loses nothing. What has not gone
 * yet goes when the screen or the app is left.
 */
export function usePlan(run: BulkRun) {
  const keep = useKeepRun()
  const [plan, setPlan] = useState<BulkPlan>(run.plan)
  const [preview, setPreview] = useState<readonly BulkRow[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isChanged, setChanged] = useState(run.state === 'columns')
  const newest = useRef(0)
  const waiting = useRef<BulkPlan | null>(null)

  const { data: checked } = useQuery({
    queryKey: keys.bulkPreview(run.id),
    queryFn: () => unwrap(client.bulk.rows({ runId: run.id, standing: null, states: [], after: null, limit: previewRows })),
    enabled: run.state === 'checked' && !isChanged,
    gcTime: 0,
  })

  const send = async (wanted: BulkPlan): Promise<void> => {
    const turn = (newest.current += 1)
    waiting.current = null
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
  /** Resolves to false where the plan could not be stored. */
  const sendWaiting = useEffectEvent(async (onFailure: (failure: unknown) => void): Promise<boolean> => {
    try {
      if (waiting.current) await send(waiting.current)
      return true
    } catch (failure) {
      onFailure(failure)
      return false
    }
  })
  useEffect(() => {
    if (!isChanged) return undefined
    waiting.current = plan
    // Said at the fields.
    const timer = setTimeout(() => void sendWaiting(() => undefined), pauseMs)
    return () => clearTimeout(timer)
  }, [plan, isChanged])
  useEffect(() => {
    const leave = registerFlusher(() => sendWaiting(() => undefined))
    return () => {
      leave()
      void sendWaiting(reportProblem)
    }
  }, [])

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
      // Nothing waits any more: the same plan once more, after the check, would undo it.
      await send(plan)
      return unwrap(client.bulk.check({ runId: run.id }))
    },
  }
}
