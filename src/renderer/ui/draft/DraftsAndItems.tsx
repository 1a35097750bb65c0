import { useDeferredValue, useState } from 'react'
import { kindOf, kinds, submissionKindSchema, type Kind } from '#shared/domain/kinds.ts'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { useDrafts, type SummaryOf } from '../../lib/drafts.ts'
import { useHistory } from '../../lib/history.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useListOrder } from '../../lib/list-order.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { useVendorOf } from '../../lib/vendors.tsx'
import { Button } from '../Button.tsx'
import { DataList } from '../DataList.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { FailureNotice } from '../FailureNotice.tsx'
import { ActionBar } from '../RowActions.tsx'
import { SearchField } from '../SearchField.tsx'
import { Skeleton } from '../Spinner.tsx'
import { useDeparture } from '../submission/departure.ts'
import { ItemRow, itemRowHeight } from '../submission/ItemRow.tsx'
import { Moment } from '../Time.tsx'
import { cx } from '../cx.ts'
import { useDraftsElsewhere } from './team/use-team-drafts.ts'
import { idOf, useRowsActions, type DraftOrFiled } from './use-rows-actions.ts'
import css from './DraftsAndItems.module.css'

/** Everything but what was taken back: of that, the draft is in the list again. */
const shownStates = ['queued', 'sending', 'sent', 'rejected', 'held', 'unknown', 'closed'] as const

interface DraftsAndItemsProps<K extends Kind> {
  readonly kind: K
  readonly accountId: string
  readonly selectedId: string | null
  /** What a draft is called and what its second line says. */
  readonly words: (draft: SummaryOf<K>) => { readonly title: string; readonly detail: string }
}

/** What an account has of a kind: its drafts, then what was filed, each the newest first and searched together. */
export function DraftsAndItems<K extends Kind>({ kind, accountId, selectedId, words }: DraftsAndItemsProps<K>) {
  const say = useSay()
  const { navigate } = useNavigation()
  const { screen } = kinds[kind]
  const vendor = useVendorOf(kind)
  const [search, setSearch] = useState('')
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set())
  const actionsOf = useRowsActions<SummaryOf<K>>(
    (draft) => vendor.draftWords(draft).subject,
    () => setMarks(new Set()),
  )
  const asked = useDeferredValue(search)
  const drafts = useDrafts(kind, accountId, asked)
  const filed = useHistory({
    search: asked,
    kinds: submissionKindSchema.options.filter((name) => kindOf(name) === kind),
    states: [...shownStates],
    accountId,
  })
  useListOrder(screen, drafts.drafts)
  const elsewhere = useDraftsElsewhere()
  const error = drafts.error ?? filed.error
  if (error) {
    const retry = () => {
      drafts.retry()
      filed.retry()
    }
    return (
      <EmptyState title={say(`${screen}.failed`)} actions={<Button onPress={retry}>{say('item.retry')}</Button>}>
        <FailureNotice error={error} />
      </EmptyState>
    )
  }
  if (drafts.isPending || filed.isPending) return <Skeleton lines={9} />
  type Row = DraftOrFiled<SummaryOf<K>>
  const found = drafts.drafts
  // What was filed stands below all drafts, and so comes once they are read to the end.
  const below = drafts.hasMore ? [] : filed.items
  const rows: Row[] = [...found.map((draft) => ({ draft })), ...below.map((item) => ({ item }))]
  const marked = rows.filter((row) => marks.has(idOf(row)))
  const groupOf = (row: Row) => say('draft' in row ? 'draft.group.drafts' : 'draft.group.filed')
  const isSearched = search.trim() !== ''
  return (
    <>
      {(rows.length > 0 || isSearched) && (
        <div className={cx(css.search)}>
          <SearchField label={say('draft.search')} value={search} onChange={setSearch} />
        </div>
      )}
      {marked.length > 0 && <ActionBar count={marked.length} actions={actionsOf(marked)} onClear={() => setMarks(new Set())} />}
      <DataList
        label={say(`${screen}.list`)}
        groupOf={found.length > 0 ? groupOf : undefined}
        items={rows}
        keyOf={idOf}
        renderRow={(row) =>
          'draft' in row ? (
            <DraftRow words={words(row.draft)} elsewhere={elsewhere.get(row.draft.id)} at={row.draft.updatedAt} />
          ) : (
            <FiledRow item={row.item} />
          )
        }
        rowHeight={itemRowHeight}
        selectedKey={selectedId}
        onSelect={(row) => navigate({ screen, id: idOf(row) })}
        marks={{ keys: marks, onChange: setMarks }}
        actionsOf={actionsOf}
        onEndReached={drafts.hasMore ? drafts.more : filed.more}
        total={filed.totalCapped || drafts.hasMore ? -1 : found.length + filed.total}
        empty={
          isSearched ? (
            <EmptyState title={say('draft.search.none')}>{say('draft.search.none.text')}</EmptyState>
          ) : (
            <EmptyState title={say(`${screen}.empty.title`)}>{say(`${screen}.empty.text`)}</EmptyState>
          )
        }
      />
    </>
  )
}

interface DraftRowProps {
  readonly words: { readonly title: string; readonly detail: string }
  /** That a colleague has it now. */
  readonly elsewhere: string | undefined
  readonly at: string
}

function DraftRow({ words: { title, detail }, elsewhere, at }: DraftRowProps) {
  const line = [elsewhere, detail].filter(Boolean).join(' · ')
  return <ItemRow title={title} detail={line} status="draft" at={<Moment at={at} />} />
}

function FiledRow({ item }: { item: SubmissionSummary }) {
  const { status } = useDeparture(item)
  return (
    <ItemRow title={item.subject} status={status} detail={item.context || item.excerpt} at={<Moment at={item.createdAt} />} />
  )
}
