import type { RendererVendor } from '../vendor.ts'

/** A note on a payment as a dispute file prints it, with what it was agreed to replace. */
export const printedPaymentNote: RendererVendor<'payment-note'>['printed'] = ({ action, paymentID, text, shown }, say) => [
  [say('field.paymentID'), paymentID],
  ...(action === 'delete' ? [] : [[say('field.text'), text ?? ''] as const]),
  ...(shown === null
    ? []
    : [[say(action === 'delete' ? 'payment-notes.sent.deleted' : 'payment-notes.sent.replaced'), shown.text ?? ''] as const]),
]
