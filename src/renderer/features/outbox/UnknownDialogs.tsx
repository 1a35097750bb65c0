import { useState } from 'react'
import { actionOf, kindOf } from '#shared/domain/kinds.ts'
import type { Decision } from '#shared/domain/submission.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { useSay } from '../../lib/i18n.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { riskOfSendingAgain } from './unknown-path.ts'

interface QuestionProps {
  readonly item: SubmissionDetail
  readonly onClose: () => void
  readonly decide: (decision: Decision, vendorNumber?: string) => Promise<unknown>
}

/** Carries a decision out; a failure keeps the question open and says why. */
function useDecision(decide: QuestionProps['decide']) {
  const [error, setError] = useState<unknown>(null)
  return {
    error,
    act: (decision: Decision, vendorNumber?: string) => () => {
      setError(null)
      return decide(decision, vendorNumber).catch((thrown: unknown) => {
        setError(thrown)
        throw thrown
      })
    },
  }
}

/** The clerk saw it at the vendor; its number is welcome but not needed. */
export function ArrivedDialog({ item, onClose, decide }: QuestionProps) {
  const say = useSay()
  const { error, act } = useDecision(decide)
  const [number, setNumber] = useState('')
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={say('outboxScreen.arrived.title')}
      confirmLabel={say('outboxScreen.arrived.confirm')}
      onConfirm={act('arrived', number.trim())}
    >
      <p>{say('outboxScreen.arrived.text')}</p>
      {actionOf(item.kind) !== 'delete' && (
        <TextField
          label={say(`item.vendorNumber.${kindOf(item.kind)}`)}
          name="vendorNumber"
          optional
          mono
          autoFocus
          defaultValue=""
          onChange={(event) => setNumber(event.target.value)}
        />
      )}
      <FailureNotice error={error} />
    </ConfirmDialog>
  )
}

/** The second confirmation, with the risk in plain words. */
export function SendAgainDialog({ item, onClose, decide }: QuestionProps) {
  const say = useSay()
  const { error, act } = useDecision(decide)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={say('outboxScreen.again.title')}
      confirmLabel={say('outboxScreen.again.confirm')}
      onConfirm={act('send-again')}
      isDanger
    >
      <p>{say(riskOfSendingAgain(item), { subject: item.subject })}</p>
      <FailureNotice error={error} />
    </ConfirmDialog>
  )
}

/** An outcome that no longer matters is laid to rest; history keeps it. */
export function CloseDialog({ onClose, decide }: QuestionProps) {
  const say = useSay()
  const { error, act } = useDecision(decide)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={say('outboxScreen.close.title')}
      confirmLabel={say('outboxScreen.close.confirm')}
      onConfirm={act('close')}
    >
      <p>{say('outboxScreen.close.text')}</p>
      <FailureNotice error={error} />
    </ConfirmDialog>
  )
}
