import { commonHeaders, fitsHeader, sendableUrl } from '../../upstream/call.ts'
import { paymentIdSchema } from '#shared/vendors/mollie/payment-note.ts'
import { metadataJson, type Metadata } from './metadata.ts'

/** A request of Mollie's payments API. */
export interface PaymentRequest {
  url: URL
  method: 'GET' | 'PATCH'
  path: string
  headers: Record<string, string>
  body: Buffer | null
}

export interface PaymentRequests {
  /**
   * Reads a payment: `GET /v2/payments/{paymentId}`. Answers 200 with the payment, 404 where this key's profile has none of
   * that id, 401, 429. Source: specs/mollie-payment-note.md, "Read".
   */
  read(): PaymentRequest
  /**
   * Replaces a payment's metadata and nothing else: `PATCH /v2/payments/{paymentId}`, JSON. Answers 200 with the whole payment,
   * 404, 422 with `field`, 401, 429. The key is a UUID v4; the same one within the hour may give the first answer again.
   * Source: specs/mollie-payment-note.md, "Change". The description is the customer's to read and never sent.
   */
  change(metadata: Metadata, idempotencyKey: string): PaymentRequest
}

/** The requests for one payment, or null where nothing may go: a wrong address, key or id. */
export function paymentRequests(destination: { url: string }, secret: string, paymentID: string): PaymentRequests | null {
  const url = sendableUrl(destination.url)
  const id = paymentIdSchema.safeParse(paymentID)
  if (!url || !fitsHeader(secret) || !id.success) return null
  const path = `${url.pathname.replace(/\/+$/, '')}/v2/payments/${id.data}`
  const headers = { ...commonHeaders, accept: 'application/hal+json', authorization: `Bearer ${secret}` }
  return {
    read: () => ({ url, method: 'GET', path, headers, body: null }),
    change: (metadata, idempotencyKey) => ({
      url,
      method: 'PATCH',
      path,
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
      body: Buffer.from(`{"metadata":${metadataJson(metadata)}}`),
    }),
  }
}
