import { useQuery } from '@tanstack/react-query'
import { Copy, PencilLine } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { kindOf } from '#shared/domain/kinds.ts'
import type { SubmissionDetail as Detail } from '#shared/domain/submission-detail.ts'
import { useShowAccountOf } from '../../lib/account-in-view.tsx'
import { client, failureOf, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { keys } from '../../lib/query.ts'
import { useVendorOf } from '../../lib/vendors.tsx'
import { Button } from '../Button.tsx'
import { cx } from '../cx.ts'
import { DamagedItem } from '../damaged/DamagedItem.tsx'
import { ErasedItem } from './ErasedItem.tsx'
import { EnvironmentBadge } from '../EnvironmentBadge.tsx'
import { useFocusWhenLost } from '../focus-when-lost.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { Skeleton } from '../Spinner.tsx'
import { PaneBody, PaneFooter, PaneHeader } from '../SplitView.tsx'
import { StatusBadge } from '../StatusBadge.tsx'
import css from './SubmissionPane.module.css'
import { CopyForVendor } from './CopyForVendor.tsx'
import { DossierButton } from './DossierButton.tsx'
import { MissingItem } from './MissingItem.tsx'
import { SettlingNotice } from './SettlingNotice.tsx'
import { Standing } from './Standing.tsx'
import { SubmissionDetail } from './SubmissionDetail.tsx'
import { useDeparture } from './departure.ts'
import { useItemActions, type ItemActions } from './use-item-actions.ts'
import { WaitNotice } from './WaitNotice.tsx'
import { settlesItself, titleOf } from './words.ts'

export interface SubmissionPaneProps {
  readonly id: string
  /** What a screen adds above the details, in the place of the plain reason: the outbox's question about an unknown. */
  readonly lead?: ((item: Detail, actions: ItemActions) => ReactNode) | undefined
  /** Further buttons of a screen. */
  readonly footer?: ((item: Detail, actions: ItemActions) => ReactNode) | undefined
}

/** One filed item, whichever screen opens it: how it stands, what can be done now, and all that is known of it. */
export function SubmissionPane({ id, lead, footer }: SubmissionPaneProps) {
  const {
    data: item,
    isPending,
    error,
    refetch,
  } = useQuery({
    queryKey: keys.submission(id),
    queryFn: () => unwrap(client.history.get({ id })),
  })
  useShowAccountOf(item?.accountId ?? null)
  if (isPending) return <Skeleton lines={6} />
  const failure = error && failureOf(error).message
  if (!item && failure && 'id' in failure && failure.id === 'damage.item') return <DamagedItem id={id} key={id} />
  // Also where it was shown before: a query keeps its last answer beside the failure.
  if (failure && 'id' in failure && failure.id === 'item.erased') return <ErasedItem id={id} key={id} />
  if (!item) return <MissingItem error={error} onRetry={() => void refetch()} />
  return <Filed item={item} lead={lead} footer={footer} key={item.id} />
}

function Filed({ item, lead, footer }: Omit<SubmissionPaneProps, 'id'> & { item: Detail }) {
  const say = useSay()
  const actions = useItemActions()
  const { status } = useDeparture(item)
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusWhenLost(heading)
  const canEdit = item.actions.includes('edit')
  const canDuplicate = item.actions.includes('duplicate')
  // What a helpdesk can say something about: it reached the vendor, or may have.
  const hasReached = ['sent', 'rejected', 'unknown'].includes(item.state)
  const more = footer?.(item, actions) ?? null
  const { Again } = useVendorOf(kindOf(item.kind))
  return (
    <>
      <PaneHeader
        title={
          <>
            <h1 ref={heading} tabIndex={-1}>
              {titleOf(say, item)}
            </h1>
            {/* Read out when it changes: queued, under way, sent. */}
            <span role="status" className={cx(css.state)}>
              <StatusBadge status={status} />
            </span>
            <EnvironmentBadge environment={item.environment} />
            {item.test && <EnvironmentBadge environment="test" />}
          </>
        }
      />
      <PaneBody>
        <FailureNotice error={actions.error} />
        {lead?.(item, actions) ??
          (item.state === 'queued' ? (
            <WaitNotice item={item} actions={actions} />
          ) : settlesItself(item) ? (
            <SettlingNotice item={item} />
          ) : (
            <Standing item={item} />
          ))}
        <SubmissionDetail item={item} />
      </PaneBody>
      {(canEdit || canDuplicate || hasReached || more) && (
        <PaneFooter>
          {hasReached && <DossierButton id={item.id} />}
          {hasReached && <CopyForVendor item={item} actions={actions} />}
          {canDuplicate && (
            <Button icon={<Copy aria-hidden="true" />} isDisabled={actions.isBusy} onPress={() => actions.duplicate(item)}>
              {say('item.duplicate')}
            </Button>
          )}
          {Again && <Again item={item} actions={actions} />}
          {more}
          {canEdit && (
            <Button
              variant="primary"
              icon={<PencilLine aria-hidden="true" />}
              isDisabled={actions.isBusy}
              onPress={() => actions.edit(item.id)}
            >
              {say('item.edit')}
            </Button>
          )}
        </PaneFooter>
      )}
    </>
  )
}
