import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { CopyValue } from '../../ui/CopyValue.tsx'
import { KeyValue, type KeyValueEntry } from '../../ui/KeyValue.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { RendererVendor } from '../vendor.ts'

/** A dispute as it is sent; the file by name, size and SHA-256. */
export const DisputePayload: RendererVendor<'dispute'>['Payload'] = ({ payload: { dispute }, attachment }) => {
  const say = useSay()
  const format = useFormat()
  const entries: KeyValueEntry[] = [
    { label: say('field.invoice'), value: <CopyValue label={say('field.invoice')} value={dispute.invoice} /> },
    { label: say('field.customerName'), value: dispute.customerName },
    { label: say('field.customerEmail'), value: dispute.customerEmail },
    { label: say('field.category'), value: dispute.category },
    { label: say('field.locale'), value: dispute.locale },
    { label: say('field.message'), value: dispute.message },
    {
      label: say('field.file'),
      value: attachment
        ? `${attachment.name} (${format.bytes(attachment.bytes)})`
        : say(attachment === undefined ? 'item.attachment.elsewhere' : 'item.attachment.none'),
    },
    ...(attachment ? [{ label: say('item.attachment.sha256'), value: attachment.sha256, mono: true }] : []),
  ]
  return (
    <>
      <KeyValue entries={entries} />
      {attachment?.state === 'erased' && (
        <Notice tone="info">{say('item.attachment.erased', { at: format.date(attachment.erasedAt ?? '') })}</Notice>
      )}
      {attachment?.state === 'lost' && <Notice tone="warn">{say('item.attachment.lost')}</Notice>}
    </>
  )
}
