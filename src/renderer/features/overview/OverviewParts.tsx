import { submissionKindSchema, type SubmissionKind } from '#shared/domain/kinds.ts'
import { linesBy } from '#shared/domain/overview.ts'
import { submissionStateSchema, type SubmissionState } from '#shared/domain/submission.ts'
import { useLanguage, useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { cx } from '../../ui/cx.ts'
import { Answers } from './Answers.tsx'
import { slotLines } from './chart.ts'
import { Clerks } from './Clerks.tsx'
import { Headline } from './Headline.tsx'
import css from './Overview.module.css'
import { Part } from './Part.tsx'
import type { OverviewPeriod } from './periods.ts'
import { Refusals } from './Refusals.tsx'
import { useOpenHistory, type Counted } from './use-overview.ts'
import { Waiting } from './Waiting.tsx'

/** All figures of a period, each beside that of the one before and one press away from what it counted. */
export function OverviewParts({ counted, period }: { counted: Counted; period: OverviewPeriod }) {
  const say = useSay()
  const language = useLanguage()
  const open = useOpenHistory(counted)
  const { asked, overview } = counted
  const periods = { now: say(`overview.period.${period}`), before: say(`overview.before.${period}`) }
  const nameOf = (id: string) => shownText(overview.accounts.find((account) => account.id === id)?.name ?? id)
  /** The whole of one of the two periods. */
  const whole = (which: 'current' | 'earlier', part: Parameters<typeof open>[1]) =>
    which === 'current' ? open(null, { period, ...part }) : open(asked.earlier, part)
  const shared = { periods, shape: 'bars' } as const
  return (
    <div className={cx(css.parts)}>
      <Headline counted={counted} period={period} periods={periods} onOpen={whole} />
      <p className={cx(css.legend)} aria-hidden="true">
        <span data-of="current">{periods.now}</span>
        <span data-of="earlier">{periods.before}</span>
      </p>
      <Part
        title={say(period === 'year' ? 'overview.perMonth' : 'overview.perDay')}
        of={say(period === 'year' ? 'overview.month' : 'overview.day')}
        periods={periods}
        shape="columns"
        lines={slotLines(counted, period, language)}
        onOpen={(key, which) => open(asked[which].slice(Number(key), Number(key) + 2))}
      />
      <Part
        {...shared}
        title={say('overview.byKind')}
        of={say('history.kind')}
        lines={linesBy(overview, 'kind', submissionKindSchema.options).map((line) => ({
          ...line,
          name: say(`item.kind.${line.key}`),
        }))}
        onOpen={(kind, which) => whole(which, { kind: kind as SubmissionKind })}
      />
      <Part
        {...shared}
        title={say('overview.byState')}
        of={say('history.state')}
        lines={linesBy(overview, 'state', submissionStateSchema.options).map((line) => ({
          ...line,
          name: say(`ui.status.${line.key}`),
        }))}
        onOpen={(state, which) => whole(which, { state: state as SubmissionState })}
      />
      <Part
        {...shared}
        title={say('overview.byAccount')}
        of={say('history.account')}
        lines={linesBy(overview, 'accountId').map((line) => ({ ...line, name: nameOf(line.key) }))}
        onOpen={(account, which) => whole(which, { account })}
      />
      {asked.whose === 'team' && (
        <Clerks overview={overview} periods={periods} onOpen={(clerk, which) => whole(which, { clerk })} />
      )}
      <Waiting waiting={overview.waiting} onOpen={(state) => open(null, { state })} />
      {asked.whose === 'mine' && (
        <>
          <Answers overview={overview} periods={periods} />
          <Refusals overview={overview} periods={periods} onOpen={(kind, which) => whole(which, { kind, state: 'rejected' })} />
        </>
      )}
    </div>
  )
}
