import { useRef } from 'react'
import { cx } from '../../ui/cx.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useSecretCall } from '../../ui/safety/use-secret-call.ts'
import { TextField } from '../../ui/TextField.tsx'
import css from './UnlockScreen.module.css'

interface Props {
  readonly name: 'code' | 'passphrase'
  readonly label: string
  readonly hint?: string | undefined
  readonly confirmLabel: string
  readonly isFirst: boolean
  readonly send: (typed: string) => Promise<unknown>
}

/** One field that opens what lies here. */
export function WayIn({ name, label, hint, confirmLabel, isFirst, send }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const call = useSecretCall(
    () => send(field.current?.value ?? ''),
    () => undefined,
  )
  const failure = call.general(name)
  return (
    <form
      className={cx(css.form)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        call.send()
      }}
    >
      <TextField
        ref={field}
        name={name}
        type={name === 'passphrase' ? 'password' : 'text'}
        mono={name === 'code'}
        autoFocus={isFirst}
        label={label}
        description={hint}
        errors={call.errorsAt(name)}
      />
      {failure !== null && (
        <Notice tone="error" role="alert">
          {failure}
        </Notice>
      )}
      <Button type="submit" variant={isFirst ? 'primary' : 'secondary'} isBusy={call.isBusy}>
        {confirmLabel}
      </Button>
    </form>
  )
}
