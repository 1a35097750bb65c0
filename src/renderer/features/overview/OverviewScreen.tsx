import { ChartColumn, Printer } from 'lucide-react'
import { environmentSchema } from '#shared/domain/account-fields.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { showWhose } from '../../lib/narrowing.ts'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { Pane, PaneBody, PaneHeader } from '../../ui/SplitView.tsx'
import { WhoseSwitch } from '../../ui/WhoseSwitch.tsx'
import css from './Overview.module.css'
import { OverviewParts } from './OverviewParts.tsx'
import { overviewPeriods } from './periods.ts'
import { SaveMenu } from './SaveMenu.tsx'
import { choose, useOverview, type Counted } from './use-overview.ts'

/** What was done in a period beside the one before: for whoever answers for it, on the screen, on paper and as a table. */
export function OverviewScreen() {
  const say = useSay()
  const { period, environment, environments, whose, hasTeam, query } = useOverview()
  const { data, error, refetch } = query
  return (
    <Pane>
      <div className={cx(css.screenHeader)}>
        <PaneHeader
          title={say('overview.title')}
          actions={
            <>
              <Button
                size="small"
                icon={<Printer aria-hidden="true" />}
                shortcut="print"
                data-prints
                isDisabled={!data}
                onPress={() => window.print()}
              >
                {say('overview.print')}
              </Button>
              {data && <SaveMenu asked={data.asked} />}
            </>
          }
        >
          <div className={cx(css.choices)}>
            {hasTeam && <WhoseSwitch whose={whose} onChange={showWhose} />}
            <SelectField
              label={say('overview.period')}
              options={overviewPeriods.map((value) => ({ value, label: say(`overview.period.${value}`) }))}
              value={period}
              onChange={(value) => choose({ period: value })}
            />
            {environments.length > 1 && (
              <SelectField
                label={say('overview.environment')}
                options={environmentSchema.options
                  .filter((value) => environments.includes(value))
                  .map((value) => ({ value, label: say(`ui.environment.${value}`) }))}
                value={environment}
                onChange={(value) => choose({ environment: value })}
              />
            )}
          </div>
        </PaneHeader>
      </div>
      {data && <PrintedTitle counted={data} title={say(`overview.period.${period}`)} />}
      <PaneBody>
        {error && !data ? (
          <EmptyState
            title={say('overview.failed')}
            actions={<Button onPress={() => void refetch()}>{say('item.retry')}</Button>}
          >
            <FailureNotice error={error} />
          </EmptyState>
        ) : !data ? (
          <Skeleton lines={9} />
        ) : isEmpty(data) ? (
          <EmptyState
            icon={<ChartColumn aria-hidden="true" />}
            title={say(period === 'year' ? 'overview.empty.title' : 'overview.empty.period')}
          >
            {say(
              period !== 'year' ? 'overview.empty.period.text' : whose === 'team' ? 'overview.empty.team' : 'overview.empty.text',
            )}
          </EmptyState>
        ) : (
          <OverviewParts counted={data} period={period} />
        )}
      </PaneBody>
    </Pane>
  )
}

const isEmpty = ({ overview: { current, earlier, waiting } }: Counted) =>
  current.total === 0 && earlier.total === 0 && waiting.length === 0

/** Above a printed page, where what was chosen can't be seen. */
function PrintedTitle({ counted: { asked }, title }: { counted: Counted; title: string }) {
  const say = useSay()
  const format = useFormat()
  const [from, before] = [asked.current[0] ?? '', asked.current.at(-1) ?? '']
  const until = new Date(Date.parse(before) - 1).toISOString()
  const dates = say('overview.dates', { from: format.date(from), until: format.date(until) })
  const environment = say(`ui.environment.${asked.environment}`)
  return (
    <div className={cx(css.printed)}>
      <p className={cx(css.printedTitle)}>Balie: {say(asked.whose === 'team' ? 'overview.title.team' : 'overview.title')}</p>
      <p>
        {say('overview.of', { period: `${title} (${dates})`, environment })}. {say('overview.testNote')}
      </p>
    </div>
  )
}
