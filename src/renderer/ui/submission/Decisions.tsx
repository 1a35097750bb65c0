import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../cx.ts'
import css from './Timeline.module.css'

const known = [
  'arrived',
  'send-again',
  'close',
  'keep',
  'cancel',
  'send-now',
  'edit',
  'release',
  'dismiss',
  'look-again',
] as const

/** What a person decided about an item and when: the only witness of it there is. */
export function Decisions({ decisions }: Pick<SubmissionDetail, 'decisions'>) {
  const say = useSay()
  const format = useFormat()
  return (
    <ol className={cx(css.timeline)}>
      {decisions.map(({ at, decision, detail }) => {
        const name = known.find((candidate) => candidate === decision)
        return (
          <li key={`${at} ${decision}`} className={cx(css.entry)}>
            <div className={cx(css.head)}>
              <h3>{name ? say(`item.decision.${name}`) : decision}</h3>
              <time dateTime={at}>{format.exactMoment(at)}</time>
            </div>
            {detail !== null && <p>{detail}</p>}
          </li>
        )
      })}
    </ol>
  )
}
