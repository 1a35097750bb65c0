import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TeamView } from '#shared/domain/team.ts'
import { client, unwrap } from '../../../lib/client.ts'
import { useSay, useSayMessage } from '../../../lib/i18n.tsx'
import { keys } from '../../../lib/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/Dialog.tsx'
import { FailureNotice } from '../../../ui/FailureNotice.tsx'
import { Notice, type NoticeProps } from '../../../ui/Notice.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { toast } from '../../../ui/Toaster.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'

const tones: Record<TeamView['state'], NonNullable<NoticeProps['tone']>> = {
  none: 'info',
  connecting: 'info',
  telling: 'info',
  untold: 'warn',
  online: 'ok',
  offline: 'warn',
}
const none = ''

/** How the desk stands with its team, which accounts it shares, and the way out. */
export function LinkedTeam({ team }: { team: TeamView }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const queries = useQueryClient()
  const [isLeaving, setLeaving] = useState(false)
  const [without, setWithout] = useState<TeamView['untold'][number] | null>(null)
  const keep = (next: TeamView) => queries.setQueryData(keys.team, next)
  const share = useMutation({
    mutationFn: (change: { shared: number; accountId: string | null }) => unwrap(client.team.share(change)),
    onSuccess: keep,
  })
  const goOn = useMutation({
    mutationFn: (desk: string) => unwrap(client.team.goOnWithout({ desk })),
    onSuccess: keep,
  })
  const leave = useMutation({
    mutationFn: () => unwrap(client.team.leave(undefined)),
    onSuccess(next) {
      keep(next)
      toast(say('team.disconnected'))
    },
  })
  return (
    <>
      <Section title={say('team.title')}>
        <Notice tone={tones[team.state]} role="status">
          {team.message && sayMessage(team.message)}
        </Notice>
        {team.isManager && team.untold.length > 0 && (
          <Toolbar label={say('team.title')}>
            {team.untold.map((desk) => (
              <Button key={desk.id} onPress={() => setWithout(desk)}>
                {say('team.goOnWithout', { label: `${desk.clerk} (${desk.label})` })}
              </Button>
            ))}
          </Toolbar>
        )}
        <FailureNotice error={share.error ?? goOn.error ?? leave.error} />
      </Section>
      {team.state !== 'offline' && team.state !== 'connecting' && (
        <Section title={say('team.accounts')} description={say('team.accounts.hint')}>
          {team.accounts.length === 0 && <p>{say('team.accounts.none')}</p>}
          {team.accounts.map(({ shared, name, accountId, candidates }) => (
            <SelectField
              key={shared}
              label={say('team.accounts.link', { name })}
              description={candidates.length === 0 ? say('team.accounts.noMatch') : undefined}
              value={accountId ?? none}
              isDisabled={candidates.length === 0 && accountId === null}
              onChange={(value) => share.mutate({ shared, accountId: value === none ? null : value })}
              options={[
                { value: none, label: say('team.accounts.unlinked') },
                ...candidates.map((candidate) => ({ value: candidate.accountId, label: candidate.name })),
              ]}
            />
          ))}
        </Section>
      )}
      <Toolbar label={say('team.disconnect')}>
        <Button variant="quiet" onPress={() => setLeaving(true)}>
          {say('team.disconnect')}
        </Button>
      </Toolbar>
      <ConfirmDialog
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        title={say('team.disconnect.confirm')}
        confirmLabel={say('team.disconnect')}
        onConfirm={() => leave.mutateAsync().catch(() => undefined)}
        isDanger
      >
        {say('team.disconnect.text')}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={without !== null}
        onClose={() => setWithout(null)}
        title={say('team.goOnWithout', { label: without?.label ?? '' })}
        confirmLabel={say('team.goOnWithout', { label: without?.label ?? '' })}
        onConfirm={() => (without ? goOn.mutateAsync(without.id).catch(() => undefined) : undefined)}
        isDanger
      >
        {say('team.goOnWithout.text', { label: without?.label ?? '' })}
      </ConfirmDialog>
    </>
  )
}
