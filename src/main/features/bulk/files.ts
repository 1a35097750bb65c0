import { fileNameFor } from '../../bulk/runs/exports.ts'
import { AppFailure } from '../../ipc/failure.ts'
import type { BulkHandlers } from './handlers.ts'
import { readable } from './readable.ts'
import { runAccess, type BulkFeatureDeps } from './run-access.ts'
import { saveTo } from './saving.ts'

/** The files Balie writes for a clerk: a table to fill in, the rows to mend, and the result. */
export function files(deps: BulkFeatureDeps) {
  const { states } = deps
  const { idOf, accountOf } = runAccess(deps)

  async function save(name: string, bytes: () => AsyncIterable<Uint8Array>): Promise<{ saved: boolean }> {
    const path = await deps.chooseSave(name)
    if (path === null) return { saved: false }
    await readable(() => saveTo(path, bytes()))
    return { saved: true }
  }

  return {
    exportFaulty({ runId, format }) {
      const run = states.existing(idOf(runId))
      const name = fileNameFor(run, deps.say('bulkFile.name.faulty'), format)
      return save(name, () => deps.exports.faulty(run, accountOf(run), format))
    },
    exportResult({ runId, format }) {
      // SECURITY: as everywhere: whoever may save nothing of what was sent is refused here, whatever the page asks.
      if (!deps.mayExport) throw new AppFailure({ kind: 'invalid', message: { id: 'history.export.off' } })
      const run = states.existing(idOf(runId))
      const name = fileNameFor(run, deps.say('bulkFile.name.result'), format)
      return save(name, () => deps.exports.result(run, accountOf(run), format))
    },
    saveTemplate: ({ kind, format }) =>
      save(`${deps.say(`bulkFile.template.${kind}`)}.${format}`, () => deps.exports.template(kind, format)),
  } satisfies Partial<BulkHandlers>
}
