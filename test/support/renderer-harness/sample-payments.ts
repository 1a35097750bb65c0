import type { ReadPayment } from '#shared/vendors/mollie/contract.ts'
import type { PaymentNoteDraft } from '#shared/vendors/mollie/payment-note.ts'
import { ago } from './sample-moments.ts'

const payment = (part: Partial<ReadPayment> & Pick<ReadPayment, 'id' | 'description'>): ReadPayment => ({
  mode: 'test',
  amount: { value: '129.95', currency: 'EUR' },
  status: 'paid',
  createdAt: ago(10_000),
  note: null,
  otherMetadata: null,
  foreignNote: null,
  besideBytes: 18,
  readAt: ago(0),
  ...part,
})

/** A payment of each sort that a clerk meets. */
export const payments: ReadPayment[] = [
  payment({ id: 'tr_oefen1001', description: 'Bestelling 1001 · Wandelschoenen' }),
  payment({
    id: 'tr_oefen1004',
    description: 'Bestelling 1004 · Tent',
    amount: { value: '349.00', currency: 'EUR' },
    note: { text: 'Cadeau, geen factuur meesturen.\nKlant belt terug over bezorging.', at: ago(3000) },
  }),
  payment({ id: 'tr_oefen1006', description: 'Bestelling 1006 · Zaklamp', otherMetadata: '"1006"', besideBytes: 14 }),
  payment({ id: 'tr_oefen1008', description: 'Bestelling 1008 · Lamp', status: 'open', foreignNote: '{"id":8}' }),
]

const draft = (part: Pick<PaymentNoteDraft, 'id' | 'fields'>): PaymentNoteDraft => ({
  kind: 'payment-note',
  accountId: 'm-practice',
  revision: 2,
  createdAt: ago(40),
  updatedAt: ago(3),
  refusal: null,
  attachment: null,
  ...part,
})

export const paymentNoteDrafts: PaymentNoteDraft[] = [
  draft({
    id: 'pd1',
    fields: {
      action: 'update',
      paymentID: 'tr_oefen1004',
      text: 'Cadeau: wel een factuur, op naam van het bedrijf.',
      keepValue: false,
    },
  }),
  draft({
    id: 'pd2',
    fields: { action: 'create', paymentID: 'tr_oefen1001', text: 'Nieuw paar verzonden, oud paar retour.', keepValue: false },
  }),
  draft({ id: 'pd3', fields: { action: 'create', paymentID: 'tr_oefen1006', text: 'Batterijen nagestuurd', keepValue: false } }),
  draft({ id: 'pd4', fields: { action: 'create', paymentID: 'tr_oefen1008', text: 'a'.repeat(1010), keepValue: false } }),
]
