import { linesBy } from '#shared/domain/overview.ts'
import type { Narrowing } from '#shared/domain/history-narrowing.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { Figure } from './Figure.tsx'
import css from './Overview.module.css'
import { isRunning, type OverviewPeriod } from './periods.ts'
import type { Counted } from './use-overview.ts'

interface HeadlineProps {
  readonly counted: Counted
  readonly period: OverviewPeriod
  readonly periods: { readonly now: string; readonly before: string }
  readonly onOpen: (which: 'current', part: Partial<Narrowing>) => void
}

/** The states that a manager asks after first. */
const headlines = ['sent', 'rejected', 'unknown'] as const

/** The figures one wants at a glance. */
export function Headline({ counted: { overview }, period, periods, onOpen }: HeadlineProps) {
  const say = useSay()
  const states = linesBy(overview, 'state')
  const { total } = overview.current
  const before = isRunning(period) ? overview.earlierSoFar : overview.earlier.total
  return (
    <dl className={cx(css.headline)}>
      <div>
        <dt>{say('overview.total')}</dt>
        <dd>
          <Figure isLarge name={`${say('overview.total')}, ${periods.now}`} count={total} onOpen={() => onOpen('current', {})} />
          <span>
            {say(isRunning(period) ? 'overview.compared' : 'overview.compared.whole', { period: periods.before, before })}
          </span>
        </dd>
      </div>
      {headlines.map((state) => {
        const line = states.find(({ key }) => key === state)
        const name = say(`ui.status.${state}`)
        return (
          <div key={state}>
            <dt>{name}</dt>
            <dd>
              <Figure
                isLarge
                name={`${name}, ${periods.now}`}
                count={line?.current ?? 0}
                onOpen={() => onOpen('current', { state })}
              />
              <span>{say('overview.compared.whole', { period: periods.before, before: line?.earlier ?? 0 })}</span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
