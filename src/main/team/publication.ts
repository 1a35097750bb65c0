import type { StoredSubmission } from '../storage/submission-row.ts'
import type { TeamRecords, ToForget, ToTell } from '../storage/team-records.ts'
import type { TeamState } from './answers.ts'
import { teamItemId } from './item-id.ts'
import type { Forgotten, Publication, Reservation } from './store.ts'

/** What of an item both a reservation and what came of it say. */
type Known = Pick<StoredSubmission, 'id' | 'kind' | 'payload' | 'test' | 'subject' | 'context' | 'createdAt'>

const common = (item: Known, ledgerId: string, account: number) => ({
  id: teamItemId(ledgerId, item.id),
  account,
  kind: item.kind,
  payload: item.payload,
  test: item.test,
  subject: item.subject,
  context: item.context,
  made: new Date(item.createdAt).toISOString(),
})

/** What the team is asked before an item is sent. */
export const reservationOf = (
  item: Known,
  about: { ledgerId: string; account: number; try: number; serial: number; seen: number },
): Reservation => {
  const { ledgerId, account, ...rest } = about
  return { ...common(item, ledgerId, account), ...rest }
}

const stateOf = (state: StoredSubmission['state']): TeamState => (state === 'sending' ? 'leaving' : state)

/** What the team is told of an item that lost its text. */
const forgottenOf = ({ id, state, serial }: Pick<ToForget, 'id' | 'state' | 'serial'>, ledgerId: string): Forgotten => ({
  id: teamItemId(ledgerId, id),
  state: stateOf(state),
  serial,
})

/** What the team is told of an item: how it stands, what it says, why, and what its file is called. Never a key, and no file. */
const publicationOf = (
  { item, serial, file }: ToTell,
  { ledgerId, account }: { ledgerId: string; account: number },
): Publication => ({
  ...common(item, ledgerId, account),
  state: stateOf(item.state),
  try: item.attemptCount,
  serial,
  excerpt: item.excerpt,
  number: item.vendorNumber,
  detail: { reason: item.reason, head: item.head, fields: item.fields, file, stateAt: new Date(item.stateAt).toISOString() },
})

const together = 200

/**
 * The next changes that the team has not heard of, of shared accounts. What is under way was reserved; it is told only to a database that
 * forgot, or may have.
 */
export function changesOf(
  records: TeamRecords,
  acked: number,
  { withSending }: { withSending: boolean },
): { told: Publication[]; forgotten: Forgotten[]; upto: number } {
  const { items, erased, upto } = records.changedAfter(acked, together)
  const ledgerId = records.mark().id
  const told = items.flatMap((changed) => {
    const { item } = changed
    const account = records.sharedOf(item.accountId)
    if (account === null || (item.state === 'sending' && !withSending)) return []
    return [publicationOf(changed, { ledgerId, account })]
  })
  const forgotten = erased
    .filter(({ accountId }) => records.sharedOf(accountId) !== null)
    .map((item) => forgottenOf(item, ledgerId))
  return { told, forgotten, upto }
}
