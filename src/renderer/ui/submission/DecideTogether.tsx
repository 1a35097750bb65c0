import { useState } from 'react'
import { factsOf, vendorName, type SubmissionKind } from '#shared/domain/kinds.ts'
import { useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { Button } from '../Button.tsx'
import { RadioCards } from '../ChoiceField.tsx'
import { CopyValue } from '../CopyValue.tsx'
import { cx } from '../cx.ts'
import { ConfirmDialog, Dialog } from '../Dialog.tsx'
import { FailureNotice } from '../FailureNotice.tsx'
import css from './DecideTogether.module.css'

export type TogetherDecision = 'arrived' | 'send-again'

interface DecideTogetherProps {
  readonly what: 'items' | 'rows'
  /** Those that are named, to be looked up; of many the first. */
  readonly items: readonly {
    readonly id: string
    readonly kind: SubmissionKind
    readonly subject: string
    readonly context: string
  }[]
  /** Of all it holds for, as the person saw it. */
  readonly total: number
  readonly kinds: readonly SubmissionKind[]
  /** What else can be done, where there is something. */
  readonly hint?: string
  readonly error: unknown
  readonly onDecide: (decision: TogetherDecision) => Promise<unknown>
  readonly onClose: () => void
}

/**
 * One word on several outcomes that are unknown, as after an outage: each with its number and whose it is, to be looked up. It is
 * asked once more, since nothing takes it back: what is sent again may be there twice, and what did not arrive is sent no more.
 */
export function DecideTogether({ what, items, total, kinds, hint, error, onDecide, onClose }: DecideTogetherProps) {
  const say = useSay()
  const [decision, setDecision] = useState<TogetherDecision | null>(null)
  const [isSure, setSure] = useState(false)
  const vendor = [...new Set(kinds.map((kind) => vendorName(factsOf(kind).vendor)))].join(' / ')
  const words = { what, count: total, vendor }
  if (isSure && decision) {
    return (
      <ConfirmDialog
        isOpen
        onClose={onClose}
        title={say(`decide.${decision}.title`, words)}
        confirmLabel={say(`decide.${decision}`)}
        isDanger={decision === 'send-again'}
        onConfirm={() => onDecide(decision)}
      >
        <p>{say(`decide.${decision}.sure`, words)}</p>
        <FailureNotice error={error} />
      </ConfirmDialog>
    )
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('decide.title', words)}
      footer={
        <>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={decision === null} onPress={() => setSure(true)}>
            {say('decide.next')}
          </Button>
        </>
      }
    >
      <p>{say('decide.text', words)}</p>
      {items.length > 0 && (
        <ul className={cx(css.list)} aria-label={say('decide.list')}>
          {items.map(({ id, subject, context, kind }) => (
            <li key={id}>
              <CopyValue label={say(`item.kind.${kind}`)} value={subject} />
              <span>{shownText(context)}</span>
            </li>
          ))}
          {total > items.length && <li>{say('decide.more', { count: total - items.length })}</li>}
        </ul>
      )}
      <RadioCards<TogetherDecision>
        label={say('decide.question', words)}
        options={(['arrived', 'send-again'] as const).map((value) => ({
          value,
          label: say(`decide.${value}`),
          description: say(`decide.${value}.text`, words),
        }))}
        value={decision}
        onChange={setDecision}
      />
      {hint !== undefined && <p>{hint}</p>}
    </Dialog>
  )
}
