import { CircleCheck, Inbox } from 'lucide-react'
import { useState } from 'react'
import { isBlind } from '#shared/domain/kinds.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useListOrder } from '../../lib/list-order.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { DataList } from '../../ui/DataList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { ActionBar } from '../../ui/RowActions.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { PaneHeader, SplitView } from '../../ui/SplitView.tsx'
import { SubmissionPane } from '../../ui/submission/SubmissionPane.tsx'
import type { ItemActions } from '../../ui/submission/use-item-actions.ts'
import { settlesItself } from '../../ui/submission/words.ts'
import { AskingNotice } from './AskingNotice.tsx'
import { DismissButton } from './DismissButton.tsx'
import { FoundPath } from './FoundPath.tsx'
import { HeldNotice } from './HeldNotice.tsx'
import { OutboxRow, outboxRowHeight } from './OutboxRow.tsx'
import css from './OutboxScreen.module.css'
import { UnknownPath } from './UnknownPath.tsx'
import { useGoingOn, type GoingOn } from './use-going-on.ts'
import { useOutboxActions } from './use-outbox-actions.tsx'
import { useOutbox } from './use-outbox.ts'

const leadOf = (goingOn: GoingOn) => (item: SubmissionDetail, actions: ItemActions) => {
  if (item.state === 'held') return <HeldNotice item={item} actions={actions} />
  if (item.state !== 'unknown' || settlesItself(item)) return null
  const { kind } = item
  return isBlind(kind) ? <UnknownPath {...{ item, kind, actions, goingOn }} /> : <FoundPath {...{ item, actions, goingOn }} />
}

const footerOf = (goingOn: GoingOn) => (item: SubmissionDetail, actions: ItemActions) =>
  item.actions.includes('edit') ? <DismissButton {...{ item, actions, goingOn }} /> : null

/** The outbox: what is not finished, what waits for a person first, each with its way out. */
export function OutboxScreen() {
  const say = useSay()
  const { place, navigate } = useNavigation()
  const id = place.screen === 'outbox' ? place.id : undefined
  const outbox = useOutbox()
  const goingOn = useGoingOn(outbox.items)
  return (
    <SplitView
      name="outbox"
      listLabel={say('outboxScreen.list')}
      detailLabel={say('outboxScreen.detail')}
      isDetailOpen={id !== undefined}
      onCloseDetail={() => navigate({ screen: 'outbox' })}
      list={
        <>
          <PaneHeader
            title={say('outboxScreen.title')}
            actions={
              <p role="status" className={cx(css.total)}>
                {outbox.total > 0 ? say('outboxScreen.total', { count: outbox.total }) : ''}
              </p>
            }
          >
            <AskingNotice />
          </PaneHeader>
          <OutboxList outbox={outbox} selectedId={id ?? null} />
        </>
      }
      detail={
        id === undefined ? (
          // Beside a list without an item there is none to choose.
          outbox.items.length > 0 && (
            <EmptyState icon={<Inbox aria-hidden="true" />} title={say('outboxScreen.pick.title')}>
              {say('outboxScreen.pick.text')}
            </EmptyState>
          )
        ) : (
          <SubmissionPane key={id} id={id} lead={leadOf(goingOn)} footer={footerOf(goingOn)} />
        )
      }
    />
  )
}

function OutboxList({ outbox, selectedId }: { outbox: ReturnType<typeof useOutbox>; selectedId: string | null }) {
  const say = useSay()
  const { navigate } = useNavigation()
  const { items, total, isPending, error, retry, more } = outbox
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set())
  const { actionsOf, dialog } = useOutboxActions(() => setMarks(new Set()))
  useListOrder('outbox', items)
  const marked = items.filter(({ id }) => marks.has(id))
  if (error) {
    return (
      <EmptyState title={say('outboxScreen.failed')} actions={<Button onPress={retry}>{say('item.retry')}</Button>}>
        <FailureNotice error={error} />
      </EmptyState>
    )
  }
  if (isPending) return <Skeleton lines={6} />
  return (
    <>
      {marked.length > 0 && <ActionBar count={marked.length} actions={actionsOf(marked)} onClear={() => setMarks(new Set())} />}
      <DataList
        label={say('outboxScreen.list')}
        marks={{ keys: marks, onChange: setMarks }}
        actionsOf={actionsOf}
        items={items}
        onEndReached={more}
        total={total}
        keyOf={(item) => item.id}
        renderRow={(item) => <OutboxRow item={item} />}
        rowHeight={outboxRowHeight}
        selectedKey={selectedId}
        onSelect={(item) => navigate({ screen: 'outbox', id: item.id })}
        empty={
          <EmptyState
            icon={<CircleCheck aria-hidden="true" />}
            title={say('outboxScreen.empty.title')}
            actions={<Button onPress={() => navigate({ screen: 'history' })}>{say('outboxScreen.pick.history')}</Button>}
          >
            {say('outboxScreen.empty.text')}
          </EmptyState>
        }
      />
      {dialog}
    </>
  )
}
