import { useDeferredValue, useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { useDrafts, type SummaryOf } from '../../lib/drafts.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useListOrder } from '../../lib/list-order.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataList } from '../../ui/DataList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { useDraftsElsewhere } from '../../ui/draft/team/use-team-drafts.ts'
import { useRowsActions } from '../../ui/draft/use-rows-actions.ts'
import { ActionBar } from '../../ui/RowActions.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { cx } from '../../ui/cx.ts'
import css from './KnownNotesList.module.css'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { ItemRow, itemRowHeight } from '../../ui/submission/ItemRow.tsx'
import { Moment } from '../../ui/Time.tsx'
import { testOf } from './note-editing.ts'

/** The notes that are still being written, the one edited last first. */
export function NoteDraftsList({ account, selectedId }: { account: Account; selectedId: string | null }) {
  const say = useSay()
  const { navigate } = useNavigation()
  const [search, setSearch] = useState('')
  const { drafts, total, isPending, error, retry, more, hasMore } = useDrafts('note', account.id, useDeferredValue(search))
  useListOrder('notes', drafts)
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set())
  const actionsOf = useRowsActions<SummaryOf<'note'>>(
    ({ fields }) => fields.saleID,
    () => setMarks(new Set()),
  )
  const elsewhere = useDraftsElsewhere()
  const asRows = (some: readonly SummaryOf<'note'>[]) => some.map((draft) => ({ draft }))
  if (error) {
    return (
      <EmptyState title={say('notes.failed')} actions={<Button onPress={retry}>{say('item.retry')}</Button>}>
        <FailureNotice error={error} />
      </EmptyState>
    )
  }
  if (isPending) return <Skeleton lines={6} />
  const marked = drafts.filter(({ id }) => marks.has(id))
  return (
    <>
      {(drafts.length > 0 || search !== '') && (
        <div className={cx(css.head)}>
          <SearchField label={say('draft.search')} value={search} onChange={setSearch} />
        </div>
      )}
      {marked.length > 0 && (
        <ActionBar count={marked.length} actions={actionsOf(asRows(marked))} onClear={() => setMarks(new Set())} />
      )}
      <DataList
        label={say('notes.tab.drafts')}
        items={drafts}
        keyOf={(draft) => draft.id}
        renderRow={(draft) => <DraftRow draft={draft} account={account} elsewhere={elsewhere.get(draft.id)} />}
        rowHeight={itemRowHeight}
        selectedKey={selectedId}
        marks={{ keys: marks, onChange: setMarks }}
        actionsOf={(some) => actionsOf(asRows(some))}
        total={search === '' ? total : hasMore ? -1 : drafts.length}
        onEndReached={more}
        onSelect={(draft) => navigate({ screen: 'notes', id: draft.id })}
        empty={
          search === '' ? (
            <EmptyState title={say('notes.drafts.empty')}>{say('notes.drafts.empty.text')}</EmptyState>
          ) : (
            <EmptyState title={say('draft.search.none')}>{say('draft.search.none.text')}</EmptyState>
          )
        }
      />
    </>
  )
}

interface DraftRowProps {
  readonly draft: SummaryOf<'note'>
  readonly account: Account
  /** That a colleague has it now. */
  readonly elsewhere: string | undefined
}

function DraftRow({ draft, account, elsewhere }: DraftRowProps) {
  const say = useSay()
  const { fields } = draft
  return (
    <ItemRow
      title={fields.saleID.trim() || say('draft.untitled')}
      marks={testOf(account, fields).value === true && <EnvironmentBadge environment="test" />}
      status="draft"
      detail={[elsewhere, say(`notes.action.${fields.action}`), fields.action === 'delete' ? '' : fields.text.trim()]
        .filter(Boolean)
        .join(' · ')}
      at={<Moment at={draft.updatedAt} />}
    />
  )
}
