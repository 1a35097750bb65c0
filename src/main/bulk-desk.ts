import path from 'node:path'
import { checking } from './bulk/checking/checking.ts'
import { sayIn } from './text/say.ts'
import type { BulkPorts } from './desk/bulk-ports.ts'
import { rowsLeaving } from './bulk/runs/confirmation.ts'
import { deciding } from './bulk/runs/deciding.ts'
import { bulkEngine } from './bulk/runs/engine.ts'
import { changing } from './bulk/runs/changing.ts'
import { exports } from './bulk/runs/exports.ts'
import { rowItems } from './bulk/runs/row-items.ts'
import { indexing } from './bulk/runs/indexing.ts'
import { createLanes } from './bulk/sending/lanes.ts'
import { throttled } from './bulk/sending/progress.ts'
import { taskbar } from './bulk/sending/taskbar.ts'
import { rowOrder } from './bulk/runs/row-order.ts'
import { rowViews as createRowViews } from './bulk/runs/row-views.ts'
import { runFiles } from './bulk/reading/run-files.ts'
import { runView as createRunView } from './bulk/runs/run-view.ts'
import { tables as createTables } from './bulk/runs/tables.ts'
import { createRunLock } from './bulk/runs/run-lock.ts'
import type { Policy } from '#shared/domain/policy.ts'
import type { RunStates } from './bulk/runs/run-states.ts'
import type { Colleagues } from './bulk/vocabulary/colleagues.ts'
import { undoing } from './bulk/runs/undo.ts'
import { bulkFeature } from './features/bulk/index.ts'
import type { Emit } from './ipc/events.ts'
import type { AccountRecords, StoredAccount } from './storage/account-records.ts'
import type { AttachmentRecords } from './storage/attachment-records.ts'
import type { AttachmentVault } from './storage/attachment-vault.ts'
import { bulkEditRecords } from './storage/bulk-edit-records.ts'
import { bulkRowRecords } from './storage/bulk-row-records.ts'
import type { BulkRunRecords } from './storage/bulk-run-records.ts'
import { bulkTableRecords } from './storage/bulk-table-records.ts'
import type { DataKeys } from './storage/data-keys.ts'
import { knownRecords } from './storage/known-records.ts'
import type { LaneTarget } from './storage/lane-batch.ts'
import type { LaneWriter } from './storage/lane-writer.ts'
import type { Ledger } from './storage/ledger.ts'
import type { Source } from './storage/source-file.ts'
import { tableCopies } from './storage/table-copies.ts'
import type { SubmissionRecords } from './storage/submission-records.ts'
import type { Traces } from './storage/traces.ts'
import type { Clock } from './submissions/clock.ts'
import type { Looks } from './submissions/looks.ts'
import type { Origins } from './submissions/origins.ts'
import type { PreparationParts } from './submissions/preparation.ts'
import type { Channels, Transmitter } from './upstream/types.ts'
import { bulkVendorOf, headerNames } from './vendors/index.ts'

export interface BulkDeskDeps {
  ports: BulkPorts
  /** Holds the ledger, the vault and the tables that are being looked at. */
  folder: string
  ledger: Ledger
  /** What items whose text was erased are still known by. */
  traces: Traces
  accounts: AccountRecords
  attachments: AttachmentRecords
  vault: AttachmentVault
  /** What copies of tables are sealed with. */
  keys: DataKeys
  records: SubmissionRecords
  runs: BulkRunRecords
  states: RunStates
  preparation: PreparationParts
  transmitter: Transmitter & Partial<Channels>
  writerFor(target: LaneTarget): LaneWriter
  endpointOf(account: StoredAccount): string | null
  /** As many rows as the person's organisation lets leave at once. */
  policy?: Pick<Policy, 'maxRunRows' | 'exports'>
  takeToken(token: string): Source | null
  /** Lets items leave that a refused key held back. */
  release(accountId: string): Promise<void>
  /** Rows have their outcome: single items of the same notes may have waited for it. */
  rowsMoved(): void
  emit: Emit
  clock: Clock
  random(): number
  origins: Origins
  looks: Pick<Looks, 'schedule'>
  /** Who serves the same accounts. */
  colleagues: Colleagues
  log(message: string, error: unknown): void
}

