import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { PrivacyState } from '#shared/domain/privacy.ts'
import type { AttachmentVault } from '../storage/attachment-vault.ts'
import type { ErasedText } from '../storage/erased-text.ts'
import type { ExpiredRecords } from '../storage/expired-records.ts'
import { cleanPages } from '../storage/ledger-pages.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { OpenedCopies } from '../storage/opened-copies.ts'
import type { ErasureTargets, PersonErasure } from '../storage/person-erasure.ts'
import type { PreferenceFile } from '../storage/preferences.ts'
import type { Traces } from '../storage/traces.ts'
import type { Clock } from '../submissions/clock.ts'
import { dropFromLogs } from './log-lines.ts'
import { matcher } from './matching.ts'

export interface ErasingDeps {
  ledger: Ledger
  erasure: PersonErasure
  expired: ExpiredRecords
  text: ErasedText
  traces: Traces
  vault: Pick<AttachmentVault, 'erase'>
  preferences: Pick<PreferenceFile, 'forgetFolders'>
  folder: string
  clock: Clock
  isForVendors(): boolean
  /** As part of the transaction that takes an item's text. */
  onItem(seq: number): void
  /** While something leaves, this waits. */
  isSending(): boolean
  /** Forgets the table of a run, its copy on the disk included. */
  eraseTable(runId: number): Promise<void>
  /** Files that another program shows, in the clear and under their names: whose they are is not known. */
  copies: Pick<OpenedCopies, 'clear'>
  /** Empties what Chromium keeps of the page. */
  clearPage(): Promise<void>
  onChange(): void
  log(message: string, error: unknown): void
}

const itemsAtOnce = 10
const sourcesAtOnce = 200
const patienceMs = 500
const pagesDue = 'pages-due'

/**
 * Erases what a person chose, in an order in which each step can be done again: what is not done when the app ends is done at the
 * next start. The keys are in the ledger until then, and go with the last of it.
 */
export function erasing(deps: ErasingDeps) {
  const { ledger, erasure, expired, vault, clock } = deps
  const stopping = new AbortController()
  const ended = new Promise<never>((_resolve, reject) => {
    stopping.signal.addEventListener('abort', () => reject(stopping.signal.reason))
  })
  ended.catch(() => undefined)
  const breath = () => new Promise<void>((resolve) => setImmediate(resolve))
  let progress: PrivacyState['erasing'] = null
  let failed = false
  let running: Promise<void> | null = null

  const tell = (next: PrivacyState['erasing']) => {
    progress = next
    deps.onChange()
  }
  async function turn(): Promise<void> {
    await breath()
    while (deps.isSending()) {
      stopping.signal.throwIfAborted()
      await new Promise<void>((resolve) => void clock.after(patienceMs, resolve))
    }
    stopping.signal.throwIfAborted()
  }
  async function eraseFiles(ids: readonly (string | null)[]): Promise<void> {
    for (const id of ids) if (id !== null && expired.forgetFile(id)) await vault.erase(id)
  }

  async function fromLedger({
    items,
    drafts,
    runs,
    plans,
    searches,
    templates,
    attachments,
    terms,
  }: ErasureTargets): Promise<void> {
    const speaks = matcher(terms)
    const total = items.length + drafts.length + runs.length
    for (let at = 0; at < items.length; at += itemsAtOnce) {
      await turn()
      tell({ step: 'ledger', done: at, total })
      const files = ledger.transaction(() =>
        items.slice(at, at + itemsAtOnce).map((seq) => {
          const erased = deps.text.erase(seq, clock.now(), { keepsNumber: false })
          if (!erased) erasure.forgetNumber(seq)
          deps.onItem(seq)
          return erased?.attachmentId ?? null
        }),
      )
      await eraseFiles(files)
    }
    await turn()
    await eraseFiles(ledger.transaction(() => drafts.map(erasure.eraseDraft)))
    // What their files were put together of: nothing names it any more.
    for (const window of expired.windows('sources', sourcesAtOnce)) {
      await turn()
      for (const id of ledger.transaction(() => expired.eraseSources(window, 0))) {
        expired.forgetFile(id)
        await vault.erase(id)
      }
    }
    for (const { id, rows } of runs) {
      await turn()
      if (rows === null) await deps.eraseTable(id)
      ledger.transaction(() => erasure.eraseRows(id, rows ?? [], speaks))
    }
    ledger.transaction(() => {
      plans.forEach(([kind, layout]) => erasure.erasePlan(kind, layout))
      searches.forEach((id) => erasure.eraseSearch(id))
      templates.forEach((id) => erasure.eraseTemplate(id))
    })
    await eraseFiles(attachments)
  }

  async function fromFiles({ terms, logs, preferences, files }: ErasureTargets): Promise<void> {
    const speaks = matcher(terms)
    if (logs) await dropFromLogs(path.join(deps.folder, 'logs'), speaks)
    if (preferences) deps.preferences.forgetFolders(speaks)
    for (const name of files) await rm(path.join(deps.folder, path.basename(name)), { recursive: true, force: true })
    await deps.copies.clear()
    // A page that never answers does not keep the app from ending. Ours stores nothing: where Chromium can't be emptied, the
    // ledger's pages are all the same.
    const cleared = deps.clearPage().catch((error: unknown) => deps.log('What Chromium keeps could not be emptied', error))
    await Promise.race([cleared, ended])
  }

  async function work(): Promise<void> {
    for (const { id, targets } of erasure.begun()) {
      tell({ step: 'waiting', done: 0, total: targets.items.length })
      await turn()
      if ((await deps.traces.ready(deps.isForVendors())) === 'nowhere') throw new Error('The keychain gives no key')
      await fromLedger(targets)
      tell({ step: 'files', done: 0, total: 1 })
      await fromFiles(targets)
      ledger.transaction(() => {
        erasure.end(id)
        expired.setUpkeep(pagesDue, 1)
      })
    }
    if (expired.upkeep(pagesDue) !== 1) return
    tell({ step: 'pages', done: 0, total: 1 })
    await turn()
    await cleanPages(ledger, breath, () => expired.setUpkeep(pagesDue, 0))
  }

  /** Goes on with whatever was begun. */
  function go(): void {
    running ??= work()
      .then(
        () => (failed = false),
        (error: unknown) => {
          failed = !stopping.signal.aborted
          if (failed) deps.log('A person could not be erased to the end', error)
        },
      )
      .then(() => {
        running = null
        tell(null)
      })
  }
  return {
    /** On disk when it returns: from here on it goes on whatever happens. */
    begin(targets: ErasureTargets): void {
      erasure.begin(targets, clock.now())
      progress = { step: 'waiting', done: 0, total: targets.items.length }
      go()
    },
    resume: go,
    state: () => ({ erasing: progress, failed }),
    async stop(): Promise<void> {
      stopping.abort()
      await running
    },
  }
}
export type Erasing = ReturnType<typeof erasing>
