import type { BulkProgress } from '#shared/domain/bulk.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import css from './ProgressBar.module.css'
import { percentDone } from './row-words.ts'

/** How far a run is, each outcome a part of the bar; the figures stand beside it in words. */
export function ProgressBar({ progress, label }: { progress: BulkProgress; label: string }) {
  const say = useSay()
  const percent = percentDone(progress)
  const share = (rows: number) => ({ width: `${progress.total === 0 ? 0 : (rows / progress.total) * 100}%` })
  return (
    <span
      className={cx(css.bar)}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={say('bulkScreen.percent', { percent })}
    >
      <span className={cx(css.sent)} style={share(progress.sent)} />
      <span className={cx(css.rejected)} style={share(progress.rejected)} />
      <span className={cx(css.unknown)} style={share(progress.unknown)} />
      <span className={cx(css.other)} style={share(progress.notSent + progress.closed + progress.damaged)} />
    </span>
  )
}
