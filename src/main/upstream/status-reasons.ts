import type { SubmissionKind } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'

/** What a vendor's document says of the statuses that it answers with, by the vendor's name in a sentence. */
export interface VendorReasons {
  name: string
  accepted(kind: SubmissionKind, status: number | null): Message
  refused(status: number): Message | null
  troubled(status: number): Message | null
}

/** Why an answer of the server's own trouble, or one that points elsewhere, leaves the outcome open. */
export function serverReason({ name: vendor, troubled }: VendorReasons, status: number): Message {
  if (status < 400) return { id: 'outcome.unknown.redirect', values: { vendor, status } }
  if (status === 408) return { id: 'outcome.unknown.status408', values: { vendor } }
  return troubled(status) ?? { id: 'outcome.unknown.server', values: { vendor, status } }
}

/** Why an item was refused. */
export function refusedReason({ name: vendor, refused }: VendorReasons, status: number): Message {
  if (status < 300) return { id: 'outcome.refusedInput', values: { vendor } }
  return refused(status) ?? { id: 'outcome.rejected', values: { vendor, status } }
}
