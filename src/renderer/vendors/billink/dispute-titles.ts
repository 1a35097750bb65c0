import type { DisputeDraftFields } from '#shared/vendors/billink/dispute.ts'
import type { Say } from '../../lib/i18n.tsx'

/** Names a draft in the list by what is typed so far. */
export function draftTitle(say: Say, { invoice, customerName }: Pick<DisputeDraftFields, 'invoice' | 'customerName'>): string {
  return invoice.trim() || customerName.trim() || say('draft.untitled')
}

/** The second line of a draft: the customer, where the first names the invoice. */
export function draftDetail(say: Say, { invoice, customerName, customerEmail }: DisputeDraftFields): string {
  if (invoice.trim() === '') return customerName.trim() === '' ? '' : say('disputes.noInvoice')
  return [customerName, customerEmail]
    .map((text) => text.trim())
    .filter(Boolean)
    .join(' · ')
}
