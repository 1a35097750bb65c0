import { useQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { kinds, type Kind } from '#shared/domain/kinds.ts'
import { placeOfTeamItem } from '#shared/domain/team-item.ts'
import type { TeamDraftSummary } from '#shared/domain/team-draft.ts'
import { client, unwrap } from '../../../lib/client.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { useNavigation } from '../../../lib/navigation.tsx'
import { keys } from '../../../lib/query.ts'
import { Button } from '../../Button.tsx'
import { DataList } from '../../DataList.tsx'
import { EmptyState } from '../../EmptyState.tsx'
import { FailureNotice } from '../../FailureNotice.tsx'
import { Skeleton } from '../../Spinner.tsx'
import { ItemRow, itemRowHeight } from '../../submission/ItemRow.tsx'
import { Moment } from '../../Time.tsx'

/** What colleagues are writing for this account, the one saved last first. */
export function TeamDraftsList({ kind, accountId, selectedId }: { kind: Kind; accountId: string; selectedId: string | null }) {
  const say = useSay()
  const { navigate } = useNavigation()
  const { data, isPending, error, refetch } = useQuery({
    queryKey: keys.teamDrafts(kind),
    queryFn: () => unwrap(client.teamDrafts.list({ kind })),
    // Before this screen was open nobody heard of what changed.
    refetchOnMount: 'always',
  })
  if (error)
    return (
      <EmptyState title={say('team.drafts.failed')} actions={<Button onPress={() => void refetch()}>{say('item.retry')}</Button>}>
        <FailureNotice error={error} />
      </EmptyState>
    )
  if (isPending) return <Skeleton lines={6} />
  return (
    <DataList
      label={say('team.drafts.list')}
      items={data.filter((draft) => draft.accountId === accountId)}
      keyOf={(draft) => draft.id}
      renderRow={(draft) => <TeamDraftRow draft={draft} />}
      rowHeight={itemRowHeight}
      selectedKey={selectedId}
      onSelect={(draft) => navigate({ screen: kinds[kind].screen, id: placeOfTeamItem(draft.id) })}
      empty={
        <EmptyState icon={<Users aria-hidden="true" />} title={say('team.drafts.none')}>
          {say('team.drafts.none.text')}
        </EmptyState>
      }
    />
  )
}

function TeamDraftRow({ draft }: { draft: TeamDraftSummary }) {
  const say = useSay()
  const detail = [
    draft.isOwn ? say('team.draft.own') : draft.clerk,
    draft.isLive ? say('team.draft.live') : '',
    draft.files > 0 ? say('team.draft.files', { count: draft.files }) : '',
    draft.note,
  ]
  return (
    <ItemRow
      title={draft.subject || say('draft.untitled')}
      status="draft"
      detail={detail.filter(Boolean).join(' · ')}
      at={<Moment at={draft.at} />}
    />
  )
}
