import { isDeepStrictEqual } from 'node:util'
import type { BulkKind } from '#shared/domain/kinds.ts'
import type { BulkRow } from '#shared/domain/bulk.ts'
import { accountKindOf } from '#shared/ipc/bulk-contract.ts'
import { AppFailure, gone } from '../../ipc/failure.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { StoredRun } from '../../storage/bulk-run-records.ts'
import { chosenTable } from './choosing.ts'
import { readable } from './readable.ts'
import { runAccess, type BulkFeatureDeps } from './run-access.ts'
import type { BulkHandlers } from './handlers.ts'

const previewRows = 20

/** Steps 1 to 3: a file, where its columns go, and what is wrong with its rows. Nothing of it leaves. */
export function preparing(deps: BulkFeatureDeps) {
  const { engine, states, runs, changing, tables, checking, rowViews, runLock } = deps
  const { idOf, view, changed, accountOf } = runAccess(deps)

  const accountFor = (kind: BulkKind, accountId: string): StoredAccount => {
    const account = deps.accounts.get(accountId)
    if (!account || account.archivedAt !== null || account.settings.kind !== accountKindOf(kind)) throw gone()
    return account
  }
  /** Changes what the check goes by, then checks anew: what is shown of the rows is always of the table as it stands. */
  async function recheck(runId: number, act: (run: StoredRun) => Promise<void>): Promise<StoredRun> {
    return runLock(runId, async () => {
      const run = states.inState(runId, 'checked')
      const account = engine.accountOf(run)
      await act(run)
      return checking.check(run, account)
    })
  }

  async function preview(run: StoredRun): Promise<BulkRow[]> {
    const { items } = await rowViews.page(run, accountOf(run), { standing: null, states: [], after: null, limit: previewRows })
    return items
  }

  return {
    open: ({ kind, accountId, source }) =>
      readable(async () => {
        const account = accountFor(kind, accountId)
        const file = await chosenTable(source, deps)
        if (!file) return null
        try {
          const run = await tables.open(kind, account, file)
          return changed(run.id)
        } finally {
          await file.close()
        }
      }),
    chooseFiles: ({ runId, source }) =>
      readable(async () => {
        const { id } = states.inState(idOf(runId), 'columns', 'checked')
        const path = await deps.chooseFiles(source)
        if (path === null) return null
        await runLock(id, async () => {
          const run = states.inState(id, 'columns', 'checked')
          const { name, entries } = await deps.files.choose(id, source, path)
          runs.change(id, { files: { from: source, path, name, count: entries.length } })
          if (run.state === 'checked') await checking.check(states.existing(id), engine.accountOf(run))
        })
        return changed(id)
      }),
    reread: ({ runId, settings }) =>
      readable(async () => {
        const id = idOf(runId)
        await runLock(id, async () => {
          const run = states.inState(id, 'columns', 'checked')
          // What was sent in a first round belongs to rows as they were read then.
          if (run.round > 1 || run.undoes !== null) throw new AppFailure({ kind: 'invalid', message: { id: 'bulk.moved' } })
          await tables.reread(run, engine.accountOf(run), settings)
        })
        return changed(id)
      }),
    async plan({ runId, plan }) {
      const id = idOf(runId)
      await runLock(id, () => {
        const run = states.inState(id, 'columns', 'checked')
        // The same plan again, as from a screen that was just opened, must not undo a check that goes by it.
        if (isDeepStrictEqual(run.plan, plan)) return
        states.enter(id, 'columns', { plan, planFrom: 'person' })
        deps.onChange(id)
      })
      return { run: view(id), preview: await preview(states.existing(id)) }
    },
    async check({ runId }) {
      const id = idOf(runId)
      await runLock(id, async () => {
        const run = states.inState(id, 'columns', 'checked')
        const account = engine.accountOf(run)
        const { problems } = checking.judge(run, account, await deps.files.of(run), false)
        if (Object.keys(problems).length > 0) {
          throw new AppFailure({ kind: 'invalid', message: { id: 'failure.invalid' }, fields: problems })
        }
        await checking.check(run, account)
      })
      return view(id)
    },
    rows({ runId, ...wanted }) {
      const run = states.existing(idOf(runId))
      return rowViews.page(run, accountOf(run), wanted)
    },
    async order({ runId, ...wanted }) {
      const run = states.existing(idOf(runId))
      return { rows: await deps.rowOrder(run, accountOf(run), wanted) }
    },
    async rowsAt({ runId, rows }) {
      const run = states.existing(idOf(runId))
      return { items: await rowViews.at(run, accountOf(run), rows) }
    },
    async editCell({ runId, row, field, value }) {
      const run = await recheck(idOf(runId), (checked) => changing.cell(checked, row, field, value))
      const shown = await rowViews.one(run, accountOf(run), row)
      if (!shown) throw gone()
      return { row: shown, run: view(run.id) }
    },
    async countValue({ runId, field, value }) {
      return { rows: await changing.count(states.inState(idOf(runId), 'checked'), field, value) }
    },
    async fillCells({ runId, field, value, which }) {
      return view((await recheck(idOf(runId), (checked) => changing.fill(checked, field, value, which))).id)
    },
    async undoChange({ runId, count }) {
      return view((await recheck(idOf(runId), (checked) => changing.undo(checked, count))).id)
    },
    async redoChange({ runId, count }) {
      return view((await recheck(idOf(runId), (checked) => changing.redo(checked, count))).id)
    },
    async skipRows({ runId, rows, skip }) {
      return view((await recheck(idOf(runId), (checked) => changing.skip(checked, rows, skip))).id)
    },
    setIncludeDuplicates({ runId, include }) {
      const { id } = states.inState(idOf(runId), 'columns', 'checked')
      runs.change(id, { includeDuplicates: include })
      return changed(id)
    },
  } satisfies Partial<BulkHandlers>
}
