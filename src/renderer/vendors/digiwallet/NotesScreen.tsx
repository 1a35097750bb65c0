import { StickyNote } from 'lucide-react'
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { useDrafts, useIsDraft } from '../../lib/drafts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { DamagedRecords, isOfKind } from '../../ui/damaged/DamagedRecords.tsx'
import { DraftsScreen } from '../../ui/draft/DraftsScreen.tsx'
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
  return (
    <DraftsScreen
      kind="note"
      icon={StickyNote}
      footer={footer}
      renderList={(account, openId) => <NoteLists account={account} openId={openId} />}
    >
      {(draft, isNew) => <NoteForm draft={draft} isNew={isNew} />}
    </DraftsScreen>
  )
}

/** Known notes and drafts, each in its tab. */
function NoteLists({ account, openId }: { account: Account; openId: string | null }) {
  const say = useSay()
  const { total } = useDrafts('note', account.id)
  const isDraft = useIsDraft(openId)
  const [chosen, setChosen] = useState<{ readonly tab: Tab; readonly id: string | null } | null>(null)
  // What is opened is seen in its own list, until the person looks at the other one.
  const [lastTab, setLastTab] = useState<Tab>('known')
  const tabOfOpen = isDraft === 'pending' ? lastTab : isDraft ? 'drafts' : 'known'
  const tab = chosen && (openId === null || chosen.id === openId) ? chosen.tab : openId === null ? lastTab : tabOfOpen
  // With nothing open any more, as after throwing a draft away, the list stays the one that was in view.
  if (lastTab !== tab) setLastTab(tab)
  return (
    <Tabs
      label={say('notes.list')}
      selected={tab}
      onSelect={(key) => setChosen({ tab: key, id: openId })}
      tabs={[
        {
          key: 'known',
          label: say('notes.tab.known'),
          content: <KnownNotesList key={account.id} account={account} selectedId={openId} />,
        },
        {
          key: 'drafts',
          label: `${say('notes.tab.drafts')} ${total > 0 ? total : ''}`,
          content: (
            <>
              <DamagedRecords sources={['drafts']} isHere={isOfKind('note')} />
              <NoteDraftsList account={account} selectedId={openId} />
            </>
          ),
        },
      ]}
    />
  )
}
