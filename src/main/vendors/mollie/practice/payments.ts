import { parseJson, type JsonValue } from '../../../upstream/json.ts'
import { isRecord } from '../../../upstream/reading.ts'

/** A payment as the practice environment holds it. */
export interface PracticePayment {
  id: string
  description: string
  amount: string
  status: 'open' | 'pending' | 'paid' | 'failed' | 'expired' | 'canceled'
  createdAt: string
  metadata: JsonValue
}

const example = (
  id: string,
  description: string,
  amount: string,
  metadata: string,
  status: PracticePayment['status'] = 'paid',
): PracticePayment => ({
  id,
  description,
  amount,
  status,
  createdAt: '2026-11-20T09:30:00+00:00',
  metadata: parseJson(metadata, 'whole') ?? null,
})

/** Payments for a first note to succeed on, and one of each kind of metadata that shops leave behind. */
export const examplePayments: readonly PracticePayment[] = [
  example('tr_oefen1001', 'Bestelling 1001 · Wandelschoenen', '129.95', '{"order_id":"1001"}'),
  example('tr_oefen1002', 'Bestelling 1002 · Regenjas', '89.00', '{"order_id":"1002"}'),
  example('tr_oefen1003', 'Bestelling 1003 · Slaapzak', '74.50', 'null'),
  example('tr_oefen1004', 'Bestelling 1004 · Tent', '349.00', '{"order_id":1004,"note":"Cadeau, geen factuur meesturen"}'),
  example('tr_oefen1005', 'Bestelling 1005 · Rugzak', '159.00', '{"order_id":12345678901234567890,"klant":{"nr":42}}'),
  example('tr_oefen1006', 'Bestelling 1006 · Zaklamp', '24.95', '"1006"'),
  example('tr_oefen1007', 'Bestelling 1007 · Kookset', '54.95', '["1007","webshop"]', 'expired'),
  example('tr_oefen1008', 'Bestelling 1008 · Lamp', '19.95', '{"note":{"id":8}}', 'open'),
]

/** What the environment remembers of payments, in memory; for tests to look at. */
export interface PaymentBook {
  readonly payments: ReadonlyMap<string, PracticePayment>
  find(id: string): PracticePayment | null
  replaceMetadata(id: string, metadata: JsonValue): void
}

/** The note that an app last had confirmed for a payment; null where there is none. */
export type EarlierNote = (paymentID: string) => { text: string; at: string } | null

/** Demonstration payments exist as soon as they are asked for, so that only what they demonstrate goes wrong. */
export function createPaymentBook(
  given: readonly PracticePayment[],
  isDemonstration: (id: string) => boolean,
  earlier: EarlierNote = () => null,
): PaymentBook {
  const withNote = (payment: PracticePayment): PracticePayment => {
    const note = earlier(payment.id)
    if (!note) return { ...payment }
    const beside = payment.metadata
    return { ...payment, metadata: { ...(isRecord(beside) ? beside : {}), note: note.text, noteAt: note.at } }
  }
  const payments = new Map(given.map((payment) => [payment.id, withNote(payment)]))
  const book: PaymentBook = {
    payments,
    find(id) {
      const known = payments.get(id)
      if (known || !isDemonstration(id)) return known ?? null
      const made = withNote(example(id, `Proefbetaling ${id.slice('tr_'.length)}`, '1.00', '{"order_id":"proef"}'))
      payments.set(id, made)
      return made
    },
    replaceMetadata(id, metadata) {
      const payment = book.find(id)
      if (payment) payment.metadata = metadata
    },
  }
  return book
}
