import { dayMs } from '#shared/domain/time-spans.ts'
import path from 'node:path'
import { retentionNames, type Retention } from '#shared/domain/retention.ts'
import type { AttachmentVault } from '../storage/attachment-vault.ts'
import type { ErasedText } from '../storage/erased-text.ts'
import type { ExpiredRecords, Horizons } from '../storage/expired-records.ts'
import type { Ledger } from '../storage/ledger.ts'
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

/** Items that are looked at, and that lose their text, in one go: each go is a few milliseconds. */
const windowItems = 500
const itemsAtOnce = 10
const filesAtOnce = 10
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

  const pause = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve))
  /** Lets everything else have its turn; false once the app ends. */
  async function mayGoOn(): Promise<boolean> {
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (!stopping.signal.aborted && deps.isSending()) await pause(patienceMs)
    return !stopping.signal.aborted
  }

  /** The names of files go once nothing names them, then the files: a crash between leaves a file that is nobody's. */
  async function eraseFiles(ids: readonly string[]): Promise<void> {
    for (const id of ids) if (expired.forgetFile(id)) await vault.erase(id)
  }

  async function texts(horizons: Horizons): Promise<boolean> {
    let changed = false
    for (let after = 0; await mayGoOn();) {
      const to = expired.windowAfter(after, windowItems)
      if (to === null) break
      const due = expired.itemsWithin(after, to, horizons)
      for (let at = 0; at < due.length && (await mayGoOn()); at += itemsAtOnce) {
        const some = due.slice(at, at + itemsAtOnce)
        const erased = ledger.transaction(() => some.flatMap((seq) => text.erase(seq, clock.now(), { keepsNumber: true }) ?? []))
        changed ||= erased.length > 0
        await eraseFiles(erased.flatMap(({ attachmentId }) => attachmentId ?? []))
      }
      after = to
    }
    return changed
  }

  async function files(before: number): Promise<boolean> {
    let changed = false
    while (await mayGoOn()) {
      const ids = expired.files(before, filesAtOnce)
      if (ids.length === 0) break
      changed = true
      // First in the ledger: where the app ends between the two, the vault takes the file for nobody's.
      ledger.transaction(() => ids.forEach((id) => expired.fileIsGone(id, clock.now())))
      for (const id of ids) await vault.erase(id)
    }
    return changed
  }

  async function tables(before: number): Promise<boolean> {
    const runs = expired.runs(before)
    for (const id of runs) if (await mayGoOn()) await deps.eraseTable(id)
    return runs.length > 0
  }

  return {
    /** All of it, once; false where the keychain kept it from taking text away, so that it is tried again. */
    async run(): Promise<boolean> {
      const now = clock.now()
      const horizons = horizonsOf(deps.retention(), now)
      if (!(await mayGoOn())) return false
      await eraseFiles(ledger.transaction(() => expired.eraseDrafts(horizons.unsent)))
      for (const id of ledger.transaction(() => expired.eraseSources(horizons.files))) {
        expired.forgetFile(id)
        await vault.erase(id)
      }
      let changed = await files(horizons.files)
      changed = (await tables(horizons.tables)) || changed
      const keeper = await deps.traces.ready(deps.isForVendors())
      if (keeper !== 'nowhere') changed = (await texts(horizons)) || changed
      if (await mayGoOn()) {
        ledger.transaction(() => {
          expired.forgetLeftOver(horizons.unsent)
          expired.forgetRunNames(horizons.texts)
        })
      }
      await vault.emptyRemoved()
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
