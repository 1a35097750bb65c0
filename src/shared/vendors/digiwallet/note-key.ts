import type { NoteTarget } from './sale-note.ts'

/** What makes two items speak of the same note: (origin, outlet, sale, method, test), as DigiWallet's paths do. */
export const noteKey = (boundOrigin: string, { outletID, saleID, paymentMethodCode, test }: NoteTarget): string =>
  JSON.stringify([boundOrigin, outletID, saleID, paymentMethodCode, test])
