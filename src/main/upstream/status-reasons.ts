import type { vendorName } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import type { SubmissionKind } from '#shared/domain/kinds.ts'

/** A vendor by the name it has in a sentence. */
export type Vendor = ReturnType<typeof vendorName>

/** What a confirmed item is told as; DigiWallet's document gives 200, 201 and 202 a meaning each. */
export function acceptedReason(vendor: Vendor, kind: SubmissionKind, status: number | null): Message {
  if (vendor === 'Billink') return { id: 'outcome.disputeFiled' }
  const values = { action: kind.slice('note.'.length) }
  switch (status) {
    case 200:
      return { id: 'outcome.digiwallet.200', values }
    case 201:
      return { id: 'outcome.digiwallet.201', values }
    case 202:
      return { id: 'outcome.digiwallet.202', values }
    default:
      return { id: 'outcome.noteDone', values }
  }
}

/** Why an answer of the server's own trouble, or one that points elsewhere, leaves the outcome open. */
export function serverReason(vendor: Vendor, status: number): Message {
  if (status < 400) return { id: 'outcome.unknown.redirect', values: { vendor, status } }
  if (status === 408) return { id: 'outcome.unknown.status408', values: { vendor } }
  if (status === 500 && vendor === 'DigiWallet') return { id: 'outcome.digiwallet.500' }
  return { id: 'outcome.unknown.server', values: { vendor, status } }
}

/** Why an item was refused; DigiWallet's document gives 400, 404 and 405 a meaning each. */
export function refusedReason(vendor: Vendor, status: number): Message {
  if (status < 300) return { id: 'outcome.refusedInput', values: { vendor } }
  if (vendor === 'Billink') return { id: status === 400 ? 'outcome.billink.400' : 'outcome.rejected', values: { vendor, status } }
  switch (status) {
    case 400:
      return { id: 'outcome.digiwallet.400' }
    case 404:
      return { id: 'outcome.digiwallet.404' }
    case 405:
      return { id: 'outcome.digiwallet.405' }
    default:
      return { id: 'outcome.rejected', values: { vendor, status } }
  }
}
