import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { client, unwrap } from '../../lib/client.ts'
import { useEvent } from '../../lib/events.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { FailureNotice } from '../FailureNotice.tsx'
import { Notice } from '../Notice.tsx'
import { TextField } from '../TextField.tsx'
import { useSecretCall } from './use-secret-call.ts'

/** A backup that a person chose. */
export interface ChosenBackup {
  readonly name: string
  readonly createdAt: string
  readonly app: string
}

interface Props {
  readonly chosen: ChosenBackup
  /** Balie is open, and has to close for it. */
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Asks for a backup's passphrase, has all of it checked, and asks once more before it takes the place of what is there. */
export function RestoreDialog({ chosen, isOpen, onClose }: Props) {
  const say = useSay()
  const format = useFormat()
  const passphrase = useRef<HTMLInputElement>(null)
  const [isReady, setReady] = useState(false)
  const [percent, setPercent] = useState<number | null>(null)
  useEvent('restore.progress', ({ done, total }) => setPercent(total === 0 ? 100 : Math.floor((done / total) * 100)))
  const close = () => {
    void client.restore.drop(undefined)
    onClose()
  }
  const check = useSecretCall(
    () => unwrap(client.restore.unpack({ passphrase: passphrase.current?.value ?? '' })),
    ({ outcome }) => (outcome === 'ready' ? setReady(true) : onClose()),
  )
  const finish = useMutation({ mutationFn: () => unwrap(client.restore.finish(undefined)) })
  const failure = check.general('passphrase')
  return (
    <Dialog
      isOpen
      onClose={close}
      isAlert
      title={say('restore.title')}
      size="small"
      footer={
        <>
          <Button onPress={close}>{say('ui.cancel')}</Button>
          {isReady ? (
            <Button variant="danger" isBusy={finish.isPending} onPress={() => finish.mutate()}>
              {say('restore.finish')}
            </Button>
          ) : (
            <Button variant="primary" isBusy={check.isBusy} onPress={check.send}>
              {say('restore.check')}
            </Button>
          )}
        </>
      }
    >
      <p>{say('restore.chosen', { name: chosen.name, at: format.moment(chosen.createdAt), app: chosen.app })}</p>
      <p>{say('restore.text')}</p>
      {failure !== null && (
        <Notice tone="error" role="alert">
          {failure}
        </Notice>
      )}
      <FailureNotice error={finish.error} />
      {isReady ? (
        <Notice tone="ok" role="status">
          {say('restore.ready')}
          {isOpen && ` ${say('restore.ready.open')}`}
        </Notice>
      ) : (
        <TextField
          ref={passphrase}
          name="passphrase"
          type="password"
          autoFocus
          label={say('restore.passphrase')}
          errors={check.errorsAt('passphrase')}
          onKeyDown={(event) => {
            if (event.key === 'Enter') check.send()
          }}
        />
      )}
      {check.isBusy && percent !== null && <p role="status">{say('restore.progress', { percent })}</p>}
    </Dialog>
  )
}
