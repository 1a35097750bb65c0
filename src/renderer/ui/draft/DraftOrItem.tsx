import { useState, type ReactNode } from 'react'
import type { Draft } from '#shared/vendors/index.ts'
import type { Kind } from '#shared/domain/kinds.ts'
import { useShowAccountOf } from '../../lib/account-in-view.tsx'
import { failureOf } from '../../lib/client.ts'
import { useStoredDraft } from '../../lib/draft-form.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { Skeleton } from '../Spinner.tsx'
import { PaneBody } from '../SplitView.tsx'
import { SubmissionPane, type SubmissionPaneProps } from '../submission/SubmissionPane.tsx'
import type { DraftOf } from '../../vendors/vendor.ts'

/** A draft this young was made by the click that opened it. */
const newForMs = 3000

interface DraftOrItemProps<K extends Kind> extends Pick<SubmissionPaneProps, 'lead' | 'footer'> {
  readonly id: string
  /** What the list holds; a draft of any other kind is not opened here. */
  readonly kind: K
  readonly children: (draft: DraftOf<K>, isNew: boolean) => ReactNode
}

/** What a list of drafts and filed items has open: a form while it is a draft, the item once it was filed. Key it by the ID. */
export function DraftOrItem<K extends Kind>({ id, kind, children, ...pane }: DraftOrItemProps<K>) {
  const { draft, isPending, error } = useStoredDraft(id)
  const [openedAt] = useState(() => Date.now())
  useShowAccountOf(draft?.accountId ?? null)
  if (isPending) return <Skeleton lines={6} />
  const isOwn = (one: Draft): one is DraftOf<K> => one.kind === kind
  if (draft) return isOwn(draft) ? children(draft, openedAt - Date.parse(draft.createdAt) < newForMs) : null
  // No draft has this ID (any more), so it is the ID of an item.
  if (failureOf(error).kind === 'invalid') return <SubmissionPane id={id} {...pane} />
  return (
    <PaneBody>
      <FailureNotice error={error} />
    </PaneBody>
  )
}
