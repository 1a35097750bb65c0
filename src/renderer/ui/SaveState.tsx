import { Check, TriangleAlert } from 'lucide-react'
import type { MessageId } from '#shared/languages/index.ts'
import { isRefused, type AutosaveStatus } from '../lib/autosave.ts'
import { useFormat } from '../lib/format.ts'
import { useSay, useSayMessage } from '../lib/i18n.tsx'
import css from './SaveState.module.css'
import { cx } from './cx.ts'

interface SaveStateProps {
  readonly status: AutosaveStatus
  readonly updatedAt: string
  /** Says that it is stored; of a draft unless something else says it better. */
  readonly saved?: Extract<MessageId, `${string}.saved`>
}

/** How something that is typed is stored: "Concept opgeslagen 14:32", or that it is not. Read out only when it fails. */
export function SaveState({ status, updatedAt, saved = 'lib.autosave.saved' }: SaveStateProps) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const format = useFormat()
  if (status.state === 'failed') {
    const { failure } = status
    const isUnnamed = 'id' in failure.message && failure.message.id === 'failure.internal'
    return (
      <p className={cx(css.state, css.failed)} role="alert">
        <TriangleAlert aria-hidden="true" />
        {isRefused(failure)
          ? say('lib.autosave.refused')
          : isUnnamed
            ? say('lib.autosave.failed')
            : say('lib.autosave.failedBecause', { reason: sayMessage(failure.message) })}
      </p>
    )
  }
  const at = status.state === 'saved' ? status.at : updatedAt
  const isStored = status.state === 'clean' || status.state === 'saved'
  return (
    <p className={cx(css.state)}>
      {isStored && <Check aria-hidden="true" />}
      {isStored ? say(saved, { time: format.moment(at) }) : say(`lib.autosave.${status.state}`)}
    </p>
  )
}
