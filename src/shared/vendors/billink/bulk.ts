import type { RowShape } from '../vendor.ts'

/** What a row of disputes is made of. */
export const disputeRows = {
  fields: ['invoice', 'customerName', 'customerEmail', 'category', 'locale', 'message', 'file'],
  identifiers: ['invoice'],
} as const satisfies RowShape
