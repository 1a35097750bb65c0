import type { Overview } from '#shared/domain/overview.ts'
import { submissionStateSchema, type SubmissionState } from '#shared/domain/submission.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { Moment } from '../../ui/Time.tsx'
import { Figure } from './Figure.tsx'
import css from './Overview.module.css'
import { Plain } from './Part.tsx'

interface WaitingProps {
  readonly waiting: Overview['waiting']
  readonly onOpen: (state: SubmissionState) => void
}

/** What waits now, whenever it was filed, and since when. */
export function Waiting({ waiting, onOpen }: WaitingProps) {
  const say = useSay()
  const lines = submissionStateSchema.options.flatMap((state) => waiting.filter((one) => one.state === state))
  return (
    <Plain title={say('overview.waiting')}>
      {lines.length === 0 ? (
        <p className={cx(css.none)}>{say('overview.waiting.none')}</p>
      ) : (
        <table className={cx(css.figures)} aria-label={say('overview.waiting')}>
          <thead>
            <tr>
              <th scope="col">{say('history.state')}</th>
              <th scope="col">{say('overview.count')}</th>
              <th scope="col">{say('overview.waiting.since')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ state, count, since }) => (
              <tr key={state}>
                <th scope="row">{say(`ui.status.${state}`)}</th>
                <td>
                  <Figure name={say(`ui.status.${state}`)} count={count} onOpen={() => onOpen(state)} />
                </td>
                <td>
                  <Moment at={since} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Plain>
  )
}
