import { useSay } from '../../lib/i18n.tsx'
import { CopyValue } from '../../ui/CopyValue.tsx'
import { KeyValue } from '../../ui/KeyValue.tsx'
import type { RendererVendor } from '../vendor.ts'

/** A note on a payment as it is sent, with what it was agreed to replace. */
export const PaymentNotePayload: RendererVendor<'payment-note'>['Payload'] = ({ payload }) => {
  const say = useSay()
  const { action, paymentID, text, shown } = payload
  return (
    <KeyValue
      entries={[
        { label: say('field.paymentID'), value: <CopyValue label={say('field.paymentID')} value={paymentID} /> },
        ...(action === 'delete' ? [] : [{ label: say('field.text'), value: text ?? '' }]),
        ...(shown === null
          ? []
          : [
              {
                label: say(action === 'delete' ? 'payment-notes.sent.deleted' : 'payment-notes.sent.replaced'),
                value: shown.text,
              },
            ]),
      ]}
    />
  )
}
