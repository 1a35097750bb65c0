import { confirmationOf } from '../../bulk/runs/confirmation.ts'
import { AppFailure } from '../../ipc/failure.ts'
import { destinationView } from '../../views/destination.ts'
import type { BulkHandlers } from './handlers.ts'
import { runAccess, type BulkFeatureDeps } from './run-access.ts'

/** Steps 4 and 5: what a person confirms, holds, decides and takes back. */
export function sending(deps: BulkFeatureDeps) {
  const { engine, states, checking, runView, runLock } = deps
  const { idOf, view, changed } = runAccess(deps)

  return {
    setConnections({ runId, connections }) {
      engine.setConnections(idOf(runId), connections)
      return view(idOf(runId))
    },
    confirmation({ runId }) {
      const run = states.inState(idOf(runId), 'checked')
      const account = engine.accountOf(run)
      const { accountName, environment, host } = destinationView(account, deps.endpointOf(account))
      return { ...confirmationOf(run), accountName, environment, host }
    },
    async start({ runId, total, notSentBefore = false }) {
      const id = idOf(runId)
      const limit = deps.maxRunRows
      const isPractice = engine.accountOf(states.existing(id)).settings.environment === 'practice'
      if (limit !== null && total > limit && !isPractice)
        throw new AppFailure({ kind: 'invalid', message: { id: 'bulk.rowsSet', values: { limit } } })
      await engine.start(id, total, notSentBefore)
      return view(id)
    },
    pause({ runId }) {
      engine.pause(idOf(runId))
      return view(idOf(runId))
    },
    async resume({ runId }) {
      await engine.resume(idOf(runId))
      return view(idOf(runId))
    },
    stop({ runId }) {
      engine.stop(idOf(runId))
      return view(idOf(runId))
    },
    async retry({ runId, which }) {
      await engine.retry(idOf(runId), which)
      return view(idOf(runId))
    },
    async leaveRetry({ runId }) {
      await engine.leaveRetry(idOf(runId))
      return view(idOf(runId))
    },
    async decideUnknown({ runId, decision, total }) {
      const id = idOf(runId)
      states.inState(id, 'sending', 'paused', 'stopped', 'done')
      await deps.decideAll(id, decision, total)
      engine.rowsDecided(id)
      return view(id)
    },
    async undo({ runId }) {
      const id = idOf(runId)
      // In turn: a second click would make a second run, whose deletes might take notes that others wrote.
      const undo = await runLock(id, async () => {
        const run = states.existing(id)
        if (!runView(run).canUndo) throw new AppFailure({ kind: 'invalid', message: { id: 'bulk.moved' } })
        const account = engine.accountOf(run)
        const made = await deps.undo(run, account)
        await checking.check(made, account)
        return made
      })
      deps.onChange(id)
      return changed(undo.id)
    },
    async discard({ runId }) {
      await engine.discard(idOf(runId))
      return {}
    },
  } satisfies Partial<BulkHandlers>
}
