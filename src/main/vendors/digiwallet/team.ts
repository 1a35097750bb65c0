import type { NotePayload } from '#shared/vendors/digiwallet/sale-note.ts'
import type { DigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import type { VendorTeam } from '../vendor.ts'

/** A note is about what its path names: outlet, sale, method and test. Outlets are of one merchant, so that nothing else tells accounts apart. */
export const noteTeam: VendorTeam<NotePayload, DigiwalletSettings> = {
  identity: () => '',
  aboutSql: `jsonb_build_array('note', a.origin, p #> '{target,outletID}', p #> '{target,saleID}', p #> '{target,paymentMethodCode}', p #> '{target,test}')`,
  about: ({ target: { outletID, saleID, paymentMethodCode, test } }, { origin }) => [
    'note',
    origin,
    outletID,
    saleID,
    paymentMethodCode,
    test,
  ],
}
