import { useAccount } from '../../lib/active-accounts.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { CopyValue } from '../../ui/CopyValue.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValue, type KeyValueEntry } from '../../ui/KeyValue.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { RendererVendor } from '../vendor.ts'
import { choiceWords } from './choice-words.ts'

/** A dispute as it is sent, what was chosen in the account's words; the file by name and size, its SHA-256 for who asks for it. */
export const DisputePayload: RendererVendor<'dispute'>['Payload'] = ({ payload: { dispute }, attachment, accountId = null }) => {
  const say = useSay()
  const format = useFormat()
  const settings = useAccount(accountId)?.settings
  const account = settings?.kind === 'billink' ? settings : null
  const entries: KeyValueEntry[] = [
    { label: say('field.invoice'), value: <CopyValue label={say('field.invoice')} value={dispute.invoice} /> },
    { label: say('field.customerName'), value: dispute.customerName },
    { label: say('field.customerEmail'), value: dispute.customerEmail },
    { label: say('field.category'), value: choiceWords(dispute.category, account?.categories) },
    { label: say('field.locale'), value: choiceWords(dispute.locale, account?.locales) },
    { label: say('field.message'), value: dispute.message },
    {
      label: say('field.file'),
      value: attachment
        ? `${attachment.name} (${format.bytes(attachment.bytes)})`
        : say(attachment === undefined ? 'item.attachment.elsewhere' : 'item.attachment.none'),
    },
  ]
  return (
    <>
      <KeyValue entries={entries} />
      {attachment && (
        <Disclosure title={say('item.attachment.details')}>
          <KeyValue entries={[{ label: say('item.attachment.sha256'), value: attachment.sha256, mono: true }]} />
        </Disclosure>
      )}
      {attachment?.state === 'erased' && (
        <Notice tone="info">{say('item.attachment.erased', { at: format.date(attachment.erasedAt ?? '') })}</Notice>
      )}
      {attachment?.state === 'lost' && <Notice tone="warn">{say('item.attachment.lost')}</Notice>}
    </>
  )
}
