import { factsOf, repeatsItself } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import type { Ledger } from '../storage/ledger.ts'
import { inRepeatWindow } from '../storage/repeat-window.ts'
import type { FinishedAttempt, StateChange, SubmissionRecords } from '../storage/submission-records.ts'
import type { StoredSubmission } from '../storage/submission-row.ts'
import type { Evidence, Outcome } from '../upstream/types.ts'
import { backoffMs, repeatDelaysMs } from './backoff.ts'

/** What of an item decides what a try makes of it: a single item, or a row of a run as its lane knows it. */
export type TriedItem = Pick<
  StoredSubmission,
  'id' | 'kind' | 'noteKey' | 'attemptCount' | 'backoffCount' | 'uncertain' | 'repeats' | 'repeating' | 'firstUnknownAt'
>
/** What the ledger is asked about other items. */
type Others = Pick<SubmissionRecords, 'hasConfirmedNote' | 'isSuperseded'>

/**
 * A delete whose outcome was unknown and whose repeat finds nothing to delete is done, but only where this app once had
 * exactly this note confirmed; else the number is wrong (specs/decisions.md, "Send states").
 */
const deletedEarlier = (item: TriedItem, outcome: Outcome, records: Others): boolean =>
  outcome.isGone === true && item.uncertain && item.noteKey !== null && records.hasConfirmedNote(item.noteKey)

/** Whether an unknown outcome may still repeat itself: only what states the full result, newest for its note, a few times. */
export function mayRepeat(item: TriedItem, now: number, records: Others): boolean {
  if (!repeatsItself(item.kind)) return false
  return item.repeats < repeatDelaysMs.length && inRepeatWindow(item, now) && !records.isSuperseded(item.id)
}

/**
 * An item that waits for a person. One of which an earlier try may have arrived can't be taken back, and waiting it could only be
 * sent: of unknown outcome it can also be left, or closed. What repeats itself goes on waiting, since unknown it would leave without
 * the word that it asks for.
 */
export const asking = (
  { kind, uncertain, firstUnknownAt }: Pick<TriedItem, 'kind' | 'uncertain' | 'firstUnknownAt'>,
  reason: Message,
  at: number,
): StateChange =>
  uncertain && !repeatsItself(kind)
    ? { state: 'unknown', at, reason, asks: factsOf(kind).readsBack, repeating: false, firstUnknownAt: firstUnknownAt ?? at }
    : { state: 'queued', at, reason, asks: true }

/** What a try's outcome makes of the item. */
export function changeAfter(item: TriedItem, outcome: Outcome, now: number, random: () => number, records: Others): StateChange {
  const base = { at: now, reason: outcome.reason, head: outcome.head, fields: outcome.fields }
  if (deletedEarlier(item, outcome, records)) return { state: 'sent', at: now, reason: { id: 'outbox.deletedEarlier' } }
  switch (outcome.state) {
    case 'queued': {
      // A newer item came while it was under way. Waiting, it would neither leave nor let that one go.
      if (item.repeating && records.isSuperseded(item.id))
        return { ...base, state: 'unknown', reason: { id: 'outbox.superseded' }, uncertain: true }
      const backoffCount = item.backoffCount + 1
      // What asks waits for a person and for no time: a countdown would promise that it leaves.
      if (outcome.asks) return { ...base, backoffCount, repeating: item.repeating, ...asking(item, outcome.reason, now) }
      const waitMs = outcome.retryAfterMs ?? backoffMs(backoffCount, random)
      return {
        ...base,
        state: 'queued',
        backoffCount,
        waitMs,
        notBefore: now + waitMs,
        repeating: item.repeating,
      }
    }
    case 'unknown':
      return { ...base, state: 'unknown', uncertain: true, firstUnknownAt: item.firstUnknownAt ?? now }
    case 'sent':
      return { ...base, state: 'sent', vendorNumber: outcome.number }
    case 'rejected':
    case 'held':
      return { ...base, state: outcome.state }
  }
}

/** A try as the ledger keeps it. */
export const attemptAfter = (
  item: TriedItem,
  evidence: Evidence,
  change: StateChange,
  outcome: Outcome,
  now: number,
): FinishedAttempt => ({
  number: item.attemptCount,
  endedAt: now,
  progress: evidence.progress,
  request: evidence.request,
  status: evidence.status,
  answer: evidence.answer,
  stateAfter: change.state,
  reason: change.reason ?? outcome.reason,
})

/** Writes a try and what it makes of its item in one transaction; answers the item as it stands then. */
export function settle(
  ledger: Ledger,
  records: SubmissionRecords,
  item: StoredSubmission,
  evidence: Evidence,
  outcome: Outcome,
  now: number,
  random: () => number,
): StoredSubmission {
  return ledger.transaction(() => {
    const change = changeAfter(item, outcome, now, random, records)
    records.finishAttempt(item.id, attemptAfter(item, evidence, change, outcome, now))
    records.change(item.id, 'sending', change)
    return records.get(item.id) ?? item
  })
}
