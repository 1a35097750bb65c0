import { isDeepStrictEqual } from 'node:util'
import type { BulkKind, BulkRow, BulkRun } from '#shared/domain/bulk.ts'
import { accountKindOf, type bulkContract } from '#shared/ipc/bulk-contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import type { Checking } from '../../bulk/runs/checking.ts'
import { confirmationOf } from '../../bulk/runs/confirmation.ts'
import type { Deciding } from '../../bulk/runs/deciding.ts'
import type { BulkEngine } from '../../bulk/runs/engine.ts'
import { fileNameFor, type Exports } from '../../bulk/runs/exports.ts'
import type { RowViews } from '../../bulk/runs/row-views.ts'
import type { RunFiles } from '../../bulk/runs/run-files.ts'
import type { RunView } from '../../bulk/runs/run-view.ts'
import type { Tables } from '../../bulk/runs/tables.ts'
import type { Turns } from '../../bulk/runs/turns.ts'
import type { Undoing } from '../../bulk/runs/undo.ts'
import { AppFailure, gone } from '../../ipc/failure.ts'
import type { AccountRecords, StoredAccount } from '../../storage/account-records.ts'
import type { BulkRunRecords, StoredRun } from '../../storage/bulk-run-records.ts'
import type { BulkTableRecords } from '../../storage/bulk-table-records.ts'
import type { Source } from '../../storage/source-file.ts'
import { destinationView } from '../../views/destination.ts'
import { chosenTable } from './choosing.ts'
import { readable } from './readable.ts'
import { saveTo } from './saving.ts'

export interface BulkFeatureDeps {
  engine: BulkEngine
  runs: BulkRunRecords
  table: BulkTableRecords
  tables: Tables
  checking: Checking
  files: RunFiles
  rowViews: RowViews
  runView: RunView
  exports: Exports
  undo: Undoing
  decideAll: Deciding
  turns: Turns
  accounts: Pick<AccountRecords, 'get'>
  endpointOf(account: StoredAccount): string | null
  takeToken(token: string): Source | null
  chooseTable(): Promise<string | null>
  chooseFiles(from: 'folder' | 'zip'): Promise<string | null>
  /** The native dialog for where a file goes; null where the person thought better of it. */
  chooseSave(name: string): Promise<string | null>
  /** What a pasted table and the files Balie writes are called, in the person's language. */
  words(): { pasted: string; result: string; faulty: string; template: Record<BulkKind, string> }
  onChange(runId: number): void
}

const previewRows = 20

