import { vendorName } from '#shared/domain/kinds.ts'
import { accountKindOf } from '#shared/ipc/bulk-contract.ts'
import { useState } from 'react'
import type { BulkRun } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { RadioCards } from '../../ui/ChoiceField.tsx'
import { ConfirmDialog, Dialog } from '../../ui/Dialog.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { useRunCall } from './use-bulk-run.ts'

type Decision = 'arrived' | 'send-again'

interface DecideUnknownProps {
  readonly run: BulkRun
  /** As the person saw it: where it is another number by now, main does nothing. */
  readonly total: number
  readonly onClose: () => void
}

/** One word for all rows of unknown outcome: explained, chosen, and confirmed once more, since it can write twice. */
export function DecideUnknown({ run, total, onClose }: DecideUnknownProps) {
  const say = useSay()
  const [seen] = useState(total)
  const [decision, setDecision] = useState<Decision | null>(null)
  const [isSure, setSure] = useState(false)
  const vendor = vendorName(accountKindOf(run.kind))
  const deciding = useRunCall((chosen: Decision) =>
    unwrap(client.bulk.decideUnknown({ runId: run.id, decision: chosen, total: seen })),
  )
  if (isSure && decision) {
    return (
      <ConfirmDialog
        isOpen
        onClose={onClose}
        title={say(`bulkScreen.decide.${decision}.title`, { count: seen })}
        confirmLabel={say(`bulkScreen.decide.${decision}`)}
        isDanger={decision === 'send-again'}
        onConfirm={() => deciding.mutateAsync(decision)}
      >
        <p>{say(`bulkScreen.decide.${decision}.sure`, { count: seen, vendor })}</p>
        <FailureNotice error={deciding.error} />
      </ConfirmDialog>
    )
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('bulkScreen.decide.title', { count: seen })}
      footer={
        <>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={decision === null} onPress={() => setSure(true)}>
            {say('bulkScreen.decide.next')}
          </Button>
        </>
      }
    >
      <p>{say('bulkScreen.decide.text', { vendor })}</p>
      <RadioCards<Decision>
        label={say('bulkScreen.decide.question', { vendor })}
        options={(['arrived', 'send-again'] as const).map((value) => ({
          value,
          label: say(`bulkScreen.decide.${value}`),
          description: say(`bulkScreen.decide.${value}.text`, { vendor }),
        }))}
        value={decision}
        onChange={setDecision}
      />
      <p>{say('bulkScreen.decide.oneByOne')}</p>
    </Dialog>
  )
}
