import { sharedVendors } from '#shared/vendors/index.ts'
import type { BulkRun } from '#shared/domain/bulk.ts'
import { accountKindOf } from '#shared/ipc/bulk-contract.ts'
import type { Say } from '../../text/say.ts'
import type { Checking } from '../../bulk/checking/checking.ts'
import type { Changing } from '../../bulk/runs/changing.ts'
import type { Deciding } from '../../bulk/runs/deciding.ts'
import type { BulkEngine } from '../../bulk/runs/engine.ts'
import type { Exports } from '../../bulk/runs/exports.ts'
import type { RowOrder } from '../../bulk/runs/row-order.ts'
import type { RowViews } from '../../bulk/runs/row-views.ts'
import type { RunFiles } from '../../bulk/reading/run-files.ts'
import type { RunView } from '../../bulk/runs/run-view.ts'
import type { Tables } from '../../bulk/runs/tables.ts'
import type { RunLock } from '../../bulk/runs/run-lock.ts'
import type { RunStates } from '../../bulk/runs/run-states.ts'
import type { Undoing } from '../../bulk/runs/undo.ts'
import type { HeaderNames } from '../../bulk/vocabulary/column-names.ts'
import { gone } from '../../ipc/failure.ts'
import type { AccountRecords, StoredAccount } from '../../storage/account-records.ts'
import type { BulkRunRecords, StoredRun } from '../../storage/bulk-run-records.ts'
import type { Source } from '../../storage/source-file.ts'

/** What the five steps work on. */
export interface BulkFeatureDeps {
  engine: BulkEngine
  states: RunStates
  runs: BulkRunRecords
  changing: Changing
  tables: Tables
  checking: Checking
  files: RunFiles
  rowViews: RowViews
  rowOrder: RowOrder
  runView: RunView
  exports: Exports
  undo: Undoing
  decideAll: Deciding
  runLock: RunLock
  accounts: Pick<AccountRecords, 'get'>
  endpointOf(account: StoredAccount): string | null
  /** As many rows as the person's organisation lets leave at once; null where it says nothing. */
  maxRunRows: number | null
  /** Whether the person's organisation lets what was sent be saved. */
  mayExport: boolean
  takeToken(token: string): Source | null
  chooseTable(): Promise<string | null>
  chooseFiles(from: 'folder' | 'zip'): Promise<string | null>
  /** The native dialog for where a file goes; null where the person thought better of it. */
  chooseSave(name: string): Promise<string | null>
  /** What a pasted table and the files Balie writes are called, in the person's language. */
  /** For the names of the files that are made. */
  say: Say
  onChange(runId: number): void
  /** What columns are called, whatever a table is of. */
  names: HeaderNames
}

/** Nothing leaves for it: what is sent asks for the account itself. */
const standIn = ({ accountId, accountName, kind, createdAt }: StoredRun): StoredAccount => ({
  id: accountId,
  settings: { ...sharedVendors[accountKindOf(kind)].newSettings(), name: accountName },
  secretOrigin: null,
  secretLastFour: null,
  createdAt: new Date(createdAt).toISOString(),
  archivedAt: null,
})

/** Runs as the screens name them: by the text of their number, and answered as they stand. */
export function runAccess({
  states,
  runView,
  accounts,
  onChange,
}: Pick<BulkFeatureDeps, 'states' | 'runView' | 'accounts' | 'onChange'>) {
  const view = (runId: number): BulkRun => runView(states.existing(runId))
  return {
    idOf(runId: string): number {
      const id = Number(runId)
      if (!Number.isSafeInteger(id)) throw gone()
      return id
    },
    view,
    changed(runId: number): BulkRun {
      onChange(runId)
      return view(runId)
    },
    /** Rows of a run are shown whatever became of its account: for one that can't be read a new one's rules stand in. */
    accountOf(run: StoredRun): StoredAccount {
      const account = accounts.get(run.accountId)
      return account?.settings.kind === accountKindOf(run.kind) ? account : standIn(run)
    },
  }
}
