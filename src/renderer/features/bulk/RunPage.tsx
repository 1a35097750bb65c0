import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useShowAccountOf } from '../../lib/account-in-view.tsx'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { kindOfBulk, kinds } from '#shared/domain/kinds.ts'
import type { BulkRun } from '#shared/domain/bulk.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { Pane, PaneHeader } from '../../ui/SplitView.tsx'
import { openSteps, stepInView, type ChosenStep, type Step } from './bulk-steps.ts'
import css from './Bulk.module.css'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { DiscardButton } from './DiscardButton.tsx'
import { FileStep } from './FileStep.tsx'
import { ResultStep } from './ResultStep.tsx'
import { RunAnnouncer } from './RunAnnouncer.tsx'
import { RunStateBadge } from './RunStateBadge.tsx'
import { SendStep } from './SendStep.tsx'
import { StepRegion } from './StepRegion.tsx'
import { Stepper } from './Stepper.tsx'
import { useBulkRun } from './use-bulk-run.ts'

/** One run on its way through the five steps. */
export function RunPage({ runId }: { runId: string }) {
  const say = useSay()
  const { navigate } = useNavigation()
  const { data: run, error } = useBulkRun(runId)
  useShowAccountOf(run?.accountId ?? null)
  if (run) return <Steps run={run} />
  if (!error) return <Skeleton lines={9} />
  return (
    <EmptyState
      title={say('bulkScreen.failed')}
      actions={<Button onPress={() => navigate({ screen: 'bulk' })}>{say('bulkScreen.overview')}</Button>}
    >
      <FailureNotice error={error} />
    </EmptyState>
  )
}

function Steps({ run }: { run: BulkRun }) {
  const say = useSay()
  const { navigate } = useNavigation()
  const [chosen, setChosen] = useState<ChosenStep | null>(null)
  // A choice is over once the run moves on, even where it comes back to the same state.
  if (chosen && chosen.state !== run.state) setChosen(null)
  const step = stepInView(run, chosen)
  const go = (to: Step) => setChosen({ step: to, state: run.state })
  const Current = views[step]
  const name = run.undoes ? say('bulkScreen.undoOf', { name: run.fileName }) : run.fileName
  return (
    <Pane>
      <PaneHeader
        title={
          <>
            <Button
              variant="quiet"
              size="small"
              icon={<ArrowLeft aria-hidden="true" />}
              aria-label={say('bulkScreen.overview')}
              onPress={() => navigate({ screen: 'bulk' })}
            />
            <h1 className={cx(css.fileName)} title={name}>
              {name}
            </h1>
            <EnvironmentBadge environment={run.environment} />
            <RunStateBadge run={run} />
            <span className={cx(css.muted)}>
              {say(`${kinds[kindOfBulk(run.kind)].screen}.title`)} · {run.accountName}
            </span>
          </>
        }
        actions={<DiscardButton run={run} />}
      >
        <Stepper current={step} open={openSteps(run)} onChoose={go} />
      </PaneHeader>
      <StepRegion step={step} moment={run.state}>
        <NotStarted run={run} />
        <Current key={step} run={run} go={go} />
      </StepRegion>
      <RunAnnouncer run={run} />
    </Pane>
  )
}

/**
 * Why a confirmed run is back at its check: a file that cannot go, a full disk, other numbers than were confirmed. Or why one that
 * was not started, as far as is known here, may have been.
 */
function NotStarted({ run: { state, pauseReason, inDoubt } }: { run: BulkRun }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const why = inDoubt ?? pauseReason
  if (!why || (state !== 'columns' && state !== 'checked')) return null
  return (
    <div className={cx(css.above)}>
      <Notice tone="warn" role="alert" title={say(inDoubt ? 'bulkScreen.inDoubt' : 'bulkScreen.notStarted')}>
        {sayMessage(why)}
      </Notice>
    </div>
  )
}

const views: Record<Step, typeof FileStep> = {
  file: FileStep,
  columns: ColumnsStep,
  check: CheckStep,
  send: SendStep,
  result: ResultStep,
}
