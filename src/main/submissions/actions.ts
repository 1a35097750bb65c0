import { factsOf, repeatsItself } from '#shared/domain/kinds.ts'
import type { SubmissionAction } from '#shared/domain/submission.ts'
import type { StoredSubmission } from '../storage/submission-row.ts'

/** What may still be done with an item; screens show these and main allows no other (specs/decisions.md, "Send states"). */
export function actionsOf(
  item: StoredSubmission,
  { superseded, now, originWaits = false }: { superseded: boolean; now: number; originWaits?: boolean },
): SubmissionAction[] {
  if (item.runId !== null) return actionsOfRow(item, superseded)
  const waits = originWaits || (item.notBefore !== null && item.notBefore > now)
  // One of its tries may have arrived, so it can't be taken back as if nothing had happened.
  const withdrawable: SubmissionAction[] = item.uncertain ? [] : ['cancel']
  switch (item.state) {
    case 'queued':
      return [...withdrawable, ...((waits || item.asks ? ['send-now'] : []) satisfies SubmissionAction[])]
    case 'sending':
      return []
    case 'held':
      return ['release', ...withdrawable]
    case 'unknown':
      return actionsOfUnknown(item, superseded)
    case 'rejected':
      return item.replacedBy === null && !item.dismissed ? ['edit', 'duplicate'] : ['duplicate']
    case 'sent':
    case 'withdrawn':
    case 'closed':
      return ['duplicate']
  }
}

/** A person decides only what a reading can't: until then there is nothing to choose. */
function actionsOfUnknown(item: StoredSubmission, superseded: boolean): SubmissionAction[] {
  if (factsOf(item.kind).readsBack) return item.asks ? ['look-again', 'send-again', 'close'] : []
  const isFull = repeatsItself(item.kind)
  if (superseded && isFull) return ['close']
  return isFull ? ['arrived', 'send-again', 'keep', 'close'] : ['arrived', 'send-again', 'keep']
}

/** A row of a run waits, pauses, stops and goes back to the check with its run; only what is unknown is decided by itself. */
function actionsOfRow(item: StoredSubmission, superseded: boolean): SubmissionAction[] {
  if (item.state === 'unknown') return actionsOfUnknown(item, superseded)
  return ['sent', 'rejected', 'withdrawn', 'closed'].includes(item.state) ? ['duplicate'] : []
}
