import { describe, sharedVendorOf } from '#shared/vendors/index.ts'
import { randomUUID } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { kindOfBulk } from '#shared/domain/kinds.ts'
import type { AttachmentDoubt } from '#shared/domain/attachment.ts'
import type { Message } from '#shared/domain/message.ts'
import { checkFile } from '../../attachments/check.ts'
import { storeRefusal } from '../../attachments/refusal.ts'
import { AppFailure } from '../../ipc/failure.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { AttachmentRecords, StoredAttachment } from '../../storage/attachment-records.ts'
import type { AttachmentVault } from '../../storage/attachment-vault.ts'
import { rowItemId, type BulkRowRecords } from '../../storage/bulk-row-records.ts'
import type { StoredRun } from '../../storage/bulk-run-records.ts'
import type { BulkTableRecords } from '../../storage/bulk-table-records.ts'
import type { Ledger } from '../../storage/ledger.ts'
import type { SubmissionRecords } from '../../storage/submission-records.ts'
import type { Clock } from '../../submissions/clock.ts'
import { supersede } from '../../submissions/superseding.ts'
import type { Colleagues } from '../vocabulary/colleagues.ts'
import type { FileEntry, Files } from '../vocabulary/files.ts'
import { Unreadable } from '../vocabulary/unreadable.ts'
import { candidateRows } from '../checking/candidates.ts'
import type { Judge } from '../checking/judging.ts'
import type { JudgedRow } from '../checking/rows.ts'
import { breath } from '../vocabulary/breath.ts'

export interface RowItemsDeps {
  ledger: Ledger
  table: BulkTableRecords
  rows: BulkRowRecords
  records: Pick<SubmissionRecords, 'repeatsOfNote' | 'change'>
  attachments: Pick<AttachmentRecords, 'insert'>
  vault: Pick<AttachmentVault, 'store'>
  /** Where the vault is: its disk must hold all files of a run. */
  vaultFolder: string
  colleagues: Pick<Colleagues, 'agree'>
  clock: Clock
}

/** Left free on the disk beside the files: the ledger grows too, and a full disk stops more than this app. */
const spareBytes = 200 * 1024 * 1024

/** A file that can't go with its row; nothing of the run leaves. */
export class RowFileRefused extends Error {
  readonly row: number
  readonly sentence: Message
  constructor(row: number, sentence: Message, options?: ErrorOptions) {
    super('The file of a row was refused', options)
    this.name = 'RowFileRefused'
    this.row = row
    this.sentence = sentence
  }
}

/** Where the rows' files are, and who hears of them. */
export interface Writing {
  files: Files | null
  /** A file may go and may not open elsewhere. */
  onDoubt(row: number, doubt: AttachmentDoubt): void
  signal: AbortSignal
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)

/**
 * Makes items of a run's rows; nothing leaves before the last is written. A dispute's file goes into the vault at this
 * moment: from then on the run needs neither the folder nor the ZIP, whatever happens to them while it is sent, paused or
 * taken up again tomorrow.
 */
export function rowItems(deps: RowItemsDeps) {
  const { ledger, table, rows, records, clock } = deps

  async function checkSpace(bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(deps.vaultFolder)
    if (bytes + spareBytes <= bavail * bsize) return
    const values = { needed: megabytes(bytes + spareBytes), free: megabytes(bavail * bsize) }
    throw new AppFailure({ kind: 'invalid', message: { id: 'bulk.start.noSpace', values } })
  }

  async function keepFile(
    row: number,
    entry: FileEntry,
    files: Files,
    { settings }: StoredAccount,
    maxBytes: number,
  ): Promise<StoredAttachment> {
    const audience = settings.environment === 'practice' ? 'practice' : 'live'
    try {
      const file = await files.open(entry, maxBytes)
      try {
        const id = randomUUID()
        const { name, format, doubt } = await checkFile(file, maxBytes)
        const stored = await deps.vault.store(file, { id, maxBytes, audience })
        return { id, name, format, doubt, ...stored, createdAt: new Date(clock.now()).toISOString() }
      } finally {
        await file.close()
      }
    } catch (error) {
      if (error instanceof Unreadable) throw new RowFileRefused(row, error.sentence, { cause: error })
      const refused = storeRefusal(error, entry.name)
      if (!(refused instanceof AppFailure)) throw refused
      throw new RowFileRefused(row, refused.failure.message, { cause: error })
    }
  }

  const leaves = (run: StoredRun, judged: JudgedRow) =>
    judged.standing === 'good' || (judged.standing === 'duplicate' && run.includeDuplicates)

  async function* judgedRows(run: StoredRun, judge: Judge, signal: AbortSignal): AsyncGenerator<JudgedRow[]> {
    for await (const piece of candidateRows(run, { table, rows })) {
      signal.throwIfAborted()
      const kept = piece.filter(({ leftOut }) => !leftOut).map((row) => judge.judge(row))
      yield kept.filter((judged) => leaves(run, judged))
    }
  }

  return {
    /** The bytes of all files that would be copied; fails where the disk can't hold them. */
    async checkFiles(run: StoredRun, judge: Judge, signal: AbortSignal): Promise<void> {
      let bytes = 0
      for await (const piece of judgedRows(run, judge, signal)) for (const { file } of piece) bytes += file?.bytes ?? 0
      await checkSpace(bytes)
    },
    /** Answers with how many items there are now. Copying files can take minutes: `signal` breaks that off. */
    async write(run: StoredRun, judge: Judge, account: StoredAccount, { files, onDoubt, signal }: Writing): Promise<number> {
      const maxBytes = sharedVendorOf(kindOfBulk(run.kind)).maxFileBytes?.(account.settings) ?? 0
      let count = 0
      for await (const piece of judgedRows(run, judge, signal)) {
        const attached = new Map<number, StoredAttachment>()
        for (const { row, file } of piece) {
          if (!file || !files) continue
          signal.throwIfAborted()
          const kept = await keepFile(row, file, files, account, maxBytes)
          if (kept.doubt) onDoubt(row, kept.doubt)
          attached.set(row, kept)
        }
        const at = clock.now()
        // None of it counts before the run is `sending`, whose commit has all of this on disk.
        ledger.unflushed(() => {
          for (const { row, payload, seen } of piece) {
            if (!payload) continue
            const attachment = attached.get(row)
            if (attachment) deps.attachments.insert(attachment)
            const description = describe(payload, run.boundOrigin)
            supersede(records, description.noteKey, at)
            rows.insert(run, { row, payload, attachmentId: attachment?.id ?? null, ...description }, at)
            // A person read that a colleague was earlier, and wants it sent all the same.
            if (seen !== undefined) deps.colleagues.agree(rowItemId(run, row), seen)
            count += 1
          }
        })
      }
      return count
    },
    /** Takes back a writing that did not come to its end. Its files go with the vault's next sweep. */
    async takeBack(run: StoredRun): Promise<void> {
      if (!rows.hasRound(run)) return
      rows.restoreReplaced(run)
      while (rows.eraseSome(run)) await breath()
    },
  }
}
export type RowItems = ReturnType<typeof rowItems>
