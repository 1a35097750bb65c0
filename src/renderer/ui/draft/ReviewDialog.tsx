import { useEffect, useEffectEvent, type ReactNode } from 'react'
import type { Environment } from '#shared/domain/account-fields.ts'
import type { Message } from '#shared/domain/message.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useKeyName } from '../../lib/key-names.ts'
import { isPressed } from '../../lib/key-table.ts'
import { usePreferences } from '../../lib/preferences.ts'
import { Button } from '../Button.tsx'
import { cx } from '../cx.ts'
import { Dialog } from '../Dialog.tsx'
import { EnvironmentBadge } from '../EnvironmentBadge.tsx'
import { Notice } from '../Notice.tsx'
import { useObstacleToFiling } from '../submission/departure.ts'
import css from './ReviewDialog.module.css'

export interface Reviewed {
  readonly destination: {
    readonly accountId: string
    readonly accountName: string
    readonly environment: Environment
    readonly host: string
  }
  /** An earlier item for the same note has to be finished first. */
  readonly waitsForEarlier?: boolean | undefined
  readonly warnings: readonly { readonly message: Message; readonly submissionId: string | null }[]
}

export interface ReviewDialogProps {
  readonly title: string
  readonly reviewed: Reviewed | null
  readonly isSubmitting: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  /** Files it and goes on to the next one's form, by Ctrl+Enter too. */
  readonly onConfirmAndNext: () => void
  /** Names the last click; "Indienen" unless something else says it better. */
  readonly confirmLabel?: string | undefined
  readonly isDanger?: boolean | undefined
  /** Beside a warning: another way than going on. */
  readonly warningAction?: ReactNode
  readonly children: ReactNode
}

/** The last look before an item leaves: where to, what exactly, and what a person should know first. */
export function ReviewDialog(props: ReviewDialogProps) {
  const {
    title,
    reviewed,
    isSubmitting,
    onClose,
    onConfirm,
    onConfirmAndNext,
    confirmLabel,
    isDanger = false,
    warningAction,
    children,
  } = props
  const say = useSay()
  const sayMessage = useSayMessage()
  const { navigate } = useNavigation()
  const { holdSeconds } = usePreferences()
  const keyOfNext = useKeyName('reviewNext')
  const obstacle = useObstacleToFiling(reviewed?.destination.accountId ?? '', reviewed?.waitsForEarlier ?? false)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isPressed(event, 'reviewNext') || event.repeat) return
    event.preventDefault()
    event.stopPropagation()
    if (takesKey) onConfirmAndNext()
  })
  const isOpen = reviewed !== null
  // As for Enter: where a second look is wanted, no key goes on by itself.
  const takesKey = reviewed?.warnings.length === 0 && !isSubmitting && !isDanger
  useEffect(() => {
    if (!isOpen) return undefined
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [isOpen])
  if (!reviewed) return null
  const { destination, warnings } = reviewed
  // A second look is wanted where there is a warning or something is lost, so Enter does not go on by itself there.
  const isPlain = warnings.length === 0 && !isDanger
  const label = confirmLabel ?? say(warnings.length > 0 ? 'draft.review.anyway' : 'draft.review.submit')
  return (
    <Dialog
      isOpen
      onClose={() => !isSubmitting && onClose()}
      title={title}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isSubmitting} autoFocus={!isPlain}>
            {say('draft.review.back')}
          </Button>
          {!isDanger && (
            <Button onPress={onConfirmAndNext} isDisabled={isSubmitting} aria-keyshortcuts="Control+Enter">
              {say('draft.review.next', { key: keyOfNext })}
            </Button>
          )}
          <Button variant={isDanger ? 'danger' : 'primary'} isBusy={isSubmitting} onPress={onConfirm} autoFocus={isPlain}>
            {label}
          </Button>
        </>
      }
    >
      <div className={cx(css.content)}>
        <p className={cx(css.destination)}>
          <span className={cx(css.to)}>{say('draft.review.to')}</span>
          <span>{say('draft.review.host', { account: destination.accountName, host: destination.host })}</span>
          <EnvironmentBadge environment={destination.environment} />
        </p>
        {warnings.map(({ message, submissionId }) => (
          <Notice
            key={JSON.stringify(message)}
            tone="warn"
            actions={
              <>
                {submissionId !== null && (
                  <Button size="small" onPress={() => navigate({ screen: 'history', id: submissionId })}>
                    {say('draft.review.openEarlier')}
                  </Button>
                )}
                {warningAction}
              </>
            }
          >
            {sayMessage(message)}
          </Notice>
        ))}
        {children}
        <p className={cx(css.hold)}>
          {obstacle ? sayMessage(obstacle.message) : say('draft.review.hold', { seconds: holdSeconds })}
        </p>
      </div>
    </Dialog>
  )
}
