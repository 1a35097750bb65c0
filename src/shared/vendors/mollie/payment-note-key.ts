import type { MollieMode } from './settings.ts'

/** What makes two items speak of the same note: a payment has one, and a payment is of one mode. */
export const paymentNoteKey = (origin: string, mode: MollieMode, paymentID: string): string =>
  JSON.stringify([origin, mode, paymentID])
