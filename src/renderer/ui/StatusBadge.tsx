import {
  Archive,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  FileWarning,
  KeyRound,
  PencilLine,
  Send,
  Undo2,
  UserCheck,
  type LucideIcon,
} from 'lucide-react'
import type { SubmissionState } from '#shared/domain/submission.ts'
import { useSay } from '../lib/i18n.tsx'
import css from './Badge.module.css'
import { cx } from './cx.ts'

/** `asks`: it waits for a word of a person; `told`: a person, and no vendor, said that it arrived. */
export type Status = SubmissionState | 'draft' | 'damaged' | 'asks' | 'told'

const looks: Record<Status, { readonly icon: LucideIcon; readonly tone: 'neutral' | 'accent' | 'ok' | 'warn' | 'error' }> = {
  draft: { icon: PencilLine, tone: 'neutral' },
  queued: { icon: Clock, tone: 'accent' },
  asks: { icon: CircleHelp, tone: 'warn' },
  sending: { icon: Send, tone: 'accent' },
  sent: { icon: CircleCheck, tone: 'ok' },
  told: { icon: UserCheck, tone: 'accent' },
  rejected: { icon: CircleX, tone: 'error' },
  unknown: { icon: CircleHelp, tone: 'warn' },
  held: { icon: KeyRound, tone: 'warn' },
  withdrawn: { icon: Undo2, tone: 'neutral' },
  closed: { icon: Archive, tone: 'neutral' },
  damaged: { icon: FileWarning, tone: 'error' },
}

/** How an item stands: icon, word and colour, the same everywhere. */
export function StatusBadge({ status }: { status: Status }) {
  const say = useSay()
  const { icon: Icon, tone } = looks[status]
  return (
    <span className={cx(css.badge, css[tone])} data-status={status}>
      <Icon aria-hidden="true" />
      {say(`ui.status.${status}`)}
    </span>
  )
}
