import type { BulkKind } from '#shared/domain/kinds.ts'
import { bulkLimits, type ReadSettings } from '#shared/domain/bulk.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { BulkEditRecords } from '../../storage/bulk-edit-records.ts'
import type { BulkRunRecords, StoredRun } from '../../storage/bulk-run-records.ts'
import type { BulkTableRecords } from '../../storage/bulk-table-records.ts'
import type { Ledger } from '../../storage/ledger.ts'
import type { SourceFile } from '../../storage/source-file.ts'
import type { TableCopies } from '../../storage/table-copies.ts'
import type { Clock } from '../../submissions/clock.ts'
import { boundOriginOf } from '../../submissions/bound-origin.ts'
import { layoutFingerprint } from '../planning/layout.ts'
import { compilePlan } from '../planning/plan.ts'
import { suggestPlan } from '../planning/suggest.ts'
import { detect } from '../reading/detect.ts'
import { openAsked } from '../reading/asked-table.ts'
import type { HeaderNames } from '../vocabulary/column-names.ts'
import { unreadable } from '../vocabulary/unreadable.ts'
import type { AnyBulkVendor } from '../vocabulary/bulk-vendor.ts'
import { breath } from '../vocabulary/breath.ts'
import type { RunStates } from './run-states.ts'

export interface TablesDeps {
  ledger: Ledger
  runs: BulkRunRecords
  states: Pick<RunStates, 'enter'>
  table: BulkTableRecords
  edits: Pick<BulkEditRecords, 'eraseSome' | 'eraseSteps'>
  /** The files of runs, until they are sent. */
  copies: TableCopies
  clock: Clock
  vendorOf(kind: BulkKind): AnyBulkVendor
  /** What columns are called, whatever a table is of. */
  names: HeaderNames
}

/** Polite to the vendors until a person says otherwise. */
const defaultConnections = 4

/**
 * Opens tables: the file is copied first and everything is read from the copy, so that what is checked is what is sent, and
 * reading it differently needs no file that may have changed.
 */
