import { submissionKindSchema } from '#shared/domain/kinds.ts'
import type { Overview } from '#shared/domain/overview.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import css from './Overview.module.css'
import { Plain } from './Part.tsx'

interface AnswersProps {
  readonly overview: Overview
  readonly periods: { readonly now: string; readonly before: string }
}

/** How long a clerk waited for an answer: a figure for the ordinary one and one for the slow. */
export function Answers({ overview: { current, earlier }, periods }: AnswersProps) {
  const say = useSay()
  const format = useFormat()
  const lines = submissionKindSchema.options.flatMap((kind) => {
    const of = (period: typeof current) => period.answers.find((one) => one.kind === kind)
    const [now, before] = [of(current), of(earlier)]
    return now || before ? [{ kind, now, before }] : []
  })
  const shown = (ms: number | undefined) => (ms === undefined ? '–' : format.took(ms))
  return (
    <Plain title={say('overview.answers')}>
      <p className={cx(css.none)}>{say(lines.length === 0 ? 'overview.answers.none' : 'overview.answers.text')}</p>
      {lines.length > 0 && (
        <table className={cx(css.figures)} aria-label={say('overview.answers')}>
          <thead>
            <tr>
              <th scope="col">{say('history.kind')}</th>
              <th scope="col">{say('overview.median')}</th>
              <th scope="col">{say('overview.slow')}</th>
              <th scope="col">{say('overview.median.before', { period: periods.before })}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ kind, now, before }) => (
              <tr key={kind}>
                <th scope="row">{say(`item.kind.${kind}`)}</th>
                <td>{shown(now?.medianMs)}</td>
                <td>{shown(now?.slowMs)}</td>
                <td>{shown(before?.medianMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Plain>
  )
}
