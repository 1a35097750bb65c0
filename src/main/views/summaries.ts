import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import type { Attachment } from '#shared/domain/attachment.ts'
import { AppFailure, gone } from '../ipc/failure.ts'
import type { AttachmentRecords } from '../storage/attachment-records.ts'
import type { AnySubmission, ListedSubmission, SubmissionQueries } from '../storage/submission-queries.ts'
import type { Clock } from '../submissions/clock.ts'
import type { Looks } from '../submissions/looks.ts'
import type { Origins } from '../submissions/origins.ts'
import { detailOf, summaryOf } from './submission-view.ts'

export interface SummariesDeps {
  queries: SubmissionQueries
  attachments: AttachmentRecords
  attachmentView(id: string | null): Promise<Attachment | null>
  clock: Clock
  /** Whether an answer waits for room on the disk. */
  isUnstored(id: string): boolean
  /** When an unknown outcome is looked up. */
  looks: Pick<Looks, 'dueAt'>
  /** Why an item's origin or account waits. */
  origins: Pick<Origins, 'waitOf'>
}

/** Items as the screens see them, for every feature that answers with one. */
export function summaries({ queries, attachments, attachmentView, clock, isUnstored, looks, origins }: SummariesDeps) {
  const existing = (id: string): ListedSubmission => {
    const item = queries.find(id)
    if (!item) throw gone()
    // A screen that asks for all of it is told by name, and asks for what is left.
    if ('damage' in item && item.textGoneAt !== null) throw new AppFailure({ kind: 'invalid', message: { id: 'item.erased' } })
    if ('damage' in item) throw new AppFailure({ kind: 'invalid', message: { id: 'damage.item' } })
    return item
  }
  const nameOf = (id: string | null) => (id === null ? null : (attachments.get(id)?.name ?? null))
  const standing = (item: ListedSubmission) => {
    const wait = item.state === 'queued' ? origins.waitOf(item) : null
    return {
      isUnstored: isUnstored(item.id),
      looksAt: looks.dueAt(item.id),
      wait: wait && { reason: wait.reason, until: clock.now() + wait.until - clock.steady() },
    }
  }
  const view = (item: AnySubmission): SubmissionSummary =>
    'damage' in item
      ? summaryOf(item, { attachmentName: null, isUnstored: false }, clock.now())
      : summaryOf(item, { attachmentName: nameOf(item.attachmentId), ...standing(item) }, clock.now())
  return {
    view,
    /** What stays of an item whose text was erased. */
    erased(id: string): SubmissionSummary {
      const item = queries.find(id)
      if (!item || !('damage' in item) || item.textGoneAt === null) throw gone()
      return view(item)
    },
    of: (id: string): SubmissionSummary => view(existing(id)),
    async detail(id: string): Promise<SubmissionDetail> {
      const attachment = await attachmentView(existing(id).attachmentId)
      // Read after the wait: the item's state and its tries are of one moment.
      const item = existing(id)
      return detailOf(item, attachment, queries, clock.now(), standing(item))
    },
  }
}
export type Summaries = ReturnType<typeof summaries>
