import type { PaymentNotePayload } from '#shared/vendors/mollie/payment-note.ts'
import type { MollieSettings } from '#shared/vendors/mollie/settings.ts'
import { addressOf, hiddenKey, noSecret } from '../told-call.ts'
import type { RequestToldOf } from '../vendor.ts'
import { paymentRequests } from './requests.ts'

/** A note's requests as Mollie's support needs them. What else stands in the metadata is the shop's, and not told. */
export function helpdeskLines({ paymentID, text, at }: PaymentNotePayload, { url }: RequestToldOf<MollieSettings>): string[] {
  const address = addressOf(paymentRequests({ url }, noSecret, paymentID)?.read(), url)
  return [
    `GET ${address}`,
    `PATCH ${address}`,
    hiddenKey,
    ...(text === undefined ? ['metadata without note and noteAt'] : [`metadata.note: ${text}`, `metadata.noteAt: ${at}`]),
  ]
}
