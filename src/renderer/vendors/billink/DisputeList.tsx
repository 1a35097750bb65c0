import type { DisputeDraft } from '#shared/vendors/billink/dispute.ts'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { useDrafts } from '../../lib/drafts.ts'
import { useHistory } from '../../lib/history.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataList } from '../../ui/DataList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { useDeparture } from '../../ui/submission/departure.ts'
import { ItemRow, itemRowHeight } from '../../ui/submission/ItemRow.tsx'
import { Moment } from '../../ui/Time.tsx'
import { draftDetail, draftTitle } from './dispute-titles.ts'

type Row = { readonly draft: DisputeDraft } | { readonly item: SubmissionSummary }
const keyOf = (row: Row) => ('draft' in row ? row.draft.id : row.item.id)

/** Everything but what was taken back: of that, the draft is in the list again. */
const shownStates = ['queued', 'sending', 'sent', 'rejected', 'held', 'unknown', 'closed'] as const

/** The disputes of an account: its drafts first, then what was filed, each the newest first. */
export function DisputeList({ accountId, selectedId }: { accountId: string; selectedId: string | null }) {
  const say = useSay()
  const { navigate } = useNavigation()
  const drafts = useDrafts('dispute', accountId)
  const filed = useHistory({ search: '', kinds: ['dispute.create'], states: [...shownStates], accountId })
  const error = drafts.error ?? filed.error
  if (error) {
    return (
      <EmptyState
        title={say('disputes.failed')}
        actions={
          <Button
            onPress={() => {
              drafts.retry()
              filed.retry()
            }}
          >
            {say('item.retry')}
          </Button>
        }
      >
        <FailureNotice error={error} />
      </EmptyState>
    )
  }
  if (drafts.isPending || filed.isPending) return <Skeleton lines={9} />
  const rows: Row[] = [...drafts.drafts.map((draft) => ({ draft })), ...filed.items.map((item) => ({ item }))]
  return (
    <DataList
      label={say('disputes.list')}
      items={rows}
      keyOf={keyOf}
      renderRow={(row) => ('draft' in row ? <DraftRow draft={row.draft} /> : <FiledRow item={row.item} />)}
      rowHeight={itemRowHeight}
      selectedKey={selectedId}
      onSelect={(row) => navigate({ screen: 'disputes', id: keyOf(row) })}
      onEndReached={filed.more}
      total={filed.totalCapped ? -1 : drafts.drafts.length + filed.total}
      empty={<EmptyState title={say('disputes.empty.title')}>{say('disputes.empty.text')}</EmptyState>}
    />
  )
}

function DraftRow({ draft }: { draft: DisputeDraft }) {
  const say = useSay()
  return (
    <ItemRow
      title={draftTitle(say, draft.fields)}
      status="draft"
      detail={draftDetail(say, draft.fields)}
      at={<Moment at={draft.updatedAt} />}
    />
  )
}

function FiledRow({ item }: { item: SubmissionSummary }) {
  const { status } = useDeparture(item)
  return <ItemRow title={item.subject} status={status} detail={item.context} at={<Moment at={item.createdAt} />} />
}
