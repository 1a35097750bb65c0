import type { Decision } from '#shared/domain/submission.ts'
import type { StateChange } from '../storage/submission-records.ts'
import { sentAgainByPerson, type StoredSubmission } from '../storage/submission-row.ts'

type Decided = Pick<StoredSubmission, 'head' | 'fields'>

/** What a person's word makes of an item of unknown outcome, said of it alone or of many together. */
export function decided(
  item: Decided,
  decision: Exclude<Decision, 'keep'>,
  vendorNumber: string | null,
  at: number,
): StateChange {
  switch (decision) {
    case 'arrived':
      return { state: 'sent', at, reason: { id: 'outbox.arrivedByPerson' }, vendorNumber, confirmedByPerson: true }
    case 'send-again':
      return { state: 'queued', at, reason: sentAgainByPerson }
    case 'close':
      return { state: 'closed', at, reason: { id: 'outbox.closedByPerson' } }
    case 'look-again':
      return { state: 'unknown', at, reason: { id: 'outbox.lookedUp.again' }, head: item.head, fields: item.fields }
  }
}
