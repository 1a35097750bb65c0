import type { SourceKind } from '#shared/domain/evidence.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { storeRefusal } from '../../attachments/refusal.ts'
import { gone } from '../../ipc/failure.ts'
import type { AttachmentRecords } from '../../storage/attachment-records.ts'
import type { AttachmentVault, VaultRecord } from '../../storage/attachment-vault.ts'
import type { SubmissionRecords } from '../../storage/submission-records.ts'
import type { EvidenceViews } from './evidence.ts'
import type { FileStreams } from './streams.ts'

export interface ShownFileDeps {
  attachments: Pick<AttachmentRecords, 'get'>
  records: Pick<SubmissionRecords, 'get'>
  evidence: EvidenceViews
  vault: Pick<AttachmentVault, 'read'>
  streams: FileStreams
  /** Opens a copy of the file in the program that the system has for it. */
  openOutside(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
}

type File = VaultRecord & { name: string; kind: SourceKind }
/** Which file is meant: one of a draft's, the one that goes with it, or the one that went with an item. */
type Which = { draftId: string; sourceId: string | null } | { itemId: string }

/** Files of drafts and items to look at. What is shown is what is kept in the vault, also long after it was sent. */
export function shownFile(deps: ShownFileDeps): Pick<GroupHandlers<(typeof contract)['attachments']>, 'open' | 'openOutside'> {
  const attachment = (id: string | null): File => {
    const record = id === null ? null : deps.attachments.get(id)
    if (!record) throw gone()
    return { ...record, kind: record.format === 'jpeg' ? 'jpg' : record.format }
  }
  const fileOf = (which: Which): File => {
    if ('itemId' in which) return attachment(deps.records.get(which.itemId)?.attachmentId ?? null)
    const draft = deps.evidence.draftWithFile(which.draftId)
    if (which.sourceId === null) return attachment(draft.attachmentId)
    const source = deps.evidence.sourcesOf(draft).find(({ id }) => id === which.sourceId)
    if (!source) throw gone()
    return { ...source, id: source.fileId }
  }
  return {
    open(which) {
      const { id, name, kind, bytes, sha256, sealed } = fileOf(which)
      return { path: deps.streams.offer({ id, bytes, sha256, sealed }), name, kind }
    },
    async openOutside(which) {
      const file = fileOf(which)
      try {
        await deps.openOutside(outsideName(file), deps.vault.read(file))
      } catch (error) {
        throw storeRefusal(error, file.name)
      }
      return {}
    },
  }
}

/** SECURITY: the ending says which program opens it, so it is that of what the file is; nothing that a system would run. */
function outsideName({ name, kind }: File): string {
  const dot = name.lastIndexOf('.')
  const endings: readonly string[] = [kind, ...(otherEndings[kind] ?? [])]
  return dot > 0 && endings.includes(name.slice(dot + 1).toLowerCase()) ? name : `${name}.${kind === 'text' ? 'txt' : kind}`
}

const otherEndings: Partial<Record<SourceKind, readonly string[]>> = { jpg: ['jpeg'], tiff: ['tif'], text: ['txt'] }
