import { useId, useState } from 'react'
import type { Kind } from '#shared/domain/kinds.ts'
import type { AttemptReading } from '#shared/domain/reading.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { useVendorOf } from '../../lib/vendors.tsx'
import { cx } from '../../ui/cx.ts'
import type { ItemActions } from '../../ui/submission/use-item-actions.ts'
import { vendorOf } from '../../ui/submission/words.ts'
import type { PayloadOf } from '../../vendors/vendor.ts'
import { CloseDialog, SendAgainDialog } from './UnknownDialogs.tsx'
import css from './UnknownPath.module.css'
import type { GoingOn } from './use-going-on.ts'
import { WayOut } from './WayOut.tsx'

interface FoundPathProps {
  readonly item: SubmissionDetail
  readonly actions: ItemActions
  readonly goingOn: GoingOn
}

/** The way out where Balie looked and found neither what was sent nor what stood there before: both are shown, and a person chooses. */
export function FoundPath({ item, actions, goingOn }: FoundPathProps) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const [question, setQuestion] = useState<'replace' | 'leave' | null>(null)
  const titleId = useId()
  const reading = item.attempts.findLast((attempt) => attempt.reading !== null)?.reading ?? null
  const can = (action: SubmissionDetail['actions'][number]) => item.actions.includes(action)
  const decide = (decision: 'send-again' | 'close' | 'look-again') => unwrap(client.outbox.decide({ id: item.id, decision }))
  const dialog = {
    item,
    onClose: () => setQuestion(null),
    async decide() {
      await decide(question === 'replace' ? 'send-again' : 'close')
      goingOn.decided(item.id, item.subject)
    },
  }
  return (
    <div className={cx(css.path)} role="group" aria-labelledby={titleId}>
      <h2 id={titleId}>{say('outboxScreen.found.title', { vendor: vendorOf(item) })}</h2>
      {item.reason && <p className={cx(css.quiet)}>{sayMessage(item.reason)}</p>}
      <ol className={cx(css.steps)}>
        <li>
          <h3>{say('outboxScreen.found.both')}</h3>
          {reading !== null && <Both kind={item.payload.kind} payload={item.payload} reading={reading} />}
        </li>
        <li>
          <h3>{say('outboxScreen.unknown.choose')}</h3>
          <div className={cx(css.ways)}>
            {can('look-again') && (
              <WayOut way="look" isDisabled={actions.isBusy} onPress={() => actions.run(() => decide('look-again'))} />
            )}
            {can('send-again') && <WayOut way="replace" isDisabled={actions.isBusy} onPress={() => setQuestion('replace')} />}
            {can('close') && <WayOut way="leave" isDisabled={actions.isBusy} onPress={() => setQuestion('leave')} />}
          </div>
        </li>
      </ol>
      {question === 'replace' && <SendAgainDialog {...dialog} />}
      {question === 'leave' && <CloseDialog {...dialog} />}
    </div>
  )
}

interface BothProps<K extends Kind> {
  readonly kind: K
  readonly payload: PayloadOf<K>
  readonly reading: AttemptReading
}

/** What stands there beside what was sent, as the vendor's folder shows it. */
function Both<K extends Kind>({ kind, ...shown }: BothProps<K>) {
  const { Found } = useVendorOf(kind)
  return Found ? <Found {...shown} /> : null
}
