import type { Attachment } from '#shared/domain/attachment.ts'
import type { Draft, DraftSummary } from '#shared/vendors/index.ts'
import { gone } from '../ipc/failure.ts'
import type { DraftRecords, StoredDraft } from '../storage/draft-records.ts'

export interface DraftViewsDeps {
  drafts: DraftRecords
  /** A file as the screens know it; null where there is none. */
  attachmentView(id: string | null): Promise<Attachment | null>
}

/** More of a text than this no row shows; a whole document that was pasted into a field stays here. */
const shownOfText = 300

/** A draft as a list shows it. */
export const draftSummary = ({ kind, id, accountId, fields, createdAt, updatedAt }: StoredDraft): DraftSummary =>
  ({
    kind,
    id,
    accountId,
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.slice(0, shownOfText).toWellFormed() : value,
      ]),
    ),
  }) as DraftSummary

/** A draft as the screens see it. */
export function draftViews(deps: DraftViewsDeps) {
  const of = async (draft: StoredDraft): Promise<Draft> => {
    const { kind, fields, id, accountId, revision, createdAt, updatedAt, refusal, attachmentId } = draft
    return {
      kind,
      fields,
      id,
      accountId,
      revision,
      createdAt: new Date(createdAt).toISOString(),
      updatedAt: new Date(updatedAt).toISOString(),
      refusal,
      attachment: await deps.attachmentView(attachmentId),
    } as Draft
  }
  const get = (id: string): Promise<Draft> => {
    const draft = deps.drafts.get(id)
    if (!draft) throw gone()
    return of(draft)
  }
  return { of, get }
}
export type DraftViews = ReturnType<typeof draftViews>
