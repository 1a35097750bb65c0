import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { BulkField, BulkRow, BulkRun } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import type { GridColumn } from './grid-columns.ts'
import type { RowChanges } from './use-row-changes.ts'
import type { OrderAsked } from './use-row-order.ts'
import { numbersAt, type Selection } from './use-selection.ts'

interface FillingDeps {
  readonly run: BulkRun
  readonly changes: RowChanges | undefined
  readonly selection: Selection
  readonly columns: readonly GridColumn[]
  readonly list: { readonly length: number; readonly rowAt: (index: number) => BulkRow | undefined }
  readonly order: readonly number[] | null
  readonly asked: OrderAsked
}

/** What is done with many rows at once: filled with what stands above, left out, or one value replaced wherever it stands. */
export function useFilling({ run, changes, selection, columns, list, order, asked }: FillingDeps) {
  const { active, rows, count } = selection
  const field = (active && columns[active.column]?.field) ?? null
  const row = active ? list.rowAt(active.index) : undefined
  const [replacing, setReplacing] = useState<{ field: BulkField; from: string } | null>(null)
  /** A single cell is filled with the one above it, several with the first of them. */
  const source = rows && (count > 1 ? rows.from : rows.from - 1)
  const canFill = changes !== undefined && field !== null && rows !== null && source !== null && source >= 0
  const numbers = (range: { from: number; to: number }) => numbersAt(range, order, list.rowAt, asked)

  const filling = useMutation({
    async mutationFn() {
      if (!canFill) return
      const all = await numbers({ from: source, to: rows.to })
      const { items } = await unwrap(client.bulk.rowsAt({ runId: run.id, rows: all.slice(0, 1) }))
      const value = items[0]?.values[field] ?? ''
      await changes.fill(field, value, { by: 'number', rows: all.slice(1) })
    },
  })
  const skipping = useMutation({
    async mutationFn(skip: boolean) {
      if (rows) changes?.skip(await numbers(rows), skip)
    },
  })
  const replace = () => {
    if (changes && field && row) setReplacing({ field, from: row.values[field] ?? '' })
  }
  return {
    count,
    canFill: canFill && count > 1,
    canReplace: changes !== undefined && field !== null && row !== undefined,
    isBusy: filling.isPending,
    error: filling.error ?? skipping.error,
    fillDown: () => filling.mutate(),
    skip: (skip: boolean) => skipping.mutate(skip),
    replace,
    replacing,
    stopReplacing: () => setReplacing(null),
    /** Ctrl+D and Ctrl+H, as in a spreadsheet. */
    onKey(key: string, isCtrl: boolean): boolean {
      if (!isCtrl || !changes || (key !== 'd' && key !== 'h')) return false
      if (key === 'h') replace()
      else if (canFill && !filling.isPending) filling.mutate()
      return true
    },
  }
}
export type Filling = ReturnType<typeof useFilling>
