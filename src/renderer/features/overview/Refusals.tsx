import type { SubmissionKind } from '#shared/domain/kinds.ts'
import type { Overview, Refusal } from '#shared/domain/overview.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { fieldWords } from '../../ui/submission/words.ts'
import { FiguresTable } from './FiguresTable.tsx'
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
    name: `${say(`item.kind.${kind}`)}: ${field === null ? '' : `${fieldWords(say, field)}: `}${sayMessage(message)}`,
    current: countIn(current, key),
    earlier: countIn(earlier, key),
  }))
  return (
    <Plain title={say('overview.refusals')} room="whole">
      {lines.length === 0 ? (
        <p className={cx(css.none)}>{say('overview.refusals.none')}</p>
      ) : (
        <FiguresTable
          label={say('overview.refusals')}
          of={say('overview.refusals.reason')}
          periods={periods}
          lines={lines}
          onOpen={(key, which) => {
            const reason = reasons.get(key)
            if (reason) onOpen(reason.kind, which)
          }}
        >
          {current.otherRefusals + earlier.otherRefusals > 0 && (
            <tr>
              <th scope="row">{say('overview.refusals.other')}</th>
              <td>{current.otherRefusals}</td>
              <td>{earlier.otherRefusals}</td>
            </tr>
          )}
        </FiguresTable>
      )}
    </Plain>
  )
}
