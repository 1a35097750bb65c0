import type { Destination } from '#shared/vendors/index.ts'
import type { Order, OutgoingFile } from '#main/upstream/types.ts'
import type { CompleteDispute } from '#shared/vendors/billink/dispute.ts'
import type { NoteAction, NoteTarget } from '#shared/vendors/digiwallet/sale-note.ts'

export const dispute: CompleteDispute = {
  invoice: 'INV-2026-0007',
  customerName: 'J. de Vries',
  customerEmail: 'j.devries@example.nl',
  category: 'retour',
  locale: 'nl',
  message: 'Klant stuurde de jas terug.\nGraag "crediteren" — dank!',
}

export const target: NoteTarget = { outletID: '12345', saleID: '012345678901234567890', paymentMethodCode: 'IDE', test: false }

/** A file in memory that is given in chunks of the length asked for. */
export const fileOf = (bytes: Uint8Array, name = 'bon.pdf', chunkBytes = 196_608): OutgoingFile => ({
  name,
  bytes: bytes.byteLength,
  async *read() {
    for (let at = 0; at < bytes.byteLength; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
  },
})

/** A dispute to this address. */
export const disputeOrder = (url: string, changes: Partial<Order> = {}): Order => ({
  destination: { kind: 'billink', url, username: 'oefenwinkel' },
  secret: 'billink-id-geheim-1234',
  payload: { kind: 'dispute', dispute },
  file: null,
  ...changes,
})

/** A create, update or delete of a note at this address. */
export const noteOrder = (
  url: string,
  action: NoteAction,
  {
    text = 'Factuur 12345',
    bodyFormat = 'form',
    ...changes
  }: Partial<NoteTarget> & { text?: string; bodyFormat?: 'form' | 'json' } = {},
): Order => ({
  destination: { kind: 'digiwallet', url, bodyFormat } satisfies Destination,
  secret: '12a34bc5de67f8g9012345678',
  payload: { kind: 'note', action, target: { ...target, ...changes }, ...(action === 'delete' ? {} : { text }) },
  file: null,
})
