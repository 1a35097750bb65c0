import { useMutation } from '@tanstack/react-query'
import { FilePlus2, FileText } from 'lucide-react'
import { useActiveAccount } from '../../lib/active-accounts.ts'
import { useDrafts } from '../../lib/drafts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useNewDraft } from '../../lib/new-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { DraftOrItem } from '../../ui/draft/DraftOrItem.tsx'
import { Elsewhere } from '../../ui/draft/Elsewhere.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DamagedRecords, isOfKind } from '../../ui/damaged/DamagedRecords.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { PaneHeader, SplitView } from '../../ui/SplitView.tsx'
import { DisputeForm } from './DisputeForm.tsx'
import { DisputeList } from './DisputeList.tsx'

/** Disputes: drafts and what was filed on the left, the form or the filed item on the right. */
export function DisputesScreen() {
  const say = useSay()
  const account = useActiveAccount('billink')
  const newDraft = useNewDraft()
  const { place, navigate } = useNavigation()
  const id = place.screen === 'disputes' ? place.id : undefined
  const { elsewhere } = useDrafts('dispute', account?.id ?? null)
  const making = useMutation({ mutationFn: () => newDraft('dispute') })
  const makeNew = () => making.mutate()

  if (!account) {
    return (
      <EmptyState
        icon={<FileText aria-hidden="true" />}
        title={say('disputes.noAccount.title')}
        actions={
          <Button variant="primary" onPress={() => navigate({ screen: 'settings', section: 'accounts' })}>
            {say('disputes.noAccount.action')}
          </Button>
        }
      >
        {say('disputes.noAccount.text')}
      </EmptyState>
    )
  }
  return (
    <SplitView
      listLabel={say('disputes.list')}
      detailLabel={say('disputes.detail')}
      isDetailOpen={id !== undefined}
      onCloseDetail={() => navigate({ screen: 'disputes' })}
      list={
        <>
          <PaneHeader
            title={say('disputes.title')}
            actions={
              <Button size="small" icon={<FilePlus2 aria-hidden="true" />} onPress={makeNew}>
                {say('disputes.new')}
              </Button>
            }
          >
            <FailureNotice error={making.error} />
            <Elsewhere count={elsewhere} />
          </PaneHeader>
          <DamagedRecords sources={['drafts']} isHere={isOfKind('dispute')} />
          <DisputeList key={account.id} accountId={account.id} selectedId={id ?? null} />
        </>
      }
      detail={
        id === undefined ? (
          <EmptyState
            icon={<FileText aria-hidden="true" />}
            title={say('disputes.pick.title')}
            actions={
              <Button variant="primary" icon={<FilePlus2 aria-hidden="true" />} onPress={makeNew}>
                {say('disputes.new')}
              </Button>
            }
          >
            {say('disputes.pick.text')}
          </EmptyState>
        ) : (
          <DraftOrItem key={id} id={id} kind="dispute">
            {(draft, isNew) => <DisputeForm draft={draft} isNew={isNew} />}
          </DraftOrItem>
        )
      }
    />
  )
}
