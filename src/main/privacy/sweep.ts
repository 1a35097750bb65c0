import { dayMs } from '#shared/domain/time-spans.ts'
import path from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { retentionNames, type Retention } from '#shared/domain/retention.ts'
import type { AttachmentVault } from '../storage/attachment-vault.ts'
import type { ErasedText } from '../storage/erased-text.ts'
import type { ExpiredRecords, Horizons, Window } from '../storage/expired-records.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { OpenedCopies } from '../storage/opened-copies.ts'
import type { Traces } from '../storage/traces.ts'
import type { Clock } from '../submissions/clock.ts'
import { brokenPreferences, eraseOlder } from './expired-files.ts'
import { dropFromLogs, isOlderThan } from './log-lines.ts'

export interface SweepDeps {
  ledger: Ledger
  expired: ExpiredRecords
  text: ErasedText
  traces: Traces
  vault: Pick<AttachmentVault, 'erase' | 'emptyRemoved'>
  copies: Pick<OpenedCopies, 'clear'>
  /** The data folder. */
  folder: string
  clock: Clock
  retention(): Retention
  /** Whether anything of a vendor's stands in the ledger: only then is a keychain asked. */
  isForVendors(): boolean
  /** While something leaves, this waits. */
  isSending(): boolean
  /** Forgets the table of a run that is over. */
  eraseTable(runId: number): Promise<void>
  onChange(): void
  log(message: string, error: unknown): void
}

/** Rows that are looked at in one go: a millisecond or two. */
const atOnce = 200
/** How long items lose their text in one go, with what the commit takes after it; a text is a millisecond, and its words are hundreds of places in the index. */
const goMs = 1.5
const mostAtOnce = 10
/** How long it waits for what is being sent before it looks again. */
const patienceMs = 2_000

/** Moments before which things are too old, each by its own kind. */
export function horizonsOf(retention: Retention, now: number): Horizons & { logs: number } {
  const before = Object.fromEntries(retentionNames.map((kind) => [kind, now - retention[kind] * dayMs]))
  const all = before as Record<keyof Retention, number>
  // The rows of a table are the text of its items.
  return { ...all, tables: Math.max(all.tables, all.texts) }
}

/**
 * Takes away what has been kept for long enough: some at a time, each a small transaction, and none while anything is being sent.
 * What waits, is under way or of unknown outcome stays, and so does what can't be read.
 */
export function sweep(deps: SweepDeps) {
  const { ledger, expired, text, vault, clock, log } = deps
  const stopping = new AbortController()
  /** Whether anything went that a screen may show. */
  let changed = false

  const pause = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve))
  /** Lets everything else have its turn; false once the app ends. */
  async function mayGoOn(): Promise<boolean> {
    await breath()
    while (!stopping.signal.aborted && deps.isSending()) await pause(patienceMs)
    return !stopping.signal.aborted
  }

  /** The windows of a table for as long as it may go on, each with a turn of everything else before it. */
  async function* windows(of: 'items' | 'files' | 'sources'): AsyncGenerator<Window> {
    for (const window of expired.windows(of, atOnce)) {
      if (!(await mayGoOn())) return
      yield window
    }
  }

  /**
   * The names of files go once nothing names them, then the files: a crash between leaves a file that is nobody's. By a transaction,
   * which brings all before it to the disk, and each in a turn of its own: a commit is the longest of what is done here.
   */
  async function eraseFiles(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await breath()
      if (ledger.transaction(() => expired.forgetFile(id))) await vault.erase(id)
    }
  }

  /** As many of these items as a go has time for, one at least; answers with how many. */
  async function eraseSome(seqs: readonly number[]): Promise<number> {
    const erased: NonNullable<ReturnType<ErasedText['erase']>>[] = []
    let done = 0
    // One that a power cut brings back goes the next day.
    ledger.unflushed(() => {
      for (const end = clock.steady() + goMs; done < Math.min(seqs.length, mostAtOnce) && (done === 0 || clock.steady() < end);) {
        const one = text.erase(seqs[done] ?? 0, clock.now(), { keepsNumber: true })
        if (one) erased.push(one)
        done += 1
      }
    })
    await eraseFiles(erased.flatMap(({ attachmentId }) => attachmentId ?? []))
    changed ||= erased.length > 0
    return done
  }
  async function texts(horizons: Horizons): Promise<void> {
    for await (const window of windows('items')) {
      const due = expired.itemsWithin(window, horizons)
      for (let at = 0; at < due.length && (await mayGoOn());) at += await eraseSome(due.slice(at))
    }
  }

  async function files(before: number): Promise<void> {
    for await (const window of windows('files')) {
      const due = expired.filesWithin(window, before)
      if (due.length === 0) continue
      changed = true
      // First in the ledger: where the app ends between the two, the vault takes the file for nobody's.
      ledger.transaction(() => due.forEach((id) => expired.fileIsGone(id, clock.now())))
      for (const id of due) await vault.erase(id)
    }
  }

  async function sources(before: number): Promise<void> {
    for await (const window of windows('sources')) {
      for (const id of expired.eraseSources(window, before)) {
        expired.forgetFile(id)
        await vault.erase(id)
      }
    }
  }

  async function tables(before: number): Promise<void> {
    const runs = expired.runs(before)
    for (const id of runs) if (await mayGoOn()) await deps.eraseTable(id)
    changed ||= runs.length > 0
  }

  return {
    /** All of it, once; false where the keychain kept it from taking text away, so that it is tried again. */
    async run(): Promise<boolean> {
      const now = clock.now()
      const horizons = horizonsOf(deps.retention(), now)
      if (!(await mayGoOn())) return false
      changed = false
      await eraseFiles(ledger.transaction(() => expired.eraseDrafts(horizons.unsent)))
      await sources(horizons.files)
      await files(horizons.files)
      await tables(horizons.tables)
      const keeper = await deps.traces.ready(deps.isForVendors())
      if (keeper !== 'nowhere') await texts(horizons)
      for await (const window of windows('files')) expired.forgetLeftOver(window, horizons.unsent)
      if (await mayGoOn()) expired.forgetRunNames(horizons.texts)
      await vault.emptyRemoved()
      await deps.copies.clear(now - dayMs)
      await dropFromLogs(path.join(deps.folder, 'logs'), isOlderThan(horizons.logs))
      await eraseOlder(await brokenPreferences(deps.folder), horizons.logs)
      if (changed) deps.onChange()
      if (keeper === 'nowhere') log('Old texts could not be erased: the keychain gives no key', null)
      return keeper !== 'nowhere'
    },
    stop(): void {
      stopping.abort()
    },
  }
}
export type Sweep = ReturnType<typeof sweep>
