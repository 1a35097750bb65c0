import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { FailureNotice } from '../FailureNotice.tsx'
import { Notice } from '../Notice.tsx'
import { TextField } from '../TextField.tsx'
import { toast } from '../Toaster.tsx'
import { useSecretCall } from './use-secret-call.ts'

/** Has a fresh code shown by main, and asks for its end, so that nobody is left with one that they did not note. */
export function CodeMaker({ label, renewsKeys = false }: { label: string; renewsKeys?: boolean }) {
  const [isAsking, setAsking] = useState(false)
  const show = useMutation({
    mutationFn: () => unwrap(client.keys.showNewCode({ renewsKeys })),
    onSuccess: ({ noted }) => setAsking(noted),
  })
  return (
    <>
      <FailureNotice error={show.error} />
      <div>
        <Button isBusy={show.isPending} onPress={() => show.mutate()}>
          {label}
        </Button>
      </div>
      {isAsking && <ConfirmCode onClose={() => setAsking(false)} />}
    </>
  )
}

function ConfirmCode({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const ending = useRef<HTMLInputElement>(null)
  const call = useSecretCall(
    () => unwrap(client.keys.confirmCode({ ending: ending.current?.value ?? '' })),
    () => {
      toast(say('safety.code.done'))
      onClose()
    },
  )
  const failure = call.general('ending')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('safety.code.confirm.title')}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{say('ui.cancel')}</Button>
          <Button variant="primary" isBusy={call.isBusy} onPress={call.send}>
            {say('safety.code.confirm')}
          </Button>
        </>
      }
    >
      <p>{say('safety.code.confirm.text')}</p>
      {failure !== null && (
        <Notice tone="error" role="alert">
          {failure}
        </Notice>
      )}
      <TextField
        ref={ending}
        name="ending"
        mono
        autoFocus
        label={say('safety.code.confirm.field')}
        errors={call.errorsAt('ending')}
        onKeyDown={(event) => {
          if (event.key === 'Enter') call.send()
        }}
      />
    </Dialog>
  )
}
