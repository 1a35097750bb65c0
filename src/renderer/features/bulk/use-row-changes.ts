import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { BulkField, BulkRow, BulkRun } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useKeepRun } from './use-bulk-run.ts'

/** A value that goes into many rows: wherever another one stands, or into these. */
export type Fill =
  | { readonly by: 'value'; readonly value: string; readonly total: number }
  | { readonly by: 'number'; readonly rows: number[] }

/** What a person changes of the rows at the check; whatever was changed, others may have changed with it. */
export function useRowChanges(run: BulkRun, onChanged: () => void) {
  const keep = useKeepRun()
  const kept = async (now: BulkRun) => {
    await keep(now)
    onChanged()
  }
  const editing = useMutation({
    mutationFn: (change: { row: number; field: BulkField; value: string }) =>
      unwrap(client.bulk.editCell({ runId: run.id, ...change })),
    onSuccess: ({ run: now }) => kept(now),
  })
  const skipping = useMutation({
    mutationFn: (input: { rows: number[]; skip: boolean }) => unwrap(client.bulk.skipRows({ runId: run.id, ...input })),
    onSuccess: kept,
  })
  const filling = useMutation({
    mutationFn: (input: { field: BulkField; value: string; which: Fill }) =>
      unwrap(client.bulk.fillCells({ runId: run.id, ...input })),
    onSuccess: kept,
  })
  const stepping = useMutation({
    mutationFn: (steps: number) =>
      unwrap(
        steps < 0
          ? client.bulk.undoChange({ runId: run.id, count: -steps })
          : client.bulk.redoChange({ runId: run.id, count: steps }),
      ),
    onSuccess: kept,
  })
  /** Presses while an earlier one is at work: they go together once it is done. */
  const waiting = useRef(0)
  const isStepping = useRef(false)
  async function step(by: -1 | 1): Promise<void> {
    waiting.current += by
    if (isStepping.current) return
    isStepping.current = true
    try {
      while (waiting.current !== 0) {
        const steps = waiting.current
        waiting.current = 0
        await stepping.mutateAsync(steps)
      }
    } catch {
      // Said under the table.
      waiting.current = 0
    } finally {
      isStepping.current = false
    }
  }
  return {
    isBusy: editing.isPending || filling.isPending,
    error: editing.error ?? skipping.error ?? filling.error ?? stepping.error,
    undoStep: run.undoStep,
    redoStep: run.redoStep,
    /** The row as it stands then; null where nothing was to be changed. */
    async edit({ row, values }: BulkRow, field: BulkField, value: string): Promise<BulkRow | null> {
      if (value === (values[field] ?? '')) return null
      return (await editing.mutateAsync({ row, field, value })).row
    },
    skip: (rows: number[], skip: boolean) => skipping.mutate({ rows, skip }),
    fill: (field: BulkField, value: string, which: Fill) => filling.mutateAsync({ field, value, which }),
    undo: () => void step(-1),
    redo: () => void step(1),
  }
}
export type RowChanges = ReturnType<typeof useRowChanges>
