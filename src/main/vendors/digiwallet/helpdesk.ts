import type { NotePayload } from '#shared/vendors/digiwallet/sale-note.ts'
import type { DigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import { addressOf, hiddenKey, noSecret } from '../told-call.ts'
import type { RequestToldOf } from '../vendor.ts'
import { noteCaller } from './requests.ts'

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
    `${call ? `${call.method} ` : ''}${addressOf(call, url)}`,
    hiddenKey,
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
  ]
}
