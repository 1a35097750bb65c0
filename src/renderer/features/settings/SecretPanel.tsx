import { onEnter } from '../../ui/form-keys.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Account, SecretState } from '#shared/domain/account.ts'
import { client, failureOf, unwrap } from '../../lib/client.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { keys } from '../../lib/query.ts'
import { useVendor } from '../../lib/vendors.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice, type NoticeProps } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toaster.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'

const tones: Record<SecretState, NonNullable<NoticeProps['tone']>> = {
  public: 'practice',
  stored: 'ok',
  session: 'warn',
  missing: 'warn',
  'no-keychain': 'warn',
  broken: 'error',
  locked: 'error',
  denied: 'error',
}
const canBeGiven: ReadonlySet<SecretState> = new Set(['missing', 'no-keychain', 'broken'])
const isThere: ReadonlySet<SecretState> = new Set(['stored', 'session'])
const canBeTriedAgain: ReadonlySet<SecretState> = new Set(['locked', 'denied'])

/** How the account's key stands, and the way to give, replace or erase it. The key itself only ever travels inwards. */
export function SecretPanel({ account }: { account: Account }) {
  const say = useSay()
  const queries = useQueryClient()
  const [isReplacing, setReplacing] = useState(false)
  const [isErasing, setErasing] = useState(false)
  const { id, secret } = account
  const look = () => queries.invalidateQueries({ queryKey: keys.accounts })
  const erase = useMutation({
    mutationFn: () => unwrap(client.accounts.removeSecret({ accountId: id })),
    onSuccess: () => {
      toast(say('settings.secret.removed'))
      return look()
    },
  })

  return (
    <Section title={say('settings.secret.title')}>
      <Notice tone={tones[secret.state]}>
        {say(`account.secret.${secret.state}`)}{' '}
        {secret.lastFour !== null && say('settings.secret.ends', { lastFour: secret.lastFour })}
      </Notice>
      <FailureNotice error={erase.error} />
      {canBeTriedAgain.has(secret.state) && (
        <Toolbar label={say('settings.secret.title')}>
          <Button onPress={() => void look()}>{say('settings.secret.retry')}</Button>
        </Toolbar>
      )}
      {isThere.has(secret.state) && !isReplacing && (
        <Toolbar label={say('settings.secret.title')}>
          <Button onPress={() => setReplacing(true)}>{say('settings.secret.replace')}</Button>
          <Button variant="quiet" onPress={() => setErasing(true)} isBusy={erase.isPending}>
            {say('settings.secret.remove')}
          </Button>
        </Toolbar>
      )}
      {(isReplacing || canBeGiven.has(secret.state)) && (
        <SecretForm
          account={account}
          onSaved={() => setReplacing(false)}
          {...(isReplacing ? { onCancel: () => setReplacing(false) } : {})}
        />
      )}
      <ConfirmDialog
        isOpen={isErasing}
        onClose={() => setErasing(false)}
        title={say('settings.secret.remove.title')}
        confirmLabel={say('settings.secret.remove')}
        onConfirm={() => erase.mutateAsync().catch(() => undefined)}
        isDanger
      >
        {say('settings.secret.remove.text')}
      </ConfirmDialog>
    </Section>
  )
}

function SecretForm({ account, onSaved, onCancel }: { account: Account; onSaved: () => void; onCancel?: () => void }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const { secretNote } = useVendor(account.settings.kind).settings
  // SECURITY: what the page keeps is what is said of the key, never the key.
  const [note, setNote] = useState<string | null>(null)
  const store = useMutation({
    mutationFn: (secret: string) => unwrap(client.accounts.setSecret({ accountId: account.id, secret })),
    // SECURITY: the page keeps no copy of the key longer than the call that carries it.
    gcTime: 0,
    onSuccess: () => {
      if (input.current) input.current.value = ''
      setNote(null)
      store.reset()
      toast(say('settings.secret.saved'))
      onSaved()
      return queries.invalidateQueries({ queryKey: keys.accounts })
    },
  })
  const failure = store.error ? failureOf(store.error) : null
  const errors = failure ? (failure.fields?.['secret'] ?? [failure.message]).map(sayMessage) : []
  const save = () => store.mutate(input.current?.value ?? '')

  return (
    <>
      <TextField
        ref={input}
        type="password"
        autoComplete="new-password"
        name="secret"
        label={say(`settings.secret.${account.settings.kind}`)}
        description={`${say(`settings.secret.hint.${account.settings.kind}`)} ${say('settings.secret.hint')}`}
        warning={note}
        onChange={(event) => setNote(secretNote?.(say, event.target.value, account.settings) ?? null)}
        errors={errors}
        autoFocus={onCancel !== undefined}
        onKeyDown={(event) => onEnter(event, save)}
      />
      <Toolbar label={say('settings.secret.title')}>
        <Button onPress={save} isBusy={store.isPending}>
          {say('settings.secret.save')}
        </Button>
        {onCancel && (
          <Button variant="quiet" onPress={onCancel}>
            {say('ui.cancel')}
          </Button>
        )}
      </Toolbar>
    </>
  )
}
