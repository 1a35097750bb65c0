import { useMutation } from '@tanstack/react-query'
import type { BulkField, BulkRow, BulkRun } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useKeepRun } from './use-bulk-run.ts'

/** What a person changes of a row at the check: a cell, or whether it goes along. */
export function useRowChanges(run: BulkRun, put: (row: BulkRow) => void, onChanged?: () => void) {
  const keep = useKeepRun()
  const editing = useMutation({
    mutationFn: (change: { row: number; field: BulkField; value: string }) =>
      unwrap(client.bulk.editCell({ runId: run.id, ...change })),
    async onSuccess({ row, run: now }) {
      put(row)
      await keep(now)
      onChanged?.()
    },
  })
  const skipping = useMutation({
    mutationFn: ({ row, standing }: BulkRow) =>
      unwrap(client.bulk.skipRows({ runId: run.id, rows: [row], skip: standing !== 'skipped' })),
    async onSuccess(now, { row }) {
      const { items } = await unwrap(client.bulk.rows({ runId: run.id, standing: null, states: [], after: row - 1, limit: 1 }))
      items.forEach(put)
      await keep(now)
      onChanged?.()
    },
  })
  return {
    isBusy: editing.isPending,
    error: editing.error ?? skipping.error,
    async edit({ row, values }: BulkRow, field: BulkField | null, value: string): Promise<void> {
      if (field && value !== (values[field] ?? '')) await editing.mutateAsync({ row, field, value })
    },
    skip: (row: BulkRow) => skipping.mutate(row),
  }
}
