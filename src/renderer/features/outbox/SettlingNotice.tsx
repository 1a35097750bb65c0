import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { vendorOf } from '../../ui/submission/words.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** An unknown outcome that the vendor can be asked about: it settles by itself, and nobody has to do anything. */
export function SettlingNotice({ item }: { item: SubmissionDetail }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const format = useFormat()
  const attempt = item.attempts.at(-1)
  return (
    <Notice role="status" title={say('outboxScreen.settling.title', { vendor: vendorOf(item) })}>
      <p>{say('outboxScreen.settling.text')}</p>
      {attempt && (
        <p>
          {format.moment(attempt.startedAt)}: {say(`item.progress.${attempt.progress ?? 'notKnown'}`)}
        </p>
      )}
      {item.reason && <p>{sayMessage(item.reason)}</p>}
    </Notice>
  )
}
