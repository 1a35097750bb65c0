import { kindOfBulk, kinds } from '#shared/domain/kinds.ts'
import type { BulkRun } from '#shared/domain/bulk.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { Moment } from '../../ui/Time.tsx'
import css from './RunList.module.css'
import { ProgressBar } from './ProgressBar.tsx'
import { RunStateBadge } from './RunStateBadge.tsx'
import { useRunFigures } from './run-figures.ts'
import { useBulkRuns } from './use-bulk-run.ts'

/** The runs there were, the newest first: whose they are, how they stand, and the way to each. */
export function RunList() {
  const say = useSay()
  const { data, isPending, error, refetch } = useBulkRuns()
  const runs = data?.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)) ?? []
  return (
    <Section title={say('bulkScreen.runs')}>
      {error && !data ? (
        <EmptyState
          title={say('bulkScreen.failed')}
          actions={<Button onPress={() => void refetch()}>{say('item.retry')}</Button>}
        >
          <FailureNotice error={error} />
        </EmptyState>
      ) : isPending ? (
        <Skeleton lines={4} />
      ) : runs.length === 0 ? (
        <p className={cx(css.none)}>{say('bulkScreen.runs.none')}</p>
      ) : (
        <ul className={cx(css.list)}>
          {runs.map((run) => (
            <li key={run.id}>
              <RunLine run={run} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function RunLine({ run }: { run: BulkRun }) {
  const say = useSay()
  const figuresOf = useRunFigures()
  const { navigate } = useNavigation()
  const figures = run.progress
  return (
    <button type="button" className={cx(css.run)} onClick={() => navigate({ screen: 'bulk', id: run.id })}>
      <span className={cx(css.line)}>
        <span className={cx(css.name)}>{run.undoes ? say('bulkScreen.undoOf', { name: run.fileName }) : run.fileName}</span>
        <RunStateBadge run={run} />
      </span>
      <span className={cx(css.line, css.second)}>
        <EnvironmentBadge environment={run.environment} />
        <span className={cx(css.name)}>
          {say(`${kinds[kindOfBulk(run.kind)].screen}.title`)} · {run.accountName}
        </span>
        <Moment at={run.createdAt} />
      </span>
      {figures ? (
        <>
          {figures.left > 0 && <ProgressBar progress={figures} label={run.fileName} />}
          <span className={cx(css.second)}>{figuresOf(run)}</span>
        </>
      ) : (
        <span className={cx(css.second)}>{say('bulkScreen.rows', { count: run.rowCount })}</span>
      )}
    </button>
  )
}