export function tables({ ledger, runs, states, table, edits, copies, clock, vendorOf, names }: TablesDeps) {
  const audienceOf = ({ environment }: Pick<StoredRun, 'environment'>) => (environment === 'practice' ? 'practice' : 'live')

  /** A run whose start was broken off goes back to its columns, where its table can be read anew. */
  const needsCopy = (run: StoredRun | null): run is StoredRun =>
    run !== null && !run.discarded && ['columns', 'checked', 'starting'].includes(run.state)

  /** The plan of the last file of this layout, where it still fits; else a suggestion. */
  function planFor(run: StoredRun, account: StoredAccount): Pick<StoredRun, 'plan' | 'planFrom'> {
    const { columns } = run.table
    const remembered = run.layout === '' ? null : runs.rememberedPlan(run.kind, run.layout)
    if (remembered && Object.keys(compilePlan(run.kind, remembered, columns).problems).length === 0) {
      return { plan: remembered, planFrom: 'remembered' }
    }
    return { plan: suggestPlan(run.kind, vendorOf(run.kind).clues(account.settings), columns), planFrom: 'suggested' }
  }

  /** Reads the copy into the ledger; until the last row is there the run is not to be seen. */
  async function read(run: StoredRun, account: StoredAccount, asked: ReadSettings | null): Promise<StoredRun> {
    const file = await copies.open(run.id)
    try {
      const detected = asked?.format === 'csv' ? { settings: asked, sheets: [], remarks: [] } : await detect(file, names)
      const { settings, opened } = await openAsked(file, asked ?? detected.settings, run.settings, names)
      runs.change(run.id, { discarded: true })
      await eraseTable(run.id)
      let rowCount = 0
      for await (const batch of opened.rows()) {
        ledger.transaction(() => table.add(run.id, batch))
        rowCount += batch.length
        await breath()
      }
      const { header, columns } = opened
      const layout = layoutFingerprint(run.kind, header, columns) ?? ''
      // What a person chose is no guess any more.
      const guessed = asked === null ? detected.remarks : []
      const tableView = { columns, header, sheets: detected.sheets, top: opened.top, remarks: [...guessed, ...opened.remarks()] }
      const filled = { ...run, rowCount, settings, layout, table: tableView }
      const change = { rowCount, settings, layout, table: tableView, ...planFor(filled, account) }
      states.enter(run.id, 'columns', { ...change, discarded: false })
      return { ...filled, ...change, state: 'columns', review: null, discarded: false }
    } finally {
      await file.close()
    }
  }

  async function eraseTable(runId: number): Promise<void> {
    while (table.eraseSome(runId)) await breath()
    while (table.eraseMarks(runId)) await breath()
    while (edits.eraseSome(runId)) await breath()
    edits.eraseSteps(runId)
  }

  const newRun = (kind: BulkKind, account: StoredAccount, fileName: string, extra: Partial<StoredRun> = {}): StoredRun =>
    ledger.transaction(() => {
      const run = runs.insert({
        kind,
        accountId: account.id,
        accountName: account.settings.name,
        environment: account.settings.environment,
        boundOrigin: boundOriginOf(account.settings),
        fileName,
        createdAt: clock.now(),
        rowCount: 0,
        layout: '',
        settings: { format: 'csv', encoding: 'utf-8', delimiter: ';', header: true },
        table: { columns: [], header: null, sheets: [], top: [], remarks: [] },
        plan: { sources: {} },
        planFrom: 'suggested',
        files: null,
        review: null,
        includeDuplicates: false,
        connections: defaultConnections,
        pauseReason: null,
        undoes: null,
        ...extra,
      })
      // Not to be seen before its table is whole.
      runs.change(run.id, { discarded: true })
      return { ...run, discarded: true }
    })

  return {
    newRun,
    async open(kind: BulkKind, account: StoredAccount, source: SourceFile): Promise<StoredRun> {
      if (source.bytes > bulkLimits.csvBytes) {
        throw unreadable('bulk.read.csvTooLarge', { limit: bulkLimits.csvBytes / 1024 / 1024 })
      }
      const run = newRun(kind, account, source.name)
      try {
        await copies.keep(run.id, source, audienceOf(run))
        return await read(run, account, null)
      } catch (error) {
        await this.erase(run.id)
        throw error
      }
    },
    /** Reads the copy anew. What cannot be read so leaves the table as it was. */
    async reread(run: StoredRun, account: StoredAccount, settings: ReadSettings): Promise<StoredRun> {
      try {
        return await read(run, account, settings)
      } catch (error) {
        const isWhole = runs.get(run.id)?.discarded === false
        if (!isWhole) {
          const { plan, planFrom } = run
          await read(run, account, run.settings)
          runs.change(run.id, { plan, planFrom })
        }
        throw error
      }
    },
    /** Copies that no run needs any more, left by a crash: of tables never read to their end, thrown away, or sent since. */
    leftovers: (): string[] =>
      copies
        .list()
        .filter(({ runId }) => !needsCopy(runs.get(runId)))
        .map(({ file }) => file),
    /** Seals a copy that lies open, once there is a key for it: an earlier version or a backup left it, or nothing kept a key. */
    async sealCopy(run: StoredRun): Promise<void> {
      if (needsCopy(run)) await copies.sealPlain(run.id, audienceOf(run))
    },
    /** The rows are in the ledger, and the file as it came is no longer needed. */
    dropCopy: copies.drop,
    /** Forgets a run's table; the run itself stays where its items name it. */
    async erase(runId: number): Promise<void> {
      runs.change(runId, {
        discarded: true,
        review: null,
        plan: { sources: {} },
        files: null,
        table: { columns: [], header: null, sheets: [], top: [], remarks: [] },
      })
      await eraseTable(runId)
      await copies.drop(runId)
    },
  }
}
export type Tables = ReturnType<typeof tables>
