import { useState, type ReactNode } from 'react'
import type { Draft } from '#shared/domain/draft.ts'
import { useShowAccountOf } from '../../lib/account-in-view.tsx'
import { failureOf } from '../../lib/client.ts'
import { useStoredDraft } from '../../lib/draft-form.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { Skeleton } from '../Spinner.tsx'
import { PaneBody } from '../SplitView.tsx'
import { SubmissionPane, type SubmissionPaneProps } from '../submission/SubmissionPane.tsx'

/** A draft this young was made by the click that opened it. */
const newForMs = 3000

interface DraftOrItemProps extends Pick<SubmissionPaneProps, 'lead' | 'footer'> {
  readonly id: string
  readonly children: (draft: Draft, isNew: boolean) => ReactNode
}

/** What a list of drafts and filed items has open: a form while it is a draft, the item once it was filed. Key it by the ID. */
export function DraftOrItem({ id, children, ...pane }: DraftOrItemProps) {
  const { draft, isPending, error } = useStoredDraft(id)
  const [openedAt] = useState(() => Date.now())
  useShowAccountOf(draft?.accountId ?? null)
  if (isPending) return <Skeleton lines={6} />
  if (draft) return children(draft, openedAt - Date.parse(draft.createdAt) < newForMs)
  // No draft has this ID (any more), so it is the ID of an item.
  if (failureOf(error).kind === 'invalid') return <SubmissionPane id={id} {...pane} />
  return (
    <PaneBody>
      <FailureNotice error={error} />
    </PaneBody>
  )
}
