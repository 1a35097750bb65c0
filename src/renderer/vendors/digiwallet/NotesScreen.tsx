import { useMutation } from '@tanstack/react-query'
import { FilePlus2, StickyNote } from 'lucide-react'
import { useState } from 'react'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { useActiveAccount } from '../../lib/active-accounts.ts'
import { useDrafts } from '../../lib/drafts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useNewDraft } from '../../lib/new-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { DamagedRecords, isOfKind } from '../../ui/damaged/DamagedRecords.tsx'
import { DraftOrItem } from '../../ui/draft/DraftOrItem.tsx'
import { Elsewhere } from '../../ui/draft/Elsewhere.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { PaneHeader, SplitView } from '../../ui/SplitView.tsx'
import type { ItemActions } from '../../ui/submission/use-item-actions.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { KnownNotesList } from './KnownNotesList.tsx'
import { NoteDraftsList } from './NoteDraftsList.tsx'
import { NoteForm } from './NoteForm.tsx'
import { NoteItemButtons } from './NoteItemButtons.tsx'

type Tab = 'known' | 'drafts'

const footer = (item: SubmissionDetail, actions: ItemActions) => <NoteItemButtons item={item} actions={actions} />

/** Notes on sales: what this app knows and what is being written on the left, the editor or the sent note on the right. */
export function NotesScreen() {
  const say = useSay()
  const account = useActiveAccount('digiwallet')
  const newDraft = useNewDraft()
  const { place, navigate } = useNavigation()
  const id = place.screen === 'notes' ? place.id : undefined
  const { drafts, elsewhere } = useDrafts('note', account?.id ?? null)
  const [chosen, setChosen] = useState<{ readonly tab: Tab; readonly id: string | undefined } | null>(null)
  // What is opened is seen in its own list, until the person looks at the other one.
  const tabOfOpen = drafts.some((draft) => draft.id === id) ? 'drafts' : 'known'
  const [lastTab, setLastTab] = useState<Tab>('known')
  const tab = chosen && (id === undefined || chosen.id === id) ? chosen.tab : id === undefined ? lastTab : tabOfOpen
  // With nothing open any more, as after throwing a draft away, the list stays the one that was in view.
  if (lastTab !== tab) setLastTab(tab)
  const making = useMutation({ mutationFn: () => newDraft('note') })
  const makeNew = () => making.mutate()

  if (!account) {
    return (
      <EmptyState
        icon={<StickyNote aria-hidden="true" />}
        title={say('notes.noAccount.title')}
        actions={
          <Button variant="primary" onPress={() => navigate({ screen: 'settings', section: 'accounts' })}>
            {say('notes.noAccount.action')}
          </Button>
        }
      >
        {say('notes.noAccount.text')}
      </EmptyState>
    )
  }
  const selectedId = id ?? null
  return (
    <SplitView
      listLabel={say('notes.tabs')}
      detailLabel={say('notes.detail')}
      isDetailOpen={id !== undefined}
      onCloseDetail={() => navigate({ screen: 'notes' })}
      list={
        <>
          <PaneHeader
            title={say('notes.title')}
            actions={
              <Button size="small" icon={<FilePlus2 aria-hidden="true" />} onPress={makeNew}>
                {say('notes.new')}
              </Button>
            }
          >
            <FailureNotice error={making.error} />
            <Elsewhere count={elsewhere} />
          </PaneHeader>
          <Tabs
            label={say('notes.tabs')}
            selected={tab}
            onSelect={(key) => setChosen({ tab: key, id })}
            tabs={[
              {
                key: 'known',
                label: say('notes.tab.known'),
                content: <KnownNotesList key={account.id} account={account} selectedId={selectedId} />,
              },
              {
                key: 'drafts',
                label: `${say('notes.tab.drafts')} ${drafts.length > 0 ? drafts.length : ''}`,
                content: (
                  <>
                    <DamagedRecords sources={['drafts']} isHere={isOfKind('note')} />
                    <NoteDraftsList account={account} selectedId={selectedId} />
                  </>
                ),
              },
            ]}
          />
        </>
      }
      detail={
        id === undefined ? (
          <EmptyState
            icon={<StickyNote aria-hidden="true" />}
            title={say('notes.pick.title')}
            actions={
              <Button variant="primary" icon={<FilePlus2 aria-hidden="true" />} onPress={makeNew}>
                {say('notes.new')}
              </Button>
            }
          >
            {say('notes.pick.text')}
          </EmptyState>
        ) : (
          <DraftOrItem key={id} id={id} kind="note" footer={footer}>
            {(draft, isNew) => <NoteForm draft={draft} isNew={isNew} />}
          </DraftOrItem>
        )
      }
    />
  )
}
