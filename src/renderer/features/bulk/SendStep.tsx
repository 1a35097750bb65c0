import { useQuery } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useState } from 'react'
import type { BulkConfirmation, BulkRun } from '#shared/domain/bulk.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { keys } from '../../lib/query.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { EnvironmentBadge } from '../../ui/EnvironmentBadge.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { KeyValue } from '../../ui/KeyValue.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Column, Section } from '../../ui/Section.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { PaneBody, PaneFooter } from '../../ui/SplitView.tsx'
import { Switch } from '../../ui/Switch.tsx'
import css from './Bulk.module.css'
import { useConfirmationWords } from './confirmation-words.ts'
import { ConnectionsField } from './ConnectionsField.tsx'
import { SendProgress } from './SendProgress.tsx'
import type { StepProps } from './step-props.ts'
import { useRunCall } from './use-bulk-run.ts'

/** Step 4: what will leave, confirmed in a sentence with its numbers; from then on how far it is. */
export function SendStep({ run, go }: StepProps) {
  return run.state === 'checked' ? <BeforeSending run={run} go={go} /> : <SendProgress run={run} go={go} />
}

function BeforeSending({ run, go }: StepProps) {
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: keys.bulkConfirmation(run.id),
    queryFn: () => unwrap(client.bulk.confirmation({ runId: run.id })),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <>
      <PaneBody>
        <FailureNotice error={error} />
        {data ? <Summary run={run} confirmation={data} /> : !error && <Skeleton lines={5} />}
        <Disclosure title={say('bulkScreen.send.advanced')}>
          <ConnectionsField run={run} />
        </Disclosure>
      </PaneBody>
      <PaneFooter>
        <Button onPress={() => go('check')}>{say('ui.back')}</Button>
        <Button
          variant="primary"
          icon={<Send aria-hidden="true" />}
          isDisabled={!data || data.total === 0}
          onPress={() => setAsking(true)}
        >
          {say('bulkScreen.send.start', { count: data?.total ?? 0 })}
        </Button>
      </PaneFooter>
      {data && isAsking && (
        <ConfirmStart
          run={run}
          confirmation={data}
          onClose={() => {
            setAsking(false)
            void refetch()
          }}
        />
      )}
    </>
  )
}

function Summary({ run, confirmation }: { run: BulkRun; confirmation: BulkConfirmation }) {
  const say = useSay()
  const { sentence, leftOut } = useConfirmationWords(run.kind)
  return (
    <Column>
      <Section title={say('bulkScreen.send.title')}>
        <p className={cx(css.sentence)}>{sentence(confirmation)}</p>
        {leftOut(confirmation) && <p>{leftOut(confirmation)}</p>}
        <KeyValue
          entries={[
            { label: say('bulkScreen.account'), value: confirmation.accountName },
            { label: say('bulkScreen.send.environment'), value: <EnvironmentBadge environment={confirmation.environment} /> },
            { label: say('bulkScreen.send.host'), value: confirmation.host, mono: true },
          ]}
        />
        <Notice>{say('bulkScreen.send.how')}</Notice>
      </Section>
    </Column>
  )
}

/** The last word before anything leaves; the number confirmed is the number that main is held to. */
function ConfirmStart({ run, confirmation, onClose }: { run: BulkRun; confirmation: BulkConfirmation; onClose: () => void }) {
  const say = useSay()
  const { sentence, leftOut } = useConfirmationWords(run.kind)
  const sayMessage = useSayMessage()
  const [notSentBefore, setNotSentBefore] = useState(false)
  const starting = useRunCall(() =>
    unwrap(client.bulk.start({ runId: run.id, total: confirmation.total, ...(notSentBefore && { notSentBefore }) })),
  )
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={say('bulkScreen.send.confirm', { count: confirmation.total })}
      confirmLabel={say('bulkScreen.send.start', { count: confirmation.total })}
      onConfirm={() => starting.mutateAsync()}
    >
      <p>
        <EnvironmentBadge environment={confirmation.environment} />
      </p>
      <p>{sentence(confirmation)}</p>
      {leftOut(confirmation) && <p>{leftOut(confirmation)}</p>}
      {confirmation.environment === 'production' && <p>{say('bulkScreen.send.live')}</p>}
      {run.inDoubt && (
        <>
          <p>{sayMessage(run.inDoubt)}</p>
          <Switch label={say('bulkScreen.send.notSentBefore')} isSelected={notSentBefore} onChange={setNotSentBefore} />
        </>
      )}
      <FailureNotice error={starting.error} />
    </ConfirmDialog>
  )
}
