import { randomUUID } from 'node:crypto'
import { attachmentFormats, type Attachment } from '#shared/domain/attachment.ts'
import { kinds } from '#shared/domain/kinds.ts'
import { sharedVendorOf } from '#shared/vendors/index.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { gone } from '../../ipc/failure.ts'
import type { AccountRecords } from '../../storage/account-records.ts'
import type { AttachmentRecords, StoredAttachment } from '../../storage/attachment-records.ts'
import type { AttachmentVault } from '../../storage/attachment-vault.ts'
import type { DraftRecords, StoredDraft } from '../../storage/draft-records.ts'
import { nameOf, openSource, type Source } from '../../storage/source-file.ts'
import { VaultFailure } from '../../storage/vault-failure.ts'
import { checkFile } from '../../attachments/check.ts'
import type { FileTokens } from './file-tokens.ts'
import { refusal, sourceRefusal, storeRefusal } from '../../attachments/refusal.ts'

export interface AttachmentsDeps {
  drafts: Pick<DraftRecords, 'get' | 'setAttachment'>
  attachments: Pick<AttachmentRecords, 'insert' | 'get'>
  accounts: Pick<AccountRecords, 'get'>
  vault: AttachmentVault
  tokens: Pick<FileTokens, 'take'>
  /** The native chooser, limited to these extensions; null when the person chose nothing. */
  chooseFile(extensions: readonly string[]): Promise<string | null>
  /** These drafts have another attachment now. */
  onChange(draftIds: string[]): void
  now?: () => Date
}

const previewMaxBytes = 5 * 1024 * 1024
const previewTypes = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg' } as const

/** A draft's file: checked and copied whole before the draft names it, so that a refused file changes nothing. */
export const attachments = (deps: AttachmentsDeps): GroupHandlers<(typeof contract)['attachments']> => {
  const { drafts, vault } = deps
  const inTurn = turns()

  const attach = (draftId: string, source: Source): Promise<Attachment> =>
    inTurn(draftId, async () => {
      const record = await keep(deps, draftWithFile(deps, draftId), source)
      try {
        // The draft may have been filed or removed while the file was copied.
        draftWithFile(deps, draftId)
        deps.attachments.insert(record)
        drafts.setAttachment(draftId, record.id)
      } catch (error) {
        await vault.remove(record.id)
        throw error
      }
      deps.onChange([draftId])
      const { id, name, format, bytes, sha256, doubt } = record
      return { id, name, format, bytes, sha256, state: 'stored', doubt }
    })

  return {
    async pick({ draftId }) {
      draftWithFile(deps, draftId)
      const path = await deps.chooseFile(attachmentFormats)
      return path === null ? null : attach(draftId, { path })
    },

    async attach({ draftId, token }) {
      const source = deps.tokens.take(token)
      if (!source) throw refusal('attachment.tokenGone')
      return attach(draftId, source)
    },

    /** The file itself goes with the vault's next sweep: an item made from the same draft may still name it. */
    remove: ({ draftId }) =>
      inTurn(draftId, async () => {
        draftWithFile(deps, draftId)
        drafts.setAttachment(draftId, null)
        deps.onChange([draftId])
        return {}
      }),

    async preview({ draftId }) {
      const { attachmentId } = draftWithFile(deps, draftId)
      const record = attachmentId === null ? null : deps.attachments.get(attachmentId)
      const type = record && record.format in previewTypes ? previewTypes[record.format as keyof typeof previewTypes] : null
      if (!record || !type || record.bytes > previewMaxBytes) return null
      try {
        const bytes = new Uint8Array(record.bytes)
        let filled = 0
        for await (const piece of vault.read(record)) {
          bytes.set(piece, filled)
          filled += piece.length
        }
        return { type, bytes }
      } catch (error) {
        if (error instanceof VaultFailure) return null
        throw error
      }
    },
  }
}

function draftWithFile({ drafts }: Pick<AttachmentsDeps, 'drafts'>, draftId: string): StoredDraft {
  const draft = drafts.get(draftId)
  if (!draft || !kinds[draft.kind].attachment) throw gone()
  return draft
}

/** Checks the file and copies it into the vault, in one opening. */
async function keep(
  { accounts, vault, now = () => new Date() }: AttachmentsDeps,
  draft: StoredDraft,
  source: Source,
): Promise<StoredAttachment> {
  const settings = accounts.get(draft.accountId)?.settings
  if (settings?.kind !== kinds[draft.kind].vendor) throw gone()
  const maxBytes = sharedVendorOf(draft.kind).maxFileBytes?.(settings) ?? 0
  const file = await openSource(source).catch((error: unknown) => {
    throw sourceRefusal(error, nameOf(source))
  })
  try {
    const id = randomUUID()
    const { name, format, doubt } = await checkFile(file, maxBytes)
    const audience = settings.environment === 'practice' ? 'practice' : 'live'
    return { id, name, format, doubt, ...(await vault.store(file, { id, maxBytes, audience })), createdAt: now().toISOString() }
  } catch (error) {
    throw storeRefusal(error, file.name)
  } finally {
    await file.close()
  }
}

/** One after the other for each draft, so that the file of the last drop is the one that stays, however large the first. */
function turns() {
  const last = new Map<string, Promise<unknown>>()
  return <T>(draftId: string, work: () => Promise<T>): Promise<T> => {
    const run = (last.get(draftId) ?? Promise.resolve()).then(work, work)
    const over = () => {
      if (last.get(draftId) === settled) last.delete(draftId)
    }
    // Whoever asked for it hears of a failure; the next in line only waits for its end.
    const settled: Promise<void> = run.then(over, over)
    last.set(draftId, settled)
    return run
  }
}
