import { fieldsOf } from '#shared/domain/bulk.ts'
import { useState } from 'react'
import type { BulkField, BulkRow, BulkRun } from '#shared/domain/bulk.ts'
import { kindOfBulk, kinds } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import { failureOf } from '../../lib/client.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { focusField } from '../../ui/focus-field.ts'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PaneBody, PaneFooter } from '../../ui/SplitView.tsx'
import css from './ColumnsStep.module.css'
import { FilesOfTable } from './FileStep.tsx'
import { PlanPreview } from './PlanPreview.tsx'
import { SourceField } from './SourceField.tsx'
import type { StepProps } from './step-props.ts'
import { useRunCall } from './use-bulk-run.ts'
import { usePlan } from './use-plan.ts'

/** Step 2: where each field comes from, with the first rows as they would be sent. */
export function ColumnsStep({ run, go }: StepProps) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const planning = usePlan(run)
  const checking = useRunCall(() => planning.check())
  const error = planning.error ?? checking.error
  const failure = error ? failureOf(error) : null
  const fields = fieldsOf(run.kind)
  const showFirst = (refused: unknown) => {
    const first = fields.find((field) => failureOf(refused).fields?.[field])
    // Once the errors are there, so that the cursor's field is read out with its own.
    if (first) setTimeout(() => focusField(document.querySelector('main'), first))
  }
  return (
    <>
      <PaneBody>
        <PlanOrigin run={run} isChanged={planning.isChanged} />
        <div className={cx(css.fields)}>
          {fields.map((field) => (
            <SourceField
              key={field}
              field={field}
              run={run}
              source={planning.plan.sources[field]}
              onChange={(source) => {
                planning.set(field, source)
                checking.reset()
              }}
              errors={(failure?.fields?.[field] ?? missingIn(planning.preview, field)).map(sayMessage)}
            />
          ))}
        </div>
        {kinds[kindOfBulk(run.kind)].attachment && planning.plan.sources.file && planning.plan.sources.file.from !== 'none' && (
          <FilesOfTable run={run} />
        )}
        {failure && !failure.fields && <FailureNotice error={error} />}
      </PaneBody>
      <PlanPreview fields={fields} rows={planning.preview} />
      <PaneFooter status={say('bulkScreen.columns.remembered')}>
        <Button onPress={() => go('file')} isDisabled={checking.isPending}>
          {say('ui.back')}
        </Button>
        <Button
          variant="primary"
          isBusy={checking.isPending}
          onPress={() => (planning.isChanged ? checking.mutate(undefined, { onError: showFirst }) : go('check'))}
        >
          {say(checking.isPending ? 'bulkScreen.columns.checking' : 'bulkScreen.columns.next', { count: run.rowCount })}
        </Button>
      </PaneFooter>
    </>
  )
}

/** What is wrong with a field in every row shown is wrong with where it comes from, and is said there. */
function missingIn(rows: readonly BulkRow[], field: BulkField): readonly Message[] {
  const [first, ...others] = rows
  const problem = first?.problems[field]?.[0]
  if (!problem || others.length === 0) return []
  const same = JSON.stringify(problem)
  return others.every(({ problems }) => problems[field]?.some((other) => JSON.stringify(other) === same)) ? [problem] : []
}

function PlanOrigin({ run, isChanged }: { run: BulkRun; isChanged: boolean }) {
  const say = useSay()
  const [origin] = useState(run.planFrom)
  if (run.state === 'checked' && !isChanged) return <p>{say('bulkScreen.columns.checkedNote')}</p>
  if (origin === 'remembered') return <Notice>{say('bulkScreen.columns.fromMemory')}</Notice>
  return <p>{say('bulkScreen.columns.text')}</p>
}
