import type { PaymentNotePayload } from '#shared/vendors/mollie/payment-note.ts'
import type { MollieSettings } from '#shared/vendors/mollie/settings.ts'
import type { VendorTeam } from '../vendor.ts'

/** A payment has one note, and is of one mode; its id is its profile's alone. An account is of a mode as well. */
export const paymentNoteTeam: VendorTeam<PaymentNotePayload, MollieSettings> = {
  identity: ({ mode }) => mode,
  aboutSql: `jsonb_build_array('payment-note', a.origin, p -> 'mode', p -> 'paymentID')`,
  about: ({ mode, paymentID }, { origin }) => ['payment-note', origin, mode, paymentID],
}
