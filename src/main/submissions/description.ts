import { kindOfPayload, type Payload } from '#shared/domain/submission.ts'
import { noteKey } from './note-key.ts'

/** A list shows the beginning of a long text. */
const excerptOf = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 200)

/** What lists, search and the order of notes know an item by. */
export function describe(payload: Payload, boundOrigin: string) {
  if (payload.kind === 'dispute') {
    const { invoice, customerName, customerEmail, message } = payload.dispute
    return {
      kind: kindOfPayload(payload),
      subject: invoice,
      context: `${customerName} · ${customerEmail}`,
      excerpt: excerptOf(message),
      test: false,
      noteKey: null,
    }
  }
  const { outletID, saleID, paymentMethodCode, test } = payload.target
  return {
    kind: kindOfPayload(payload),
    subject: saleID,
    context: `${outletID} · ${paymentMethodCode}`,
    excerpt: excerptOf(payload.text ?? ''),
    test,
    noteKey: noteKey(boundOrigin, payload.target),
  }
}