/** Five steps from a table to its result. Each answers with the run as it stands, so that a screen never guesses. */
export function bulkFeature(deps: BulkFeatureDeps): GroupHandlers<(typeof bulkContract)['bulk']> {
  const { engine, runs, table, tables, checking, rowViews, runView, turns } = deps

  const idOf = (runId: string): number => {
    const id = Number(runId)
    if (!Number.isSafeInteger(id)) throw gone()
    return id
  }
  const view = (runId: number): BulkRun => runView(engine.existing(runId))
  const changed = (runId: number): BulkRun => {
    deps.onChange(runId)
    return view(runId)
  }
  const accountFor = (kind: BulkKind, accountId: string): StoredAccount => {
    const account = deps.accounts.get(accountId)
    if (!account || account.archivedAt !== null || account.settings.kind !== accountKindOf(kind)) throw gone()
    return account
  }
  /** Rows of a run are shown whatever became of its account. */
  const accountOf = (run: StoredRun): StoredAccount => {
    const account = deps.accounts.get(run.accountId)
    if (!account) throw gone()
    return account
  }

  /** Changes what the check goes by, then checks anew: what is shown of the rows is always of the table as it stands. */
  async function recheck(runId: number, act: (run: StoredRun) => void): Promise<StoredRun> {
    return turns(runId, async () => {
      const run = engine.inState(runId, 'checked')
      act(run)
      return checking.check(run, engine.accountOf(run))
    })
  }

  async function preview(run: StoredRun): Promise<BulkRow[]> {
    const { items } = await rowViews.page(run, accountOf(run), { standing: null, states: [], after: null, limit: previewRows })
    return items
  }

  async function save(name: string, bytes: () => AsyncIterable<Uint8Array>): Promise<{ saved: boolean }> {
    const path = await deps.chooseSave(name)
    if (path === null) return { saved: false }
    await readable(() => saveTo(path, bytes()))
    return { saved: true }
  }

  return {
    runs: () => runs.list().map(runView),
    get: ({ runId }) => view(idOf(runId)),
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
        const { id } = engine.inState(idOf(runId), 'columns', 'checked')
        const path = await deps.chooseFiles(source)
        if (path === null) return null
        await turns(id, async () => {
          const run = engine.inState(id, 'columns', 'checked')
          const { name, entries } = await deps.files.choose(id, source, path)
          runs.change(id, { files: { from: source, path, name, count: entries.length } })
          if (run.state === 'checked') await checking.check(engine.existing(id), engine.accountOf(run))
        })
        return changed(id)
      }),
    reread: ({ runId, settings }) =>
      readable(async () => {
        const id = idOf(runId)
        await turns(id, async () => {
          const run = engine.inState(id, 'columns', 'checked')
          // What was sent in a first round belongs to rows as they were read then.
          if (run.round > 1 || run.undoes !== null) throw new AppFailure({ kind: 'invalid', message: { id: 'bulk.moved' } })
          await tables.reread(run, engine.accountOf(run), settings)
        })
        return changed(id)
      }),
    async plan({ runId, plan }) {
      const id = idOf(runId)
      await turns(id, () => {
        const run = engine.inState(id, 'columns', 'checked')
        // The same plan again, as from a screen that was just opened, must not undo a check that goes by it.
        if (isDeepStrictEqual(run.plan, plan)) return
        runs.change(id, { plan, planFrom: 'person', state: 'columns', review: null })
        deps.onChange(id)
      })
      return { run: view(id), preview: await preview(engine.existing(id)) }
    },
    async check({ runId }) {
      const id = idOf(runId)
      await turns(id, async () => {
        const run = engine.inState(id, 'columns', 'checked')
        const account = engine.accountOf(run)
        const { problems } = checking.judge(run, account, await deps.files.of(run), false)
        if (Object.keys(problems).length > 0) {
          throw new AppFailure({ kind: 'invalid', message: { id: 'failure.invalid' }, fields: problems })
        }
        await checking.check(run, account)
      })
      return view(id)
    },
    rows({ runId, standing, states, after, limit }) {
      const run = engine.existing(idOf(runId))
      return rowViews.page(run, accountOf(run), { standing, states, after, limit })
    },
    async editCell({ runId, row, field, value }) {
      const run = await recheck(idOf(runId), (checked) => {
        if (!rowViews.isInRound(checked, row)) throw gone()
        table.edit(checked.id, row, field, value)
      })
      const shown = await rowViews.one(run, accountOf(run), row)
      if (!shown) throw gone()
      return { row: shown, run: view(run.id) }
    },
    async skipRows({ runId, rows, skip }) {
      const run = await recheck(idOf(runId), (checked) => {
        const { id } = checked
        if (!rows.every((row) => rowViews.isInRound(checked, row))) throw gone()
        for (const row of rows) {
          if (skip) table.mark(id, { row, standing: 'skipped', warnings: [] })
          else table.unmark(id, row)
        }
      })
      return view(run.id)
    },
    setIncludeDuplicates({ runId, include }) {
      const { id } = engine.inState(idOf(runId), 'columns', 'checked')
      runs.change(id, { includeDuplicates: include })
      return changed(id)
    },
    setConnections({ runId, connections }) {
      engine.setConnections(idOf(runId), connections)
      return view(idOf(runId))
    },
    exportFaulty({ runId, format }) {
      const run = engine.existing(idOf(runId))
      const name = fileNameFor(run, deps.words().faulty, format)
      return save(name, () => deps.exports.faulty(run, accountOf(run), format))
    },
    exportResult({ runId, format }) {
      const run = engine.existing(idOf(runId))
      const name = fileNameFor(run, deps.words().result, format)
      return save(name, () => deps.exports.result(run, accountOf(run), format))
    },
    saveTemplate: ({ kind, format }) =>
      save(`${deps.words().template[kind]}.${format}`, () => deps.exports.template(kind, format)),
    confirmation({ runId }) {
      const run = engine.inState(idOf(runId), 'checked')
      const account = engine.accountOf(run)
      const { accountName, environment, host } = destinationView(account, deps.endpointOf(account))
      return { ...confirmationOf(run), accountName, environment, host }
    },
    async start({ runId, total }) {
      await engine.start(idOf(runId), total)
      return view(idOf(runId))
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
    async decideUnknown({ runId, decision, total }) {
      const id = idOf(runId)
      engine.inState(id, 'sending', 'paused', 'stopped', 'done')
      await deps.decideAll(id, decision, total)
      await engine.rowsDecided(id)
      return view(id)
    },
    async undo({ runId }) {
      const id = idOf(runId)
      // In turn: a second click would make a second run, whose deletes might take notes that others wrote.
      const undo = await turns(id, async () => {
        const run = engine.existing(id)
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
  }
}
