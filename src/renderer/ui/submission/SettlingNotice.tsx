import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { Notice } from '../Notice.tsx'
import { vendorOf } from './words.ts'

/** An unknown outcome that the vendor can be asked about: it settles by itself, and nobody has to do anything. */
export function SettlingNotice({ item }: { item: SubmissionDetail }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const format = useFormat()
  return (
    <Notice role="status" title={say('item.settling', { vendor: vendorOf(item) })}>
      {item.reason && <p>{sayMessage(item.reason)}</p>}
      <p>
        {item.looksAt !== null && say('item.settling.at', { time: format.time(item.looksAt) })} {say('item.settling.text')}
      </p>
    </Notice>
  )
}
