import type { Message } from '#shared/domain/message.ts'
import type { StateChange } from '../storage/submission-records.ts'
import type { Other, Untold } from './answers.ts'

/** What a colleague's item is, in a sentence of this group. */
function told(group: 'review' | 'taken', { clerk, state, at, number }: Other): Message {
  const values = { clerk, at: Date.parse(at), number: number ?? 'none' }
  switch (state) {
    case 'sent':
      return { id: `team.${group}.sent`, values }
    case 'leaving':
      return { id: `team.${group}.leaving`, values: { clerk } }
    case 'queued':
    case 'held':
      return { id: `team.${group}.waiting`, values: { clerk, at: values.at } }
    case 'unknown':
      return { id: `team.${group}.unknown`, values: { clerk, at: values.at } }
    case 'closed':
    case 'rejected':
    case 'withdrawn':
      return { id: `team.${group}.closed`, values: { clerk, at: values.at } }
  }
}

/** Why an item asks: a colleague was earlier. */
export const takenReason = (other: Other | null): Message => (other ? told('taken', other) : { id: 'team.taken.missing' })
/** What a review says before anything is filed. */
export const reviewWarning = (other: Other): Message => told('review', other)
/** Whether it is that question. */
export const isTakenReason = (reason: Message | null): boolean =>
  reason !== null && 'id' in reason && reason.id.startsWith('team.taken.')

export const desksOf = (untold: readonly Untold[]): string => untold.map(({ clerk, label }) => `${clerk} (${label})`).join(', ')

export const busyReason = (other: Other | null): Message =>
  other ? { id: 'team.waits.busy', values: { clerk: other.clerk } } : { id: 'team.waits.busySomeone' }
export const untoldReason = (untold: readonly Untold[]): Message =>
  untold.length === 0 ? { id: 'team.waits.connecting' } : { id: 'team.waits.untold', values: { desks: desksOf(untold) } }

/** What an item is by the team's word, of which this ledger knows less: it is not sent from here. */
export function lostChange(other: Other | null, at: number): StateChange {
  if (other?.state === 'sent')
    return { state: 'sent', at, reason: { id: 'team.lost.sent' }, vendorNumber: other.number, confirmedByPerson: false }
  if (other?.state === 'leaving' || other?.state === 'unknown')
    return { state: 'unknown', at, reason: { id: 'team.lost.unknown' }, uncertain: true, firstUnknownAt: 0 }
  return { state: 'closed', at, reason: { id: 'team.lost.ended' } }
}
