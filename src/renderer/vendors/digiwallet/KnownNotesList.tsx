import { StickyNote } from 'lucide-react'
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import type { KnownNote } from '#shared/vendors/digiwallet/known-note.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { DataList } from '../../ui/DataList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { ActionBar } from '../../ui/RowActions.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { ItemRow, itemRowHeight } from '../../ui/submission/ItemRow.tsx'
import { Moment } from '../../ui/Time.tsx'
import css from './KnownNotesList.module.css'
import { methodName } from './method-words.ts'
import { knownText, outletWords } from './note-editing.ts'
import { useKnownActions } from './use-known-actions.tsx'
import { useKnownNotes } from './use-known-notes.ts'

const keyOf = (note: KnownNote) => note.newest.submissionId

/** The notes this app knows: what it sent last, never what DigiWallet holds now. */
export function KnownNotesList({ account, selectedId }: { account: Account; selectedId: string | null }) {
  const say = useSay()
  const { navigate } = useNavigation()
  const [search, setSearch] = useState('')
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set())
  const { actionsOf, dialog } = useKnownActions(() => setMarks(new Set()))
  const { notes, isComplete, isPending, error, retry, more } = useKnownNotes(account.id, search)
  const marked = notes.filter((note) => marks.has(keyOf(note)))
  const empty =
    search === '' ? (
      <EmptyState icon={<StickyNote aria-hidden="true" />} title={say('notes.empty.title')}>
        {say('notes.empty.text')}
      </EmptyState>
    ) : (
      <EmptyState title={say('notes.known.none')}>{say('notes.known.none.text')}</EmptyState>
    )
  return (
    <>
      <div className={cx(css.head)}>
        <SearchField label={say('notes.search')} value={search} onChange={setSearch} />
        <p className={cx(css.hint)}>{say('notes.lastSent')}</p>
      </div>
      {marked.length > 0 && <ActionBar count={marked.length} actions={actionsOf(marked)} onClear={() => setMarks(new Set())} />}
      {error ? (
        <EmptyState title={say('notes.failed')} actions={<Button onPress={retry}>{say('item.retry')}</Button>}>
          <FailureNotice error={error} />
        </EmptyState>
      ) : isPending ? (
        <Skeleton lines={9} />
      ) : (
        <DataList
          label={say('notes.tab.known')}
          items={notes}
          keyOf={keyOf}
          renderRow={(note) => <KnownRow note={note} account={account} />}
          rowHeight={itemRowHeight}
          selectedKey={selectedId}
          marks={{ keys: marks, onChange: setMarks }}
          actionsOf={actionsOf}
          onSelect={(note) => navigate({ screen: 'notes', id: keyOf(note) })}
          onEndReached={more}
          total={isComplete ? notes.length : -1}
          empty={empty}
        />
      )}
      {dialog}
    </>
  )
}

function KnownRow({ note, account }: { note: KnownNote; account: Account }) {
  const say = useSay()
  const { target, newest } = note
  const known = knownText(note)
  const text = 'text' in known ? known.text : say(`notes.${known.says}`)
  return (
    <ItemRow
      title={`${target.saleID} · ${methodName(target.paymentMethodCode)}`}
      marks={target.test && <EnvironmentBadge environment="test" />}
      status={newest.state}
      detail={`${text} · ${outletWords(account, target.outletID)}`}
      at={<Moment at={newest.at} />}
    />
  )
}
