import type { Attachment } from '#shared/domain/attachment.ts'
import type { Attempt, SubmissionDetail, SubmissionSummary } from '#shared/domain/submission.ts'
import { progressSchema } from '#shared/domain/submission.ts'
import type { ListedSubmission, SubmissionQueries } from '../storage/submission-queries.ts'
import { actionsOf } from '../submissions/actions.ts'

const iso = (ms: number) => new Date(ms).toISOString()

/** An item as a list shows it. */
export function summaryOf(item: ListedSubmission, attachmentName: string | null, now: number): SubmissionSummary {
  const waits = item.state === 'queued' && item.notBefore !== null && item.notBefore > now
  const blocked =
    item.state === 'queued' && item.reason === null
      ? item.accountPaused
        ? 'outbox.accountPaused'
        : item.waitsForEarlier
          ? 'outbox.waitsForEarlier'
          : null
      : null
  return {
    id: item.id,
    kind: item.kind,
    accountId: item.accountId,
    accountName: item.accountName,
    environment: item.environment,
    state: item.state,
    stateAt: iso(item.stateAt),
    createdAt: iso(item.createdAt),
    subject: item.subject,
    context: item.context,
    excerpt: item.excerpt,
    test: item.test,
    attachmentName,
    notBefore: waits && item.notBefore !== null ? iso(item.notBefore) : null,
    inHold: waits && item.inHold,
    attemptCount: item.attemptCount,
    reason: blocked ? { id: blocked } : item.reason,
    vendorNumber: item.vendorNumber,
    confirmedByPerson: item.confirmedByPerson,
    actions: actionsOf(item, { superseded: item.supersededBy !== null, now }),
  }
}

/** An item with everything that is known of it. */
export function detailOf(
  item: ListedSubmission,
  attachment: Attachment | null,
  history: Pick<SubmissionQueries, 'attempts' | 'decisions' | 'runOf'>,
  now: number,
): SubmissionDetail {
  const attempts = history.attempts(item.id).map((row): Attempt => ({
    number: row.number,
    startedAt: iso(row.started_at),
    endedAt: row.ended_at === null ? null : iso(row.ended_at),
    progress: row.ended_at === null ? null : progressSchema.parse(row.progress),
    request: { method: row.method, host: row.host, bodyBytes: row.body_bytes },
    status: row.status,
    answer: row.answer,
    stateAfter: row.state_after,
    reason: row.reason,
  }))
  return {
    ...summaryOf(item, attachment?.name ?? null, now),
    payload: item.payload,
    attachment,
    head: item.head,
    fields: item.fields,
    attempts,
    decisions: history.decisions(item.id).map(({ at, ...rest }) => ({ ...rest, at: iso(at) })),
    supersededBy: item.supersededBy,
    replacedBy: item.replacedBy,
    row:
      item.runId === null || item.runRow === null
        ? null
        : { runId: String(item.runId), number: item.runRow, ...history.runOf(item.runId) },
  }
}
