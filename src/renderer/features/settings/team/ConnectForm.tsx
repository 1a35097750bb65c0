import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { TeamAddressFields } from '#shared/domain/team.ts'
import { client, failureOf, unwrap } from '../../../lib/client.ts'
import { useFormErrors } from '../../../lib/form-errors.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { keys } from '../../../lib/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { onEnter } from '../../../ui/form-keys.ts'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Section } from '../../../ui/Section.tsx'
import { TextArea, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/Toaster.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'

const empty: TeamAddressFields = { host: '', port: 5432, database: 'balie', user: '', ca: null }

/** Where the team's database is, or an invitation that says so. The password only ever travels inwards. */
export function ConnectForm({ link }: { link: TeamAddressFields | null }) {
  const say = useSay()
  const queries = useQueryClient()
  const [fields, setFields] = useState(link ?? empty)
  /** Fields keep what is typed themselves; an invitation fills them anew. */
  const [invitations, setInvitations] = useState(0)
  const password = useRef<HTMLInputElement>(null)
  const names = ['host', 'port', 'database', 'user', 'password', 'ca'] as const
  const labels = Object.fromEntries(names.map((name) => [name, say(`team.${name}`)]))
  const errors = useFormErrors(labels)
  const set = (change: Partial<TeamAddressFields>) => {
    setFields((old) => ({ ...old, ...change }))
    for (const name of Object.keys(change)) errors.clear(name)
  }
  const invitation = useMutation({
    mutationFn: () => unwrap(client.team.openInvitation(undefined)),
    onSuccess(found) {
      if (!found) return
      set(found)
      setInvitations((count) => count + 1)
    },
    onError: (error) => errors.showFailure(failureOf(error)),
  })
  const connect = useMutation({
    // SECURITY: the page keeps no copy of the password longer than the call that carries it.
    mutationFn: () => unwrap(client.team.connect({ ...fields, password: password.current?.value ?? '' })),
    gcTime: 0,
    onSuccess(team) {
      if (password.current) password.current.value = ''
      queries.setQueryData(keys.team, team)
      toast(say('team.connected'))
    },
    onError: (error) => errors.showFailure(failureOf(error)),
  })
  const go = () => {
    errors.clear()
    connect.mutate()
  }
  return (
    <Section title={say('team.title')}>
      <ErrorSummary items={errors.items} attempt={errors.attempt} />
      <Toolbar label={say('team.title')}>
        <Button onPress={() => invitation.mutate()} isBusy={invitation.isPending}>
          {say('team.invitation')}
        </Button>
      </Toolbar>
      <TextField
        key={`host-${invitations}`}
        name="host"
        label={labels['host'] ?? ''}
        description={say('team.host.hint')}
        defaultValue={fields.host}
        onChange={(event) => set({ host: event.target.value })}
        errors={errors.at('host')}
      />
      <NumberField
        name="port"
        label={labels['port'] ?? ''}
        min={1}
        max={65_535}
        value={fields.port}
        onChange={(port) => set({ port })}
        errors={errors.at('port')}
      />
      <TextField
        key={`database-${invitations}`}
        name="database"
        label={labels['database'] ?? ''}
        defaultValue={fields.database}
        onChange={(event) => set({ database: event.target.value })}
        errors={errors.at('database')}
      />
      <TextField
        key={`user-${invitations}`}
        name="user"
        label={labels['user'] ?? ''}
        defaultValue={fields.user}
        onChange={(event) => set({ user: event.target.value })}
        errors={errors.at('user')}
      />
      <TextField
        ref={password}
        type="password"
        autoComplete="new-password"
        name="password"
        label={labels['password'] ?? ''}
        description={say('team.password.hint')}
        errors={errors.at('password')}
        onKeyDown={(event) => onEnter(event, go)}
      />
      <TextArea
        key={`ca-${invitations}`}
        name="ca"
        label={labels['ca'] ?? ''}
        description={say('team.ca.hint')}
        optional
        defaultValue={fields.ca ?? ''}
        onChange={(event) => set({ ca: event.target.value.trim() === '' ? null : event.target.value })}
        errors={errors.at('ca')}
      />
      <Toolbar label={say('team.connect')}>
        <Button variant="primary" onPress={go} isBusy={connect.isPending}>
          {say('team.connect')}
        </Button>
      </Toolbar>
    </Section>
  )
}
