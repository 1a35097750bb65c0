import type { RendererVendor } from '../vendor.ts'

/** A dispute as a dispute file prints it. */
export const printedDispute: RendererVendor<'dispute'>['printed'] = ({ dispute }, say) => [
  [say('field.invoice'), dispute.invoice],
  [say('field.customerName'), dispute.customerName],
  [say('field.customerEmail'), dispute.customerEmail],
  [say('field.category'), dispute.category],
  [say('field.locale'), dispute.locale],
  [say('field.message'), dispute.message],
]
