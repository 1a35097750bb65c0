import { files } from './files.ts'
import type { BulkHandlers } from './handlers.ts'
import { preparing } from './preparing.ts'
import { runAccess, type BulkFeatureDeps } from './run-access.ts'
import { sending } from './sending.ts'

/** Five steps from a table to its result. Each answers with the run as it stands, so that a screen never guesses. */
export function bulkFeature(deps: BulkFeatureDeps): BulkHandlers {
  const { runs, runView } = deps
  const { idOf, view } = runAccess(deps)
  return {
    runs: () => runs.list().map(runView),
    get: ({ runId }) => view(idOf(runId)),
    ...preparing(deps),
    ...files(deps),
    ...sending(deps),
  }
}
