import { useId, useState } from 'react'
import type { BlindKind } from '#shared/domain/kinds.ts'
import type { Decision } from '#shared/domain/submission.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import type { ItemActions } from '../../ui/submission/use-item-actions.ts'
import { toast } from '../../ui/Toaster.tsx'
import { ArrivedDialog, CloseDialog, SendAgainDialog } from './UnknownDialogs.tsx'
import { whatToCheck } from './unknown-path.ts'
import css from './UnknownPath.module.css'
import type { GoingOn } from './use-going-on.ts'
import { WayOut } from './WayOut.tsx'

type Question = 'arrived' | 'send-again' | 'close'

interface UnknownPathProps {
  readonly item: SubmissionDetail
  readonly kind: BlindKind
  readonly actions: ItemActions
  readonly goingOn: GoingOn
}

/** The way out of an unknown outcome, for someone who never heard of HTTP: what happened, what to look up, what to choose. */
export function UnknownPath({ item, kind, actions, goingOn }: UnknownPathProps) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const format = useFormat()
  const [question, setQuestion] = useState<Question | null>(null)
  const titleId = useId()
  const attempt = item.attempts.at(-1)
  const can = (action: SubmissionDetail['actions'][number]) => item.actions.includes(action)
  const decide = (decision: Decision, vendorNumber?: string) =>
    unwrap(client.outbox.decide({ id: item.id, decision, ...(vendorNumber ? { vendorNumber } : {}) }))
  const dialog = {
    item,
    onClose: () => setQuestion(null),
    async decide(decision: Decision, vendorNumber?: string) {
      await decide(decision, vendorNumber)
      goingOn.decided(item.id, item.subject)
    },
  }
  const keep = async () => {
    await decide('keep')
    toast(say('outboxScreen.unknown.kept'))
    goingOn.left(item.id)
  }

  return (
    <div className={cx(css.path)} role="group" aria-labelledby={titleId}>
      <h2 id={titleId}>{say('outboxScreen.unknown.title')}</h2>
      <ol className={cx(css.steps)}>
        <li>
          <h3>{say('outboxScreen.unknown.what')}</h3>
          {attempt && (
            <p>
              {format.moment(attempt.startedAt)}: {say(`item.progress.${attempt.progress ?? 'notKnown'}`)}
            </p>
          )}
          {item.reason && <p className={cx(css.quiet)}>{sayMessage(item.reason)}</p>}
        </li>
        {can('arrived') && (
          <li>
            <h3>{say('outboxScreen.unknown.check')}</h3>
            <p>{say(whatToCheck({ ...item, kind }), { subject: item.subject })}</p>
          </li>
        )}
        <li>
          <h3>{say('outboxScreen.unknown.choose')}</h3>
          {!can('arrived') && <p>{say('outboxScreen.unknown.superseded')}</p>}
          <div className={cx(css.ways)}>
            {can('arrived') && <WayOut way="arrived" onPress={() => setQuestion('arrived')} isDisabled={actions.isBusy} />}
            {can('send-again') && <WayOut way="again" onPress={() => setQuestion('send-again')} isDisabled={actions.isBusy} />}
            {can('keep') && <WayOut way="later" isDisabled={actions.isBusy} onPress={() => actions.run(keep)} />}
            {can('close') && <WayOut way="close" onPress={() => setQuestion('close')} isDisabled={actions.isBusy} />}
          </div>
        </li>
      </ol>
      {question === 'arrived' && <ArrivedDialog {...dialog} />}
      {question === 'send-again' && <SendAgainDialog {...dialog} />}
      {question === 'close' && <CloseDialog {...dialog} />}
    </div>
  )
}
