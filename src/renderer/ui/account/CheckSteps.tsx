import { CircleCheck, CircleX } from 'lucide-react'
import type { Message } from '#shared/domain/message.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { cx } from '../cx.ts'
import css from './CheckSteps.module.css'

export interface CheckStep {
  readonly name: 'create' | 'delete'
  readonly ok: boolean
  readonly message: Message
}

/** What the check did, step by step; read out when it is there. */
export function CheckSteps({ steps }: { steps: readonly CheckStep[] }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  return (
    <ol className={cx(css.steps)} aria-live="polite">
      {steps.map(({ name, ok, message }) => (
        <li key={name} className={cx(ok ? css.ok : css.failed)}>
          {ok ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
          <span>
            <strong>{say(`settings.check.${name}`)}</strong> {sayMessage(message)}
          </span>
        </li>
      ))}
    </ol>
  )
}