/** Builds all that bulk runs are made of. */
export function openBulkDesk(deps: BulkDeskDeps) {
  const { ports, ledger, accounts, records, runs, states, vault, emit, clock, log } = deps
  const rows = bulkRowRecords(ledger)
  const table = bulkTableRecords(ledger)
  const edits = bulkEditRecords(ledger)
  const known = knownRecords(ledger, deps.traces)
  const [files, runLock] = [runFiles(), createRunLock()]
  const tables = createTables({
    ledger,
    runs,
    states,
    table,
    edits,
    copies: tableCopies({ folder: path.join(deps.folder, 'runs'), keys: deps.keys }),
    clock,
    vendorOf: bulkVendorOf,
    names: headerNames,
  })

  const changed = (runId: number) => {
    emit('bulk.changed', { runId: String(runId) })
    // Rows are items too.
    itemsChanged.soon()
  }
  const itemsChanged = throttled(clock, () => emit('submissions.changed', { ids: [] }))
  const check = checking({
    ledger,
    runs,
    rows,
    table,
    vendorOf: bulkVendorOf,
    known,
    files,
    colleagues: deps.colleagues,
    clock,
    begins: (runId) => states.enter(runId, 'columns', { pauseReason: null }),
    ends: (runId, review) => states.enter(runId, 'checked', { review }),
    onChange: changed,
  })
  const items = rowItems({
    ledger,
    table,
    rows,
    records,
    attachments: deps.attachments,
    vault,
    vaultFolder: deps.folder,
    colleagues: deps.colleagues,
    clock,
  })
  const index = indexing({ runs, rows }, clock, log)

  const bar = taskbar(ports.showProgress)
  const tellProgress = (runId: number) => {
    const run = runs.get(runId)
    if (!run) return
    const progress = engine.lanes.progress(runId)
    emit('bulk.progress', { runId: String(runId), state: run.state, progress })
    bar.moved(runId, run.state, progress)
    deps.rowsMoved()
  }

  const engine = bulkEngine({
    accounts,
    runs,
    rows,
    states,
    tables,
    checking: check,
    rowItems: items,
    files,
    indexing: index,
    lanes: (reactions) =>
      createLanes({
        rows,
        records,
        preparation: deps.preparation,
        transmitter: deps.transmitter,
        writerFor: deps.writerFor,
        clock,
        random: deps.random,
        origins: deps.origins,
        looks: deps.looks,
        ...reactions,
        onProgress: tellProgress,
        onTrouble: (error) => log('The ledger refused a write of a bulk run', error),
      }),
    runLock,
    clock,
    release: deps.release,
    onChange(runId) {
      changed(runId)
      tellProgress(runId)
    },
    onHalt(run) {
      ports.notify(runView(run))
      // A refused key shows at its account.
      emit('accounts.changed', {})
    },
    log,
  })
  const runView = createRunView({ runs, rows, edits, lanes: engine.lanes })
  const rowViews = createRowViews({ rows, table, checking: check, files, clock })
  const handlers = bulkFeature({
    engine,
    states,
    runs,
    changing: changing({ table, rows, edits }),
    tables,
    checking: check,
    files,
    rowViews,
    rowOrder: rowOrder({ table, rows, checking: check, files, rowViews, language: ports.language }),
    runView,
    exports: exports({ rowViews, edits, language: ports.language }),
    undo: undoing({ ledger, runs, rows, table, known, tables, vendorOf: bulkVendorOf }),
    decideAll: deciding({ ledger, rows, records, clock }),
    runLock,
    accounts,
    endpointOf: deps.endpointOf,
    maxRunRows: deps.policy?.maxRunRows ?? null,
    mayExport: deps.policy?.exports !== 'off',
    takeToken: deps.takeToken,
    chooseTable: ports.chooseTable,
    chooseFiles: ports.chooseFiles,
    chooseSave: ports.chooseSave,
    say: (id) => sayIn(ports.language())(id),
    onChange: changed,
    names: headerNames,
  })

  engine.recover()
  return {
    handlers,
    /** Finishes in the background what the last end of the app left half done. A ledger that may not know all removes no file. */
    start: (knowsAll: boolean) => engine.tidy(knowsAll),
    /** Seals what lay open until there was a key to seal it with. */
    sealTables: () => engine.sealCopies(),
    isSending: bar.isSending,
    /** Forgets the table of a run that is over; what is left to decide about keeps it. */
    eraseTable: (runId: number) => engine.discard(runId),
    suspend: () => engine.lanes.suspend(),
    wake: () => engine.lanes.wake(),
    /** A key or an address changed: rows that leave from now on go with the new one. */
    accountsChanged(): void {
      engine.lanes.prepareAgain(runs.get).catch((error: unknown) => log('A bulk run could not take up its account anew', error))
    },
    /** Single items changed; rows of the same notes may have waited for them. */
    itemsChanged: () => engine.lanes.lookAgain(null),
    /** A person decided about a row by itself. */
    rowDecided: (runId: number) => engine.rowsDecided(runId),
    /** Rows that would leave by themselves: those of runs that are being sent, or are about to be. */
    leaving: () => rowsLeaving(runs.list(), (runId) => engine.lanes.tally(runId).left),
    /** Nothing new leaves; what is under way has its outcome on disk when this resolves. */
    async close(): Promise<void> {
      await engine.close()
      await index.stop()
      itemsChanged.stop()
    },
  }
}
export type BulkDesk = ReturnType<typeof openBulkDesk>
