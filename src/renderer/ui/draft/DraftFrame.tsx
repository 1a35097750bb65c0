import { kinds, vendorName } from '#shared/domain/kinds.ts'
import { Copy, Trash2 } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import type { Account } from '#shared/domain/account.ts'
import type { Draft } from '#shared/vendors/index.ts'
import type { AutosaveStatus } from '../../lib/autosave.ts'
import type { FormErrors } from '../../lib/form-errors.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useKeyName } from '../../lib/key-names.ts'
import { Button } from '../Button.tsx'
import { EnvironmentBadge } from '../EnvironmentBadge.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { FailureNotice } from '../FailureNotice.tsx'
import { useFocusWhenLost } from '../focus-when-lost.ts'
import { useFormKeys } from '../form-keys.ts'
import { Notice } from '../Notice.tsx'
import { SaveState } from '../SaveState.tsx'
import { PaneBody, PaneFooter, PaneHeader } from '../SplitView.tsx'
import { clipped } from '../submission/ItemRow.tsx'
import css from './DraftFrame.module.css'
import { cx } from '../cx.ts'
import { Beside } from './Beside.tsx'
import { TeamDraftNotice } from './team/TeamDraftNotice.tsx'
import { TeamNote } from './team/TeamNote.tsx'
import { useDraftStanding } from './team/use-team-drafts.ts'
import { useDraftActions } from './use-draft-actions.ts'

export interface DraftFrameProps {
  readonly title: string
  readonly draft: Draft
  /** Whose draft it is; null when that account was removed. */
  readonly account: Account | null
  /** Says under the title whose draft this is. */
  readonly accountLine: string
  readonly errors: FormErrors
  readonly status: AutosaveStatus
  readonly flush: () => Promise<boolean>
  readonly isReviewing: boolean
  readonly onReview: () => void
  /** The fields. */
  readonly children: ReactNode
  /** Beside them, where the window is wide enough. */
  readonly beside?: ReactNode
}

/** What stands around the fields of every draft: title and actions above, what is wrong, the way on below. */
export function DraftFrame(props: DraftFrameProps) {
  const { title, draft, account, accountLine, errors, status, flush, isReviewing, onReview, children, beside } = props
  const say = useSay()
  const reviewKeys = useKeyName('review')
  const actions = useDraftActions(draft, flush)
  const standing = useDraftStanding(draft.id)
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusWhenLost(heading)
  const isElsewhere = standing !== null && standing.state !== 'held'
  const form = useFormKeys({ onSubmit: isElsewhere ? () => undefined : onReview, onSave: () => void flush() })
  // Until the form is checked again, what is said of it are the vendor's words.
  const isRefusal = draft.refusal !== null && errors.attempt === 0
  const vendor = vendorName(kinds[draft.kind].vendor)
  return (
    <form
      ref={form}
      className={cx(css.frame)}
      aria-label={clipped(title)}
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      <PaneHeader
        title={
          <>
            <h1 ref={heading} tabIndex={-1}>
              {clipped(title)}
            </h1>
            {account && <EnvironmentBadge environment={account.settings.environment} />}
          </>
        }
        actions={
          <>
            <Button
              variant="quiet"
              size="small"
              icon={<Copy aria-hidden="true" />}
              isDisabled={actions.isBusy}
              onPress={actions.duplicate}
            >
              {say('draft.duplicate')}
            </Button>
            <Button
              variant="quiet"
              size="small"
              icon={<Trash2 aria-hidden="true" />}
              isDisabled={actions.isBusy}
              onPress={actions.remove}
            >
              {say('draft.remove')}
            </Button>
          </>
        }
      />
      <PaneBody>
        <div className={cx(css.columns)}>
          <div className={cx(css.column)}>
            <p className={cx(css.account)}>{accountLine}</p>
            <FailureNotice error={actions.error} />
            {standing && <TeamDraftNotice draft={draft} standing={standing} flush={flush} />}
            {!account && <Notice tone="warn">{say('draft.accountGone')}</Notice>}
            <ErrorSummary
              items={errors.items}
              attempt={errors.attempt}
              title={isRefusal ? say('draft.refused', { vendor }) : undefined}
            />
            {children}
            {standing?.state === 'held' && (
              <TeamNote
                key={draft.id}
                draftId={draft.id}
                note={standing.note}
                // What a colleague wrote stands above the draft already.
                isOpen={standing.note !== '' && standing.clerk === null}
                updatedAt={draft.updatedAt}
              />
            )}
          </div>
          {beside !== undefined && <Beside>{beside}</Beside>}
        </div>
      </PaneBody>
      <PaneFooter isNarrow status={<SaveState status={status} updatedAt={draft.updatedAt} />}>
        <Button
          variant="primary"
          keys={reviewKeys}
          aria-keyshortcuts="Control+Enter"
          isBusy={isReviewing}
          isDisabled={!account || isElsewhere}
          onPress={onReview}
        >
          {say('draft.review')}
        </Button>
      </PaneFooter>
    </form>
  )
}
