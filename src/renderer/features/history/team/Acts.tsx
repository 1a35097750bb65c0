import type { TeamItemDetail } from '#shared/domain/team-item.ts'
import { useFormat } from '../../../lib/format.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { cx } from '../../../ui/cx.ts'
import css from '../../../ui/submission/Timeline.module.css'

const known = ['arrived', 'close', 'send-past', 'erase'] as const

/** What persons did about an item beyond sending it, and when: it is on record at the team. */
export function Acts({ acts }: Pick<TeamItemDetail, 'acts'>) {
  const say = useSay()
  const format = useFormat()
  return (
    <ol className={cx(css.timeline)}>
      {acts.map(({ at, clerk, act, number }) => {
        const name = known.find((candidate) => candidate === act)
        return (
          <li key={`${at} ${act}`} className={cx(css.entry)}>
            <div className={cx(css.head)}>
              <h3>{name ? say(`team.act.${name}`, { clerk }) : `${clerk}: ${act}`}</h3>
              <time dateTime={at}>{format.exactMoment(at)}</time>
            </div>
            {number !== null && <p>{number}</p>}
          </li>
        )
      })}
    </ol>
  )
}
