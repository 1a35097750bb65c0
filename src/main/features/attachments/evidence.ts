import type { Attachment } from '#shared/domain/attachment.ts'
import { formatAsItIs, isWord, type Evidence, type Source } from '#shared/domain/evidence.ts'
import { noEdits } from '#shared/domain/evidence-limits.ts'
import { kinds } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import { sharedVendorOf } from '#shared/vendors/index.ts'
import { createHash } from 'node:crypto'
import { gone } from '../../ipc/failure.ts'
import type { AccountRecords } from '../../storage/account-records.ts'
import type { AttachmentRecords } from '../../storage/attachment-records.ts'
import type { AttachmentVault } from '../../storage/attachment-vault.ts'
import type { DraftRecords, StoredDraft } from '../../storage/draft-records.ts'
import type { DraftSourceRecords, StoredSource } from '../../storage/draft-source-records.ts'

export interface EvidenceDeps {
  drafts: Pick<DraftRecords, 'get'>
  sources: Pick<DraftSourceRecords, 'of' | 'made'>
  attachments: Pick<AttachmentRecords, 'get'>
  accounts: Pick<AccountRecords, 'get'>
  vault: Pick<AttachmentVault, 'check'>
  attachmentView(id: string | null): Promise<Attachment | null>
}

/** Changes with every change of what is put together, and with nothing else. */
const versionOf = (sources: readonly StoredSource[], maxBytes: number): string =>
  createHash('sha256')
    .update(JSON.stringify([maxBytes, sources.map(({ id, fileId, edits }) => [id, fileId, edits])]))
    .digest('hex')
    .slice(0, 32)

/** What a draft's files are and what goes of them: the one answer for its form, its review and its filing. */
export function evidenceOf(deps: EvidenceDeps) {
  const draftWithFile = (draftId: string): StoredDraft => {
    const draft = deps.drafts.get(draftId)
    if (!draft || !kinds[draft.kind].attachment) throw gone()
    return draft
  }
  const limitOf = (draft: StoredDraft): number => {
    const settings = deps.accounts.get(draft.accountId)?.settings
    if (settings?.kind !== kinds[draft.kind].vendor) return 0
    return sharedVendorOf(draft.kind).maxFileBytes?.(settings) ?? 0
  }

  /** A draft from before files were kept one by one, or of an item that had one: that one file. */
  const sourcesOf = (draft: StoredDraft): StoredSource[] => {
    const kept = deps.sources.of(draft.id)
    const record = kept.length > 0 || draft.attachmentId === null ? null : deps.attachments.get(draft.attachmentId)
    if (!record) return kept
    const { id, name, format, bytes, sha256, sealed, doubt, createdAt } = record
    const kind = format === 'jpeg' ? 'jpg' : format
    return [{ id, fileId: id, name, kind, bytes, sha256, sealed, doubt, edits: noEdits, createdAt: Date.parse(createdAt) }]
  }

  /** The file that can go as it is, where that is all there is. */
  const asItIs = (sources: readonly StoredSource[], maxBytes: number): StoredSource | null => {
    const [only] = sources
    return only && sources.length === 1 && formatAsItIs(only, maxBytes) !== null ? only : null
  }

  const viewOf = async ({ id, name, kind, bytes, doubt, edits, fileId, sha256, sealed }: StoredSource): Promise<Source> => ({
    id,
    name,
    kind,
    bytes,
    doubt,
    edits,
    state: fileId === '' ? 'lost' : await deps.vault.check({ id: fileId, bytes, sha256, sealed }),
  })

  /** Why these cannot be put together, and what can be done. */
  function obstacleTo(sources: readonly Source[], maxBytes: number): Message | null {
    const lost = sources.find(({ state }) => state === 'lost')
    if (lost) return { id: 'attachment.lost', values: { name: lost.name } }
    const word = sources.find(({ kind }) => isWord(kind))
    if (!word) return null
    if (sources.length > 1) return { id: 'evidence.wordBesideOthers', values: { name: word.name } }
    return { id: 'attachment.tooLarge', values: { name: word.name, limit: Math.round(maxBytes / 1024 / 1024) } }
  }

  async function of(draft: StoredDraft): Promise<Evidence> {
    const kept = sourcesOf(draft)
    const maxBytes = limitOf(draft)
    const sources = await Promise.all(kept.map(viewOf))
    const common = { sources, maxBytes, version: versionOf(kept, maxBytes), file: null, made: null, stopped: null }
    if (kept.length === 0) return { ...common, state: 'none' }
    const file = await deps.attachmentView(draft.attachmentId)
    if (asItIs(kept, maxBytes)) return { ...common, state: 'as-it-is', file }
    const made = draft.attachmentId === null ? null : deps.sources.made(draft.attachmentId)
    if (made && file?.state === 'stored') return { ...common, state: 'made', file, made }
    const stopped = obstacleTo(sources, maxBytes)
    return { ...common, state: stopped ? 'stopped' : 'to-make', stopped }
  }

  return {
    draftWithFile,
    limitOf,
    sourcesOf,
    asItIs,
    of,
    /** SECURITY: nothing is filed without the files that a person gave for it: what is not put together yet holds it back. */
    async obstacle(draft: StoredDraft): Promise<Message | null> {
      if (!kinds[draft.kind].attachment) return null
      const { state, stopped } = await of(draft)
      return state === 'stopped' ? stopped : state === 'to-make' ? { id: 'evidence.notMadeYet' } : null
    },
  }
}
export type EvidenceViews = ReturnType<typeof evidenceOf>
