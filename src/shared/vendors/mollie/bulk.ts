import type { RowShape } from '../vendor.ts'

/** What a row of notes on payments is made of. */
export const paymentNoteRows = {
  fields: ['action', 'paymentID', 'text'],
  identifiers: ['paymentID'],
} as const satisfies RowShape
