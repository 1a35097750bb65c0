import type { BulkRun } from '#shared/domain/bulk.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'

/** What came of a run's rows in one line, those that stayed behind too: shown in the list and told to a screen reader alike. */
export function useRunFigures(): (run: Pick<BulkRun, 'progress' | 'leftOut'>) => string | null {
  const say = useSay()
  const format = useFormat()
  return ({ progress, leftOut }) =>
    progress &&
    say('bulkScreen.runs.figures', {
      sent: format.number(progress.sent),
      rejected: format.number(progress.rejected),
      unknown: format.number(progress.unknown),
      left: format.number(progress.left),
      hasLeft: progress.left,
      leftOut,
    })
}
