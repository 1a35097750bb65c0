import type { BulkProgress, BulkState } from '#shared/domain/bulk.ts'

/** Runs that are being sent, for the one bar in the taskbar. */
export function taskbar(show: (part: number | null) => void) {
  const sending = new Map<number, Pick<BulkProgress, 'total' | 'left'>>()
  return {
    moved(runId: number, state: BulkState, progress: Pick<BulkProgress, 'total' | 'left'>): void {
      if (state === 'sending') sending.set(runId, progress)
      else sending.delete(runId)
      const total = [...sending.values()].reduce((sum, run) => sum + run.total, 0)
      const left = [...sending.values()].reduce((sum, run) => sum + run.left, 0)
      show(total > 0 ? (total - left) / total : null)
    },
    /** Rows are leaving. */
    isSending: (): boolean => sending.size > 0,
  }
}
