import type { NotePayload } from '#shared/vendors/digiwallet/sale-note.ts'
import type { DigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import type { RequestToldOf } from '../vendor.ts'
import { noteCaller } from './requests.ts'

/** A call is built as it was sent; what stands in its header is never looked at here. */
const noSecret = '-'

/** A note's request as DigiWallet's helpdesk needs it ("the call and the error", digiwallet-sale-note.txt). */
export function helpdeskLines(payload: NotePayload, { url }: RequestToldOf<DigiwalletSettings>): string[] {
  const call = noteCaller({ url, bodyFormat: 'form' }, noSecret)(payload)
  const { outletID, saleID, paymentMethodCode, test } = payload.target
  const fields = {
    outletID,
    paymentMethodCode,
    saleID,
    ...(payload.text === undefined ? {} : { text: payload.text }),
    test: test ? '1' : '0',
  }
  return [
    call ? `${call.method} ${call.url.origin}${call.path}` : url,
    'Authorization: Bearer •••',
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
  ]
}
