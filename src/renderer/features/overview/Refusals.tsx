import type { SubmissionKind } from '#shared/domain/kinds.ts'
import type { Overview, Refusal } from '#shared/domain/overview.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { fieldWords } from '../../ui/submission/words.ts'
import { Figure } from './Figure.tsx'
import css from './Overview.module.css'
import { Plain } from './Part.tsx'

interface RefusalsProps {
  readonly overview: Overview
  readonly periods: { readonly now: string; readonly before: string }
  readonly onOpen: (kind: SubmissionKind, which: 'current' | 'earlier') => void
}

const keyOf = ({ kind, field, message }: Refusal) => JSON.stringify([kind, field, message])

/** What a vendor refused, by what it said: the first thing to put right. */
export function Refusals({ overview: { current, earlier }, periods, onOpen }: RefusalsProps) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const reasons = new Map([...current.refusals, ...earlier.refusals].map((one) => [keyOf(one), one]))
  const countIn = (period: typeof current, key: string) => period.refusals.find((one) => keyOf(one) === key)?.count ?? 0
  const lines = [...reasons].map(([key, { kind, field, message }]) => ({
    key,
    kind,
    name: `${say(`item.kind.${kind}`)}: ${field === null ? '' : `${fieldWords(say, field)}: `}${sayMessage(message)}`,
    now: countIn(current, key),
    before: countIn(earlier, key),
  }))
  return (
    <Plain title={say('overview.refusals')} room="whole">
      {lines.length === 0 ? (
        <p className={cx(css.none)}>{say('overview.refusals.none')}</p>
      ) : (
        <table className={cx(css.figures)} aria-label={say('overview.refusals')}>
          <thead>
            <tr>
              <th scope="col">{say('overview.refusals.reason')}</th>
              <th scope="col">{periods.now}</th>
              <th scope="col">{periods.before}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, kind, name, now, before }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>
                  <Figure name={`${name}, ${periods.now}`} count={now} onOpen={() => onOpen(kind, 'current')} />
                </td>
                <td>
                  <Figure name={`${name}, ${periods.before}`} count={before} onOpen={() => onOpen(kind, 'earlier')} />
                </td>
              </tr>
            ))}
            {current.otherRefusals + earlier.otherRefusals > 0 && (
              <tr>
                <th scope="row">{say('overview.refusals.other')}</th>
                <td>{current.otherRefusals}</td>
                <td>{earlier.otherRefusals}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </Plain>
  )
}
