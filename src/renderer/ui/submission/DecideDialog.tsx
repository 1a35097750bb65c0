import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { toast } from '../Toaster.tsx'
import { DecideTogether, type TogetherDecision } from './DecideTogether.tsx'

/** What a person looks an item up by. */
export type UnknownOutcome = Pick<SubmissionSummary, 'id' | 'kind' | 'subject' | 'context'>

interface DecideDialogProps {
  readonly items: readonly UnknownOutcome[]
  readonly onClose: () => void
  readonly onDecided: () => void
}

/** One word on several marked items whose outcome is unknown. */
export function DecideDialog({ items, onClose, onDecided }: DecideDialogProps) {
  const say = useSay()
  // As they were seen: the list behind changes while one looks them up.
  const [seen] = useState(items)
  const deciding = useMutation({
    mutationFn: (chosen: TogetherDecision) =>
      unwrap(client.outbox.decideAll({ ids: seen.map(({ id }) => id), decision: chosen })),
    onSuccess: ({ decided, left }) => {
      toast(left.length > 0 ? say('history.decide.left', { count: left.length }) : say('history.decide.done', { count: decided }))
      onDecided()
      onClose()
    },
  })
  return (
    <DecideTogether
      what="items"
      items={seen}
      total={seen.length}
      kinds={seen.map(({ kind }) => kind)}
      error={deciding.error}
      onDecide={(decision) => deciding.mutateAsync(decision)}
      onClose={onClose}
    />
  )
}
