import { formatAsItIs } from '#shared/domain/evidence.ts'
import type { AttachmentRecords } from '../../storage/attachment-records.ts'
import type { DraftRecords, StoredDraft } from '../../storage/draft-records.ts'
import type { DraftSourceRecords, StoredSource } from '../../storage/draft-source-records.ts'
import type { Ledger } from '../../storage/ledger.ts'
import type { EvidenceViews } from './evidence.ts'

export interface KeepSourcesDeps {
  ledger: Pick<Ledger, 'transaction'>
  drafts: Pick<DraftRecords, 'setAttachment'>
  attachments: Pick<AttachmentRecords, 'insert' | 'get'>
  sources: Pick<DraftSourceRecords, 'replace'>
  evidence: Pick<EvidenceViews, 'asItIs' | 'limitOf'>
}

/** What a draft has from now on; where one file goes as it is, that is what goes, else nothing until they are put together. */
export const keepSources =
  ({ ledger, drafts, attachments, sources: records, evidence }: KeepSourcesDeps) =>
  (draft: StoredDraft, sources: readonly StoredSource[]): void => {
    const only = evidence.asItIs(sources, evidence.limitOf(draft))
    const format = only && formatAsItIs(only, only.bytes)
    ledger.transaction(() => {
      records.replace(draft.id, sources)
      if (only && format && !attachments.get(only.fileId)) {
        const { fileId: id, name, bytes, sha256, sealed, doubt, createdAt } = only
        attachments.insert({ id, name, format, bytes, sha256, sealed, doubt, createdAt: new Date(createdAt).toISOString() })
      }
      drafts.setAttachment(draft.id, only?.fileId ?? null)
    })
  }
export type KeepSources = ReturnType<typeof keepSources>
