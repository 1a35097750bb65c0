import type { Attachment } from '#shared/domain/attachment.ts'
import type { Payload as SentPayload } from '#shared/domain/submission.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay, type Say } from '../../lib/i18n.tsx'
import { CopyValue } from '../CopyValue.tsx'
import { KeyValue, type KeyValueEntry } from '../KeyValue.tsx'
import { Notice } from '../Notice.tsx'
import { methodWords } from './words.ts'

/** What an item sends, field by field; the file by name, size and SHA-256. */
export function Payload({ payload, attachment }: { payload: SentPayload; attachment: Attachment | null }) {
  const say = useSay()
  const format = useFormat()
  if (payload.kind === 'note') return <KeyValue entries={noteEntries(say, payload)} />
  const { dispute } = payload
  const entries: KeyValueEntry[] = [
    { label: say('field.invoice'), value: <CopyValue label={say('field.invoice')} value={dispute.invoice} /> },
    { label: say('field.customerName'), value: dispute.customerName },
    { label: say('field.customerEmail'), value: dispute.customerEmail },
    { label: say('field.category'), value: dispute.category },
    { label: say('field.locale'), value: dispute.locale },
    { label: say('field.message'), value: dispute.message },
    {
      label: say('field.file'),
      value: attachment ? `${attachment.name} (${format.bytes(attachment.bytes)})` : say('item.attachment.none'),
    },
    ...(attachment ? [{ label: say('item.attachment.sha256'), value: attachment.sha256, mono: true }] : []),
  ]
  return (
    <>
      <KeyValue entries={entries} />
      {attachment?.state === 'lost' && <Notice tone="warn">{say('item.attachment.lost')}</Notice>}
    </>
  )
}

function noteEntries(say: Say, { action, target, text }: Extract<SentPayload, { kind: 'note' }>): KeyValueEntry[] {
  return [
    { label: say('field.outletID'), value: target.outletID, mono: true },
    { label: say('field.saleID'), value: <CopyValue label={say('field.saleID')} value={target.saleID} /> },
    { label: say('field.paymentMethodCode'), value: methodWords(target.paymentMethodCode) },
    { label: say('field.test'), value: say(target.test ? 'field.test.yes' : 'field.test.no') },
    ...(action === 'delete' ? [] : [{ label: say('field.text'), value: text ?? '' }]),
  ]
}
