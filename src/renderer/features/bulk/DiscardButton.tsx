import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { BulkRun } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { useForgetRun } from './use-bulk-run.ts'

/** Forgets the table; what was sent stays in history. */
export function DiscardButton({ run }: { run: BulkRun }) {
  const say = useSay()
  const { navigate } = useNavigation()
  const forget = useForgetRun()
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  if (run.state === 'starting' || run.state === 'sending' || run.state === 'paused') return null
  return (
    <>
      <Button variant="quiet" size="small" icon={<Trash2 aria-hidden="true" />} onPress={() => setAsking(true)}>
        {say('bulkScreen.discard')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={say('bulkScreen.discard.title', { name: run.fileName })}
        confirmLabel={say('bulkScreen.discard.confirm')}
        isDanger
        onConfirm={async () => {
          try {
            await unwrap(client.bulk.discard({ runId: run.id }))
          } catch (failure) {
            setError(failure)
            throw failure
          }
          await forget(run.id)
          navigate({ screen: 'bulk' }, { replace: true })
        }}
      >
        <p>{say(run.startedAt ? 'bulkScreen.discard.sent' : 'bulkScreen.discard.unsent')}</p>
        <FailureNotice error={error} />
      </ConfirmDialog>
    </>
  )
}
