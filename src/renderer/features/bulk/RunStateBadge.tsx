import { CircleCheck, CirclePause, CircleStop, Columns3, ListChecks, Loader, Send, type LucideIcon } from 'lucide-react'
import type { BulkRun, BulkState } from '#shared/domain/bulk.ts'
import { useSay } from '../../lib/i18n.tsx'
import badge from '../../ui/Badge.module.css'
import { cx } from '../../ui/cx.ts'

const looks: Record<BulkState, { readonly icon: LucideIcon; readonly tone: 'neutral' | 'accent' | 'ok' | 'warn' }> = {
  columns: { icon: Columns3, tone: 'neutral' },
  checked: { icon: ListChecks, tone: 'neutral' },
  starting: { icon: Loader, tone: 'accent' },
  sending: { icon: Send, tone: 'accent' },
  paused: { icon: CirclePause, tone: 'warn' },
  stopped: { icon: CircleStop, tone: 'neutral' },
  done: { icon: CircleCheck, tone: 'ok' },
}

/** How a run stands, in icon, word and colour. */
export function RunStateBadge({ run: { state, progress } }: { run: Pick<BulkRun, 'state' | 'progress'> }) {
  const say = useSay()
  const { icon: Icon, tone } = looks[state]
  return (
    <span className={cx(badge.badge, badge[tone])} data-run-state={state}>
      <Icon aria-hidden="true" />
      {say(progress && state === 'checked' ? 'bulkScreen.state.rest' : `bulkScreen.state.${state}`)}
    </span>
  )
}
