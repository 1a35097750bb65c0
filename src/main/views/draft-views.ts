import type { Attachment } from '#shared/domain/attachment.ts'
import type { DisputeDraft, Draft, NoteDraft } from '#shared/domain/draft.ts'
import { gone } from '../ipc/failure.ts'
import type { DraftRecords, StoredDraft } from '../storage/draft-records.ts'

export interface DraftViewsDeps {
  drafts: DraftRecords
  /** A file as the screens know it; null where there is none. */
  attachmentView(id: string | null): Promise<Attachment | null>
}

/** A stored draft of one kind. */
export type StoredOf<K extends StoredDraft['kind']> = Extract<StoredDraft, { kind: K }>

/** A draft as the screens see it. */
export function draftViews(deps: DraftViewsDeps) {
  const common = (draft: StoredDraft) => ({
    id: draft.id,
    accountId: draft.accountId,
    revision: draft.revision,
    createdAt: new Date(draft.createdAt).toISOString(),
    updatedAt: new Date(draft.updatedAt).toISOString(),
    refusal: draft.refusal,
  })
  const ofDispute = async (draft: StoredOf<'dispute'>): Promise<DisputeDraft> => ({
    ...common(draft),
    kind: 'dispute',
    fields: draft.fields,
    attachment: await deps.attachmentView(draft.attachmentId),
  })
  const ofNote = (draft: StoredOf<'note'>): NoteDraft => ({ ...common(draft), kind: 'note', fields: draft.fields })
  const of = async (draft: StoredDraft): Promise<Draft> => (draft.kind === 'dispute' ? ofDispute(draft) : ofNote(draft))
  const get = (id: string): Promise<Draft> => {
    const draft = deps.drafts.get(id)
    if (!draft) throw gone()
    return of(draft)
  }
  return { of, ofDispute, ofNote, get }
}
export type DraftViews = ReturnType<typeof draftViews>
