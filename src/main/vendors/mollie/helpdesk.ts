import type { PaymentNotePayload } from '#shared/vendors/mollie/payment-note.ts'
import type { MollieSettings } from '#shared/vendors/mollie/settings.ts'
import type { RequestToldOf } from '../vendor.ts'
import { paymentRequests } from './requests.ts'

/** A request is built as it was sent; what stands in its header is never looked at here. */
const noSecret = '-'

/** A note's requests as Mollie's support needs them. What else stands in the metadata is the shop's, and not told. */
export function helpdeskLines({ paymentID, text, at }: PaymentNotePayload, { url }: RequestToldOf<MollieSettings>): string[] {
  const read = paymentRequests({ url }, noSecret, paymentID)?.read()
  const address = read ? `${read.url.origin}${read.path}` : url
  return [
    `GET ${address}`,
    `PATCH ${address}`,
    'Authorization: Bearer •••',
    ...(text === undefined ? ['metadata without note and noteAt'] : [`metadata.note: ${text}`, `metadata.noteAt: ${at}`]),
  ]
}
