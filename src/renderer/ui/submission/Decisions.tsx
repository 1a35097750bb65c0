import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../cx.ts'
import { decisionWords } from './decision-words.ts'
import css from './Timeline.module.css'

/** What a person decided about an item and when: the only witness of it there is. */
export function Decisions({ decisions }: Pick<SubmissionDetail, 'decisions'>) {
  const say = useSay()
  const format = useFormat()
  return (
    <ol className={cx(css.timeline)}>
      {decisions.map(({ at, decision, detail }) => {
        return (
          <li key={`${at} ${decision}`} className={cx(css.entry)}>
            <div className={cx(css.head)}>
              <h3>{decisionWords(say, decision)}</h3>
              <time dateTime={at}>{format.exactMoment(at)}</time>
            </div>
            {detail !== null && <p>{detail}</p>}
          </li>
        )
      })}
    </ol>
  )
}
