import { useMutation } from '@tanstack/react-query'
import { FilePlus2, StickyNote } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useActiveAccount } from '../../lib/active-accounts.ts'
import { useNoteDrafts } from '../../lib/drafts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useNewDraft } from '../../lib/new-draft.ts'
import { Button } from '../../ui/Button.tsx'
import { DraftOrItem } from '../../ui/draft/DraftOrItem.tsx'
import { Elsewhere } from '../../ui/draft/Elsewhere.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { PaneHeader, SplitView } from '../../ui/SplitView.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { KnownNotesList } from './KnownNotesList.tsx'
import { NoteDraftsList } from './NoteDraftsList.tsx'
import { NoteForm } from './NoteForm.tsx'
import { NoteItemButtons } from './NoteItemButtons.tsx'

/** Notes on sales: what this app knows and what is being written on the left, the editor or the sent note on the right. */
export function NotesScreen() {
  const say = useSay()
  const account = useActiveAccount('digiwallet')
  const newDraft = useNewDraft()
  const { place, navigate } = useNavigation()
  const id = place.screen === 'notes' ? place.id : undefined
  const { drafts, elsewhere, isPending } = useNoteDrafts(account?.id ?? null)
  const [tab, setTab] = useState<'known' | 'drafts'>('known')
  const isDraft = drafts.some((draft) => draft.id === id)
  const making = useMutation({ mutationFn: () => newDraft('digiwallet') })
  const makeNew = () => making.mutate()

  // What is opened from elsewhere is seen in its list; the person may look at the other list meanwhile.
  useEffect(() => {
    if (id !== undefined && !isPending) setTab(isDraft ? 'drafts' : 'known')
  }, [id, isDraft, isPending])

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
            onSelect={setTab}
            tabs={[
              {
                key: 'known',
                label: say('notes.tab.known'),
                content: <KnownNotesList account={account} selectedId={selectedId} />,
              },
              {
                key: 'drafts',
                label: `${say('notes.tab.drafts')} ${drafts.length > 0 ? drafts.length : ''}`,
                content: <NoteDraftsList account={account} selectedId={selectedId} />,
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
          <DraftOrItem key={id} id={id} footer={(item, actions) => <NoteItemButtons item={item} actions={actions} />}>
            {(draft, isNew) => draft.kind === 'note' && <NoteForm draft={draft} isNew={isNew} />}
          </DraftOrItem>
        )
      }
    />
  )
}
