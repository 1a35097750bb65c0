import type { Attachment } from '#shared/domain/attachment.ts'
import type { Attempt, SubmissionSummary } from '#shared/domain/submission.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { Message } from '#shared/domain/message.ts'
import type { AttemptReading } from '#shared/domain/reading.ts'
import type { AttemptRead } from '../storage/attempt-reads.ts'
import type { SalvagedSubmission } from '../storage/salvage.ts'
import type { AnySubmission, ListedSubmission, SubmissionQueries } from '../storage/submission-queries.ts'
import { actionsOf } from '../submissions/actions.ts'

const iso = (ms: number) => new Date(ms).toISOString()

/** What a list shows of an item that can't be read, or whose text was erased. */
function damagedSummary(item: SalvagedSubmission): SubmissionSummary {
  const { seq: _seq, runId: _runId, runRow: _runRow, textGoneAt, damage, ...known } = item
  const isErased = textGoneAt !== null
  return {
    ...known,
    damage: isErased ? null : damage,
    textGoneAt: isErased ? iso(textGoneAt) : null,
    stateAt: iso(item.stateAt),
    createdAt: iso(item.createdAt),
    attachmentName: null,
    notBefore: null,
    inHold: false,
    attemptCount: 0,
    looksAt: null,
    reason: isErased ? null : { id: 'damage.item' },
    confirmedByPerson: false,
    actions: [],
  }
}

/** What main holds of an item that the ledger does not. */
export interface Beside {
  attachmentName: string | null
  /** Its answer came and could not be written down. */
  isUnstored: boolean
  /** When an unknown outcome is looked up. */
  looksAt?: number | null
  /** Why and until when everything for its origin or account waits. */
  wait?: PlaceStanding | null
}

/** A wait as a person reads it, on the wall's clock. */
export interface PlaceStanding {
  reason: Message | null
  until: number
}

/** An item as a list shows it. */
export function summaryOf(item: AnySubmission, beside: Beside, now: number): SubmissionSummary {
  const { attachmentName, isUnstored } = beside
  if ('damage' in item) return damagedSummary(item)
  const mayWait = item.state === 'queued' && !item.asks
  const wait = mayWait && !item.inHold ? (beside.wait ?? null) : null
  const until = mayWait ? (item.inHold ? item.notBefore : (wait?.until ?? null)) : null
  const waits = until !== null && until > now
  const blocked =
    item.state === 'queued' && item.reason === null
      ? item.accountPaused
        ? 'outbox.accountPaused'
        : item.waitsForEarlier
          ? 'outbox.waitsForEarlier'
          : item.runId !== null
            ? 'outbox.waitsForRun'
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
    notBefore: waits ? iso(until) : null,
    inHold: waits && item.inHold,
    attemptCount: item.attemptCount,
    looksAt: item.state === 'unknown' && !item.asks && beside.looksAt ? iso(beside.looksAt) : null,
    reason:
      item.state === 'sending' && isUnstored
        ? { id: 'outbox.answerNotStored' }
        : blocked
          ? { id: blocked }
          : (item.reason ?? wait?.reason ?? null),
    vendorNumber: item.vendorNumber,
    confirmedByPerson: item.confirmedByPerson,
    actions: actionsOf(item, { superseded: item.supersededBy !== null, now, originWaits: wait !== null }),
  }
}

/** What a try read, for its history. */
function readingOf(read: AttemptRead | undefined): AttemptReading | null {
  if (!read) return null
  const { readAt, found, meant, lookedAt, look, lookFound } = read
  const looked = lookedAt !== null && look !== null ? { at: iso(lookedAt), settlement: look, found: lookFound } : null
  return { at: iso(readAt), found, meant, look: looked }
}

/** An item with everything that is known of it. */
export function detailOf(
  item: ListedSubmission,
  attachment: Attachment | null,
  history: Pick<SubmissionQueries, 'attempts' | 'decisions' | 'readings' | 'runOf'>,
  now: number,
  standing: Omit<Beside, 'attachmentName'> = { isUnstored: false },
): SubmissionDetail {
  const readings = history.readings(item.id)
  const attempts = history.attempts(item.id).map((row): Attempt => ({
    number: row.number,
    startedAt: iso(row.started_at),
    endedAt: row.ended_at === null ? null : iso(row.ended_at),
    progress: row.ended_at === null ? null : row.progress,
    request: { method: row.method, host: row.host, bodyBytes: row.body_bytes },
    status: row.status,
    answer: row.answer,
    stateAfter: row.state_after,
    reason: row.reason,
    reading: readingOf(readings.find(({ number }) => number === row.number)),
  }))
  return {
    ...summaryOf(item, { attachmentName: attachment?.name ?? null, ...standing }, now),
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
