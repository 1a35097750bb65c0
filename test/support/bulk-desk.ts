import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { newBillinkSettings } from '#shared/vendors/billink/settings.ts'
import { newDigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import type { BulkKind } from '#shared/domain/kinds.ts'
import type { BulkConfirmation, BulkProgress, BulkRow, BulkRun, BulkState } from '#shared/domain/bulk.ts'
import type { NoteDraftFields } from '#shared/vendors/digiwallet/sale-note.ts'
import { bulkContract } from '#shared/ipc/bulk-contract.ts'
import { openDesk, type Desk } from '#main/desk.ts'
import type { DeskPorts } from '#main/desk/ports.ts'
import { createSignIns } from '#main/features/proxies/sign-ins.ts'
import { directWriter, type LaneWriter } from '#main/storage/lane-writer.ts'
import type { Ledger } from '#main/storage/ledger.ts'
import type { LaneTarget } from '#main/storage/lane-batch.ts'
import { faultPorts } from '#test/faults/harness/ports.ts'
import { copyDataFolder } from './data-folder.ts'
import { FakeClock, settled } from './fake-clock.ts'
import { FakeKeychain } from './fake-keychain.ts'
import { answers, playedVendor } from './played-vendor.ts'

export const noteHeader = 'actie\toutlet\tsaleID\tbetaalmethode\ttekst\ttest'
export const disputeHeader = 'factuurnummer\tklantnaam\temail\tcategorie\ttaal\tbericht\tbestand'

/** A row of a table of notes, and the table of them, as pasted from Excel. */
export const noteRow = (sale: number | string, { action = 'create', text = `Factuur ${sale}`, test = '0' } = {}): string =>
  [action, '12345', String(sale), 'IDE', text, test].join('\t')
export const noteTable = (...rows: (string | number)[]): string =>
  [noteHeader, ...rows.map((row) => (typeof row === 'number' ? noteRow(row) : row))].join('\n')
/** Creates on these many sales: row two of the table is sale 1. */
export const notesOn = (count: number): string => noteTable(...Array.from({ length: count }, (_, at) => at + 1))
export const disputeTable = (...rows: { invoice: string; file?: string }[]): string =>
  [
    disputeHeader,
    ...rows.map(({ invoice, file = '' }) =>
      [invoice, 'Jan Jansen', 'jan@example.nl', 'retour', 'nl', 'Teruggestuurd', file].join('\t'),
    ),
  ].join('\n')

export interface BulkDeskOptions {
  /** The state of another desk that is carried on: its folder, keychain and clock. */
  from?: { folder: string; keychain: FakeKeychain; clock: FakeClock }
  writerFor?: (ledger: Ledger, target: LaneTarget) => LaneWriter
  /** Empties what Chromium keeps of the page; one that never answers keeps an erasure from its end. */
  clearPage?: () => Promise<void>
  /** Those on the disk; else they are in memory. */
  preferences?: DeskPorts['preferences']
}

const sumOf = (progress: BulkProgress) =>
  progress.sent + progress.rejected + progress.unknown + progress.left + progress.notSent + progress.closed + progress.damaged

/**
 * The whole desk on a real ledger, with a clock that the test turns and a vendor that the test plays. What a screen is told is
 * checked against the contract, and the numbers of every progress are added up.
 */
export async function bulkDesk({ from, writerFor = directWriter, clearPage, preferences }: BulkDeskOptions = {}) {
  const folder = from?.folder ?? mkdtempSync(path.join(tmpdir(), 'balie-bulk-'))
  const keychain = from?.keychain ?? new FakeKeychain()
  const clock = from?.clock ?? new FakeClock()
  const vendor = playedVendor()
  const told = {
    notified: [] as BulkRun[],
    taskbar: [] as (number | null)[],
    progress: [] as { runId: string; state: BulkState; progress: BulkProgress }[],
    troubles: [] as { message: string; error: unknown }[],
    wrongSums: [] as BulkProgress[],
    /** When the first of what still waits would have come, once the desk was closed. */
    leftWaiting: Infinity,
  }
  const choices = { files: '', save: '', folder: '' }
  const signIns = createSignIns(keychain)
  const ports = faultPorts({ folder, holdSeconds: 0, clock, keychain, transmitter: vendor.transmitter })
  const desk: Desk = await openDesk({
    ...ports,
    signIns,
    writerFor,
    ...(clearPage && { clearPage }),
    ...(preferences && { preferences }),
    chooseFolder: () => Promise.resolve(choices.folder),
    bulk: {
      ...ports.bulk,
      chooseFiles: () => Promise.resolve(choices.files),
      chooseSave: () => Promise.resolve(choices.save),
      notify: (run) => told.notified.push(bulkContract.bulk.get.output.parse(run)),
      showProgress: (part) => told.taskbar.push(part),
    },
    emit(name, payload) {
      if (name !== 'bulk.progress') return
      const event = payload as (typeof told.progress)[number]
      told.progress.push(event)
      if (sumOf(event.progress) !== event.progress.total) told.wrongSums.push(event.progress)
    },
    log: (message, error) => told.troubles.push({ message, error }),
  })
  const { bulk } = desk.handlers

  async function account(kind: BulkKind): Promise<string> {
    const { accounts } = desk.handlers
    const there = (await accounts.list(undefined)).find(({ settings }) => settings.name === kind)
    if (there) return there.id
    const settings =
      kind === 'notes'
        ? { ...newDigiwalletSettings(), name: kind, testDefault: 'off' as const }
        : { ...newBillinkSettings(), name: kind, url: 'https://api.billink.nl/dispute', username: 'winkel' }
    const made = await accounts.save({ accountId: null, settings })
    if (!made) throw new Error('The account was not made')
    await accounts.setSecret({ accountId: made.id, secret: `key-of-${kind}-1` })
    return made.id
  }

  const get = async (runId: string): Promise<BulkRun> => bulkContract.bulk.get.output.parse(await bulk.get({ runId }))

  /** Lets the app go on until this is so; files and keychains answer when they do. */
  async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + 20_000
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`It never came to this: ${what}`)
      await settled()
    }
  }

  let isOpen = true
  async function close(): Promise<void> {
    if (!isOpen) return
    isOpen = false
    vendor.answer = () => answers.fails()
    const closing = desk.close()
    const state = { isClosed: false }
    void closing.finally(() => (state.isClosed = true))
    vendor.letGo(answers.fails())
    while (!state.isClosed) await clock.pass(5_000)
    await closing
    told.leftWaiting = clock.nextDue
  }
  onTestFinished(async () => {
    await close()
    await rm(folder, { recursive: true, force: true })
    expect(told.wrongSums, 'numbers of a progress that do not add up').toEqual([])
    expect(told.leftWaiting, 'something that still waits after the desk was closed').toBe(Infinity)
  })

  const api = {
    desk,
    signIns,
    bulk,
    handlers: desk.handlers,
    folder,
    keychain,
    clock,
    writerFor,
    vendor,
    told,
    choices,
    account,
    get,
    until,
    close,
    /** Opens a pasted table and checks it. */
    async checked(text: string, kind: BulkKind = 'notes'): Promise<BulkRun> {
      const run = await bulk.open({ kind, accountId: await account(kind), source: { from: 'pasted', text } })
      if (!run) throw new Error('The table was not opened')
      return bulkContract.bulk.check.output.parse(await bulk.check({ runId: run.id }))
    },
    /** Confirms the numbers as they are shown, and starts. */
    async start(runId: string): Promise<BulkConfirmation> {
      const confirmation = await bulk.confirmation({ runId })
      await bulk.start({ runId, total: confirmation.total })
      return confirmation
    },
    /** From a table to its first requests. */
    async started(text: string, kind: BulkKind = 'notes'): Promise<string> {
      const { id } = await api.checked(text, kind)
      await api.start(id)
      await api.reaches(id, 'sending', 'paused', 'done')
      await settled()
      return id
    },
    reaches: (runId: string, ...states: BulkState[]) =>
      until(`run ${runId} is ${states.join(' or ')}`, async () => states.includes((await get(runId)).state)),
    async progress(runId: string): Promise<BulkProgress> {
      const { progress } = await get(runId)
      if (!progress) throw new Error('The run has no progress')
      expect(sumOf(progress)).toBe(progress.total)
      return progress
    },
    async rows(runId: string): Promise<BulkRow[]> {
      const found: BulkRow[] = []
      for (let after: number | null = null; ;) {
        const page = await bulk.rows({ runId, standing: null, states: [], after, limit: 200 })
        const { items, next } = bulkContract.bulk.rows.output.parse(page)
        found.push(...items)
        if (next === null) return found
        after = next
      }
    },
    /** What became of each row, by the file's own row numbers. */
    async outcomes(runId: string): Promise<Record<number, string>> {
      return Object.fromEntries((await api.rows(runId)).map(({ row, outcome, standing }) => [row, outcome?.state ?? standing]))
    },
    async row(runId: string, number: number): Promise<BulkRow> {
      const found = (await api.rows(runId)).find(({ row }) => row === number)
      if (!found) throw new Error(`There is no row ${number}`)
      return found
    },
    /** A note filed by itself, which leaves as soon as it may. */
    async fileNote(sale: number | string, { action = 'create', text = 'Los' }: Partial<NoteDraftFields> = {}) {
      const note = { action, outletID: '12345', saleID: String(sale), paymentMethodCode: 'IDE', text, test: false }
      const { id } = await desk.handlers.drafts.create({ kind: 'note', accountId: await account('notes'), fields: note })
      return desk.handlers.notes.submit({ draftId: id })
    },
  }
  return api
}
export type BulkDeskUnderTest = Awaited<ReturnType<typeof bulkDesk>>

/** The next start after the computer lost power at this moment: what is on the disk is all that it finds. */
export async function afterCrash({ folder, keychain, clock, writerFor }: BulkDeskUnderTest): Promise<BulkDeskUnderTest> {
  const copy = mkdtempSync(path.join(tmpdir(), 'balie-bulk-'))
  copyDataFolder(folder, copy)
  const next = await bulkDesk({ from: { folder: copy, keychain, clock: new FakeClock(clock.now()) }, writerFor })
  await next.desk.start()
  return next
}

/** The next start after the app ended as it should. */
export async function afterQuit(desk: BulkDeskUnderTest): Promise<BulkDeskUnderTest> {
  await desk.close()
  return afterCrash(desk)
}
