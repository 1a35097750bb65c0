import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TeamItemDetail } from '#shared/domain/team-item.ts'
import { client, unwrap } from '../../../lib/client.ts'
import { useFormat } from '../../../lib/format.ts'
import { useSay, useSayMessage } from '../../../lib/i18n.tsx'
import { keys } from '../../../lib/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { CopyValue } from '../../../ui/CopyValue.tsx'
import { ConfirmDialog } from '../../../ui/Dialog.tsx'
import { EnvironmentBadge } from '../../../ui/EnvironmentBadge.tsx'
import { FailureNotice } from '../../../ui/FailureNotice.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Skeleton } from '../../../ui/Spinner.tsx'
import { PaneBody, PaneFooter, PaneHeader } from '../../../ui/SplitView.tsx'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import { MissingItem } from '../../../ui/submission/MissingItem.tsx'
import { Payload } from '../../../ui/submission/Payload.tsx'
import { Section } from '../../../ui/submission/Section.tsx'
import { Acts } from './Acts.tsx'
import { DecideNotice } from './DecideNotice.tsx'

/** While a desk may fall silent, and until its time to decide is there: nobody tells of that. */
const againMs = 10_000

/** One item of the team's, with all that its database knows of it. */
export function TeamItemPane({ id }: { id: string }) {
  const { data, isPending, error, refetch } = useQuery({
    queryKey: keys.teamItem(id),
    queryFn: () => unwrap(client.teamHistory.get({ id })),
    refetchInterval: ({ state }) => (state.data?.state === 'sending' || state.data?.state === 'unknown' ? againMs : false),
  })
  if (isPending) return <Skeleton lines={6} />
  if (!data) return <MissingItem error={error} onRetry={() => void refetch()} />
  return <TeamItem item={data} error={error} key={data.id} />
}

function TeamItem({ item, error }: { item: TeamItemDetail; error: Error | null }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const format = useFormat()
  const queries = useQueryClient()
  const [isErasing, setErasing] = useState(false)
  const erase = useMutation({
    mutationFn: () => unwrap(client.teamHistory.erase({ id: item.id })),
    onSuccess(next) {
      queries.setQueryData(keys.teamItem(item.id), next)
      void queries.invalidateQueries({ queryKey: keys.teamLists })
    },
  })
  const { payload } = item
  const number = payload && say(`item.vendorNumber.${payload.kind}`)
  return (
    <>
      <PaneHeader
        title={
          <>
            <h1>{item.subject ?? say('item.erased.title')}</h1>
            <span role="status">
              <StatusBadge status={item.state} />
            </span>
            {item.isPractice && <EnvironmentBadge environment="practice" />}
            {item.test && <EnvironmentBadge environment="test" />}
          </>
        }
      />
      <PaneBody>
        <FailureNotice error={error ?? erase.error} />
        {item.state === 'unknown' ? (
          <DecideNotice item={item} />
        ) : (
          item.reason && item.state !== 'sent' && <Notice>{sayMessage(item.reason)}</Notice>
        )}
        <KeyValue
          entries={[
            { label: say('team.history.clerk'), value: item.isMine ? say('team.item.mine', { clerk: item.clerk }) : item.clerk },
            { label: say('item.account'), value: item.accountName },
            { label: say('item.createdAt'), value: format.exactMoment(item.createdAt) },
            { label: say('item.stateAt'), value: format.exactMoment(item.stateAt) },
            ...(item.decidedBy === null ? [] : [{ label: say('team.item.decidedBy'), value: item.decidedBy }]),
            ...(number && item.vendorNumber
              ? [{ label: number, value: <CopyValue label={number} value={item.vendorNumber} /> }]
              : []),
            ...(item.file
              ? [{ label: say('team.draft.file'), value: `${item.file.name} · ${format.bytes(item.file.bytes)}` }]
              : []),
          ]}
        />
        {payload && (
          <Section title={say('item.section.content')}>
            <Payload kind={payload.kind} payload={payload} attachment={undefined} />
          </Section>
        )}
        {item.acts.length > 0 && (
          <Section title={say('item.section.decisions')}>
            <Acts acts={item.acts} />
          </Section>
        )}
      </PaneBody>
      {item.canErase && (
        <PaneFooter>
          <Button variant="quiet" onPress={() => setErasing(true)}>
            {say('team.item.erase')}
          </Button>
        </PaneFooter>
      )}
      <ConfirmDialog
        isOpen={isErasing}
        onClose={() => setErasing(false)}
        title={say('team.item.erase.title')}
        confirmLabel={say('team.item.erase')}
        onConfirm={() => erase.mutateAsync().catch(() => undefined)}
        isDanger
      >
        {say('team.item.erase.text')}
      </ConfirmDialog>
    </>
  )
}
