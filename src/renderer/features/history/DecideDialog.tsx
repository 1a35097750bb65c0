import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client, unwrap } from '../../lib/client.ts'
import type { HistoryItem } from '../../lib/history.ts'
import { useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioCards } from '../../ui/ChoiceField.tsx'
import { cx } from '../../ui/cx.ts'
import { ConfirmDialog, Dialog } from '../../ui/Dialog.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { CopyValue } from '../../ui/CopyValue.tsx'
import { toast } from '../../ui/Toaster.tsx'
import css from './HistoryList.module.css'

type Decision = 'arrived' | 'send-again'

interface DecideDialogProps {
  readonly items: readonly HistoryItem[]
  readonly onClose: () => void
  readonly onDecided: () => void
}

/**
 * One word on several outcomes that are unknown, as after an outage: each with its number and whose it is, to be looked up. Sending
 * again is asked once more, since what arrived after all is then there twice.
 */
export function DecideDialog({ items, onClose, onDecided }: DecideDialogProps) {
  const say = useSay()
  // As they were seen: the list behind changes while one looks them up.
  const [seen] = useState(items)
  const [decision, setDecision] = useState<Decision | null>(null)
  const [isSure, setSure] = useState(false)
  const count = seen.length
  const deciding = useMutation({
    mutationFn: (chosen: Decision) => unwrap(client.outbox.decideAll({ ids: seen.map(({ id }) => id), decision: chosen })),
    onSuccess: ({ decided, left }) => {
      toast(left.length > 0 ? say('history.decide.left', { count: left.length }) : say('history.decide.done', { count: decided }))
      onDecided()
      onClose()
    },
  })
  if (isSure) {
    return (
      <ConfirmDialog
        isOpen
        onClose={onClose}
        title={say('history.decide.title', { count })}
        confirmLabel={say('history.decide.again.confirm')}
        isDanger
        onConfirm={() => deciding.mutateAsync('send-again')}
      >
        <p>{say('history.decide.sure')}</p>
        <FailureNotice error={deciding.error} />
      </ConfirmDialog>
    )
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('history.decide.title', { count })}
      footer={
        <>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={decision === null}
            isBusy={deciding.isPending}
            onPress={() => decision && (decision === 'send-again' ? setSure(true) : deciding.mutate(decision))}
          >
            {say('history.decide.confirm')}
          </Button>
        </>
      }
    >
      <p>{say('history.decide.text')}</p>
      <ul className={cx(css.decided)}>
        {seen.map(({ id, subject, context, kind }) => (
          <li key={id}>
            <CopyValue label={say(`item.kind.${kind}`)} value={subject} />
            <span>{shownText(context)}</span>
          </li>
        ))}
      </ul>
      <RadioCards<Decision>
        label={say('history.decide.question')}
        options={[
          { value: 'arrived', label: say('history.decide.arrived'), description: say('history.decide.arrived.text') },
          { value: 'send-again', label: say('history.decide.again'), description: say('history.decide.again.text') },
        ]}
        value={decision}
        onChange={setDecision}
      />
      <FailureNotice error={deciding.error} />
    </Dialog>
  )
}
