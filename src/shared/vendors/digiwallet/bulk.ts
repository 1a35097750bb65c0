import type { RowShape } from '../vendor.ts'

/** What a row of notes is made of. */
export const noteRows = {
  fields: ['action', 'outletID', 'saleID', 'paymentMethodCode', 'text', 'test'],
  identifiers: ['outletID', 'saleID'],
} as const satisfies RowShape
