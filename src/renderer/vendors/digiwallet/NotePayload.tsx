import { useAccount } from '../../lib/active-accounts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { CopyValue } from '../../ui/CopyValue.tsx'
import { KeyValue } from '../../ui/KeyValue.tsx'
import type { RendererVendor } from '../vendor.ts'
import { methodWords } from './method-words.ts'
import { outletWords } from './note-editing.ts'

/** A note as it is sent; a deletion has no text. What is practised with is no real administration. */
export const NotePayload: RendererVendor<'note'>['Payload'] = ({ payload: { action, target, text }, accountId = null }) => {
  const say = useSay()
  const account = useAccount(accountId)
  const isPractice = account?.settings.environment === 'practice'
  return (
    <KeyValue
      entries={[
        { label: say('field.outletID'), value: outletWords(account, target.outletID) },
        { label: say('field.saleID'), value: <CopyValue label={say('field.saleID')} value={target.saleID} /> },
        { label: say('field.paymentMethodCode'), value: methodWords(target.paymentMethodCode) },
        {
          label: say('field.test'),
          value: say(target.test ? 'field.test.yes' : isPractice ? 'field.test.practice' : 'field.test.no'),
        },
        ...(action === 'delete' ? [] : [{ label: say('field.text'), value: text ?? '' }]),
      ]}
    />
  )
}
