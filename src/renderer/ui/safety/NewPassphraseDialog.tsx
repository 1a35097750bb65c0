import { useRef, useState } from 'react'
import { passphraseLength } from '#shared/domain/unlock.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { Notice } from '../Notice.tsx'
import { TextField } from '../TextField.tsx'
import { useSecretCall } from './use-secret-call.ts'

interface Props<T> {
  readonly title: string
  readonly text?: string | undefined
  readonly confirmLabel: string
  readonly send: (passphrase: string) => Promise<T>
  readonly onDone: (value: T) => void
  readonly onClose: () => void
  /** How far it is, where it takes long. */
  readonly progress?: string | null
  /** Ends what takes long; without it nothing does. */
  readonly onStop?: () => void
}

/** Asks for a passphrase that is new, twice: one that was mistyped would open nothing. */
export function NewPassphraseDialog<T>(props: Props<T>) {
  const { title, text, confirmLabel, send, onDone, onClose, progress = null, onStop } = props
  const say = useSay()
  const first = useRef<HTMLInputElement>(null)
  const second = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<'short' | 'differs' | null>(null)
  const { isBusy, send: call, errorsAt, general } = useSecretCall(() => send(first.current?.value ?? ''), onDone)
  const submit = () => {
    const typed = first.current?.value ?? ''
    const found = typed.length < passphraseLength.least ? 'short' : typed === second.current?.value ? null : 'differs'
    setWrong(found)
    if (found) (found === 'short' ? first : second).current?.focus()
    else call()
  }
  const failure = general('passphrase')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      size="small"
      footer={
        <>
          <Button onPress={isBusy && onStop ? onStop : onClose} isDisabled={isBusy && !onStop}>
            {say('ui.cancel')}
          </Button>
          <Button variant="primary" isBusy={isBusy} onPress={submit}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {text !== undefined && <p>{text}</p>}
      {isBusy && progress !== null && <p role="status">{progress}</p>}
      {failure !== null && (
        <Notice tone="error" role="alert">
          {failure}
        </Notice>
      )}
      <TextField
        ref={first}
        name="passphrase"
        type="password"
        autoComplete="new-password"
        autoFocus
        label={say('safety.passphrase.field')}
        description={say('safety.passphrase.hint')}
        errors={wrong === 'short' ? [say('keys.passphrase.short')] : errorsAt('passphrase')}
      />
      <TextField
        ref={second}
        name="again"
        type="password"
        autoComplete="new-password"
        label={say('safety.passphrase.again')}
        errors={wrong === 'differs' ? [say('keys.passphrase.differs')] : []}
        onKeyDown={(event) => {
          if (event.key === 'Enter') submit()
        }}
      />
    </Dialog>
  )
}
