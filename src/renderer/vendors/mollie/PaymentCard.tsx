import { PencilLine, RefreshCw } from 'lucide-react'
import type { ReadPayment } from '#shared/vendors/mollie/contract.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { Moment } from '../../ui/Time.tsx'
import type { PaymentAtHand } from './payment.ts'
import css from './PaymentCard.module.css'
import { useStatusWords } from './status-words.ts'

interface PaymentCardProps {
  readonly at: PaymentAtHand
  readonly onRead: () => void
  /** Takes the note that stands there into the form, to change it. */
  readonly onEditNote: (text: string) => void
}

/** The payment before anything is changed at it: what it is, and what stands there now. */
export function PaymentCard({ at, onRead, onEditNote }: PaymentCardProps) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const { payment, failure, isReading, canRead } = at
  const note = payment?.note ?? null
  return (
    <section className={cx(css.card)} aria-label={say('payment-notes.payment')} aria-busy={isReading}>
      <div className={cx(css.read)} aria-live="polite">
        {failure !== null && (
          <Notice tone="warn" title={say('payment-notes.notRead')}>
            {sayMessage(Object.values(failure.fields ?? {}).flat()[0] ?? failure.message)}
          </Notice>
        )}
        {payment !== null ? (
          <Payment payment={payment} />
        ) : isReading ? (
          <Skeleton lines={3} />
        ) : (
          failure === null && <p className={cx(css.none)}>{say('payment-notes.notYet')}</p>
        )}
      </div>
      <div className={cx(css.foot)}>
        {payment !== null && (
          <span className={cx(css.facts)}>
            {say('payment-notes.readAt')} <Moment at={payment.readAt} />
          </span>
        )}
        <Button size="small" icon={<RefreshCw aria-hidden="true" />} isBusy={isReading} isDisabled={!canRead} onPress={onRead}>
          {say(payment === null && failure === null ? 'payment-notes.read' : 'payment-notes.readAgain')}
        </Button>
        {note !== null && (
          <Button size="small" icon={<PencilLine aria-hidden="true" />} onPress={() => onEditNote(note.text)}>
            {say('payment-notes.editThis')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Payment({ payment }: { payment: ReadPayment }) {
  const say = useSay()
  const format = useFormat()
  const statusWords = useStatusWords()
  const { description, amount, status, createdAt, mode, note } = payment
  return (
    <>
      <div className={cx(css.head)}>
        <span className={cx(css.description)}>{description || say('payment-notes.noDescription')}</span>
        {mode === 'test' && <EnvironmentBadge environment="test" />}
      </div>
      <p className={cx(css.facts)}>
        {[
          amount && format.money(amount.value, amount.currency),
          statusWords(status),
          createdAt && say('payment-notes.createdAt', { date: format.date(createdAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className={cx(css.note)}>
        <h2>{say('payment-notes.now')}</h2>
        {note === null ? (
          <p className={cx(css.none)}>{say('payment-notes.now.none')}</p>
        ) : (
          <div className={cx(css.text)} tabIndex={0} role="region" aria-label={say('payment-notes.now')}>
            {note.text}
          </div>
        )}
        {note?.at && <p className={cx(css.facts)}>{say('payment-notes.now.at', { time: format.moment(note.at) })}</p>}
      </div>
    </>
  )
}
