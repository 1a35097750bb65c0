import { useMutation } from '@tanstack/react-query'
import { useRef, type KeyboardEvent } from 'react'
import type { ProxyView } from '#shared/domain/proxy.ts'
import { client, failureOf, unwrap } from '../../lib/client.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { useAppInfo } from '../../lib/preferences.ts'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { Notice } from '../Notice.tsx'
import { TextField } from '../TextField.tsx'
import { toast } from '../Toaster.tsx'
import { nameOf } from './use-proxies.ts'

interface Props {
  readonly proxy: ProxyView
  readonly onClose: () => void
}

/** Asks for the name and password of one proxy. Both only ever travel inwards, and nothing on the page keeps them. */
export function ProxyDialog({ proxy: { proxy, state }, onClose }: Props) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const info = useAppInfo()
  const userName = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const signIn = useMutation({
    mutationFn: () =>
      unwrap(client.proxies.signIn({ proxy, userName: userName.current?.value ?? '', password: password.current?.value ?? '' })),
    // SECURITY: the page keeps no copy of the password longer than the call that carries it.
    gcTime: 0,
    onSuccess: ({ kept }) => {
      toast(say(kept === 'keychain' ? 'proxy.saved.keychain' : 'proxy.saved.session'))
      onClose()
    },
  })
  const failure = signIn.error ? failureOf(signIn.error) : null
  const errorsAt = (field: 'userName' | 'password') => (failure?.fields?.[field] ?? []).map(sayMessage)
  const general = failure && !failure.fields ? [sayMessage(failure.message)] : []
  const refused = state === 'refused' && !failure ? [say('proxy.password.refused')] : []
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || signIn.isPending) return
    event.preventDefault()
    signIn.mutate()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say('proxy.dialog.title')}
      size="small"
      footer={
        <>
          <Button onPress={onClose} isDisabled={signIn.isPending}>
            {say('ui.cancel')}
          </Button>
          <Button variant="primary" isBusy={signIn.isPending} onPress={() => signIn.mutate()}>
            {say('proxy.dialog.confirm')}
          </Button>
        </>
      }
    >
      <p>{say('proxy.dialog.text', { proxy: nameOf(proxy) })}</p>
      {proxy.startsWith('http:') && <Notice tone="warn">{say('proxy.dialog.open')}</Notice>}
      <TextField
        ref={userName}
        name="userName"
        label={say('proxy.userName')}
        errors={errorsAt('userName')}
        autoFocus
        onKeyDown={onEnter}
      />
      <TextField
        ref={password}
        name="password"
        type="password"
        autoComplete="new-password"
        label={say('proxy.password')}
        description={say(info?.keychain === 'available' ? 'proxy.password.hint' : 'proxy.password.sessionHint')}
        errors={[...refused, ...errorsAt('password'), ...general]}
        onKeyDown={onEnter}
      />
    </Dialog>
  )
}
