import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { kinds, type Kind } from '#shared/domain/kinds.ts'
import type { TeamDraftDetail } from '#shared/domain/team-draft.ts'
import { client, unwrap } from '../../../lib/client.ts'
import { useFormat } from '../../../lib/format.ts'
import { useSay, useSayIfKnown } from '../../../lib/i18n.tsx'
import { keys } from '../../../lib/query.ts'
import { Button } from '../../Button.tsx'
import { ConfirmDialog } from '../../Dialog.tsx'
import { FailureNotice } from '../../FailureNotice.tsx'
import { KeyValue } from '../../KeyValue.tsx'
import { Notice } from '../../Notice.tsx'
import { Skeleton } from '../../Spinner.tsx'
import { PaneBody, PaneFooter, PaneHeader } from '../../SplitView.tsx'
import { StatusBadge } from '../../StatusBadge.tsx'
import { clipped } from '../../submission/ItemRow.tsx'
import { MissingItem } from '../../submission/MissingItem.tsx'
import { Section } from '../../submission/Section.tsx'
import { EraseDraft } from './EraseDraft.tsx'
import { useTakeDraft } from './use-team-drafts.ts'

/** A colleague's draft, to be read and taken over. */
export function TeamDraftPane({ id, kind }: { id: string; kind: Kind }) {
  const { data, isPending, error, refetch } = useQuery({
    queryKey: keys.teamDraft(id),
    queryFn: () => unwrap(client.teamDrafts.get({ id })),
    refetchOnMount: 'always',
  })
  if (isPending) return <Skeleton lines={6} />
  // Gone, or taken by somebody else since: what was read of it is old.
  if (!data || error) return <MissingItem error={error} onRetry={() => void refetch()} />
  return <TeamDraft draft={data} kind={kind} />
}

function TeamDraft({ draft, kind }: { draft: TeamDraftDetail; kind: Kind }) {
  const say = useSay()
  const sayIfKnown = useSayIfKnown()
  const format = useFormat()
  const [isAsking, setAsking] = useState(false)
  const taking = useTakeDraft(kind)
  const clerk = draft.isOwn ? say('team.draft.own') : draft.clerk
  const take = () => taking.mutate({ id: draft.id, fence: draft.fence, clerk: draft.clerk, isOwn: draft.isOwn })
  const words = Object.entries(draft.fields ?? {}).flatMap(([name, value]) => {
    const label = sayIfKnown(`field.${name}`)
    const word = name === 'action' ? sayIfKnown(`${kinds[kind].screen}.action.${value}`) : null
    return label === null || value === '' ? [] : [{ label, value: word ?? value }]
  })
  const names = draft.names.map(({ name, isThere }) => (isThere ? name : say('team.draft.file.notThere', { name })))
  return (
    <>
      <PaneHeader
        title={
          <>
            <h1>{clipped(draft.subject) || say('draft.untitled')}</h1>
            <StatusBadge status="draft" />
          </>
        }
      />
      <PaneBody>
        <FailureNotice error={taking.error} />
        {draft.note !== '' && <Notice title={say('team.draft.note', { clerk: draft.clerk })}>{draft.note}</Notice>}
        {draft.fields === null && <Notice tone="warn">{say('team.draft.unreadable')}</Notice>}
        <KeyValue
          entries={[
            { label: say('team.draft.clerk'), value: draft.isLive ? `${clerk} · ${say('team.draft.live')}` : clerk },
            { label: say('team.draft.at'), value: format.exactMoment(draft.at) },
          ]}
        />
        {words.length + names.length > 0 && (
          <Section title={say('item.section.content')}>
            <KeyValue
              entries={[
                ...words,
                ...(names.length > 0
                  ? [{ label: say('team.draft.fileNames', { count: names.length }), value: names.join(' · ') }]
                  : []),
              ]}
            />
          </Section>
        )}
      </PaneBody>
      <PaneFooter>
        {draft.canErase && <EraseDraft id={draft.id} kind={kind} clerk={draft.clerk} />}
        <Button
          variant="primary"
          isBusy={taking.isPending}
          isDisabled={draft.fields === null}
          onPress={() => (draft.isLive && !draft.isOwn ? setAsking(true) : take())}
        >
          {say('team.draft.take')}
        </Button>
      </PaneFooter>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={say('team.draft.take.title', { clerk: draft.clerk })}
        confirmLabel={say('team.draft.take')}
        onConfirm={take}
      >
        {say('team.draft.take.live', { clerk: draft.clerk })}
      </ConfirmDialog>
    </>
  )
}
