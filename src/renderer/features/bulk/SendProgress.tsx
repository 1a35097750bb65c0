import { CirclePause, CirclePlay, CircleStop } from 'lucide-react'
import { useState } from 'react'
import type { BulkProgress } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Column } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { PaneBody, PaneFooter } from '../../ui/SplitView.tsx'
import { Countdown } from '../../ui/Time.tsx'
import css from './Bulk.module.css'
import { ConnectionsField } from './ConnectionsField.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import { percentDone } from './row-words.ts'
import type { StepProps } from './step-props.ts'
import { useRunCall } from './use-bulk-run.ts'

/** A run on its way: how far it is, why it waits, and the ways to hold it. */
export function SendProgress({ run, go }: StepProps) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const [isStopping, setStopping] = useState(false)
  const byRun = { runId: run.id }
  const pausing = useRunCall(() => unwrap(client.bulk.pause(byRun)))
  const resuming = useRunCall(() => unwrap(client.bulk.resume(byRun)))
  const stopping = useRunCall(() => unwrap(client.bulk.stop(byRun)))
  const { progress } = run
  return (
    <>
      <PaneBody>
        <Column>
          {run.state === 'starting' || !progress ? (
            <>
              <p role="status">{say('bulkScreen.send.starting')}</p>
              <Skeleton lines={3} />
            </>
          ) : (
            <>
              <div className={cx(css.buttons)}>
                <span className={cx(css.percent)}>{say('bulkScreen.percent', { percent: percentDone(progress) })}</span>
                <Pace progress={progress} />
              </div>
              <ProgressBar progress={progress} label={say('bulkScreen.send.progress')} />
              <Figures progress={progress} leftOut={run.leftOut} />
            </>
          )}
          {run.state === 'paused' && (
            <Notice
              tone="warn"
              role="status"
              title={run.pauseReason ? sayMessage(run.pauseReason) : say('bulkScreen.send.paused')}
            >
              {say('bulkScreen.send.paused.text')}
            </Notice>
          )}
          {run.state === 'sending' && progress?.waiting && (
            <Notice role="status">
              {sayMessage(progress.waiting.reason)}{' '}
              {progress.waiting.until && (
                <Countdown until={progress.waiting.until} text={(seconds) => say('bulkScreen.send.again', { seconds })} />
              )}
            </Notice>
          )}
          {run.state !== 'paused' && <p className={cx(css.muted)}>{say('bulkScreen.send.background')}</p>}
          <Disclosure level={2} title={say('bulkScreen.send.advanced')}>
            <ConnectionsField run={run} />
          </Disclosure>
          <FailureNotice error={pausing.error ?? resuming.error} />
        </Column>
      </PaneBody>
      <PaneFooter>
        {progress && <Button onPress={() => go('result')}>{say('bulkScreen.send.soFar')}</Button>}
        <Button variant="danger" icon={<CircleStop aria-hidden="true" />} onPress={() => setStopping(true)}>
          {say('bulkScreen.send.stop')}
        </Button>
        {run.state === 'paused' ? (
          <Button
            variant="primary"
            icon={<CirclePlay aria-hidden="true" />}
            isBusy={resuming.isPending}
            onPress={() => resuming.mutate()}
          >
            {say('bulkScreen.send.resume')}
          </Button>
        ) : (
          <Button icon={<CirclePause aria-hidden="true" />} isBusy={pausing.isPending} onPress={() => pausing.mutate()}>
            {say('bulkScreen.send.pause')}
          </Button>
        )}
      </PaneFooter>
      <ConfirmDialog
        isOpen={isStopping}
        onClose={() => setStopping(false)}
        title={say('bulkScreen.send.stop.title')}
        confirmLabel={say('bulkScreen.send.stop')}
        isDanger
        onConfirm={() => stopping.mutateAsync()}
      >
        <p>{say('bulkScreen.send.stop.text', { count: progress?.left ?? 0 })}</p>
        <FailureNotice error={stopping.error} />
      </ConfirmDialog>
    </>
  )
}

function Figures({ progress, leftOut }: { progress: BulkProgress; leftOut: number }) {
  const say = useSay()
  const format = useFormat()
  const counts = { ...progress, leftOut }
  const shown = (['sent', 'rejected', 'unknown', 'left', 'notSent', 'closed', 'damaged', 'leftOut'] as const).filter(
    (name) => counts[name] > 0 || !['notSent', 'closed', 'damaged', 'leftOut'].includes(name),
  )
  return (
    <dl className={cx(css.figures)}>
      {shown.map((name) => (
        <div key={name} className={cx(css.figure)}>
          <dt>{say(`bulkScreen.figure.${name}`)}</dt>
          <dd>{format.number(counts[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Rows a second, and how long it will take at that pace. */
function Pace({ progress: { rate, secondsLeft } }: { progress: BulkProgress }) {
  const say = useSay()
  const format = useFormat()
  if (rate === null) return null
  const words = [
    say('bulkScreen.send.rate', { rate: format.number(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate)) }),
    ...(secondsLeft === null
      ? []
      : [
          secondsLeft < 60
            ? say('bulkScreen.send.left.seconds', { seconds: secondsLeft })
            : say('bulkScreen.send.left', { duration: format.duration(secondsLeft * 1000) }),
        ]),
  ]
  return <span className={cx(css.muted, 'tabular')}>{words.join(' · ')}</span>
}
