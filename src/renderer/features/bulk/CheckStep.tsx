import { useState } from 'react'
import type { BulkRun, RowStanding } from '#shared/domain/bulk.ts'
import type { FindingKey, RowSort } from '#shared/domain/bulk-check.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { PaneBody, PaneFooter } from '../../ui/SplitView.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { toast } from '../../ui/Toaster.tsx'
import { useMutation } from '@tanstack/react-query'
import bulk from './Bulk.module.css'
import { Findings } from './Findings.tsx'
import { rowsOf } from './finding-key.ts'
import { FormatMenu } from './FormatMenu.tsx'
import { RowsGrid } from './RowsGrid.tsx'
import type { StepProps } from './step-props.ts'
import { useRunCall } from './use-bulk-run.ts'
import { useRowChanges } from './use-row-changes.ts'
import { useUndoKeys } from './use-undo-keys.ts'

type Filter = RowStanding | 'all' | 'finding'
const filters = ['all', 'good', 'faulty', 'duplicate', 'skipped', 'finding'] as const satisfies readonly Filter[]

/** Step 3: every row with what is wrong at its cell, to be mended here or in Excel, before anything is sent. */
export function CheckStep({ run, go }: StepProps) {
  return run.state === 'checked' ? <Checked run={run} go={go} /> : <Checking run={run} />
}

/** Rows on their way back to the check, or ones whose check was broken off with the app. */
function Checking({ run }: { run: BulkRun }) {
  const say = useSay()
  const checking = useRunCall(() => unwrap(client.bulk.check({ runId: run.id })))
  return (
    <>
      <PaneBody>
        <p role="status">{say('bulkScreen.check.checking')}</p>
        <Skeleton lines={6} />
        <FailureNotice error={checking.error} />
      </PaneBody>
      <PaneFooter>
        <LeaveRetry run={run} />
        <Button isBusy={checking.isPending} onPress={() => checking.mutate()}>
          {say('bulkScreen.check.again')}
        </Button>
      </PaneFooter>
    </>
  )
}

/** Out of a further round, for who thinks better of it. */
function LeaveRetry({ run }: Pick<StepProps, 'run'>) {
  const say = useSay()
  const leaving = useRunCall(() => unwrap(client.bulk.leaveRetry({ runId: run.id })))
  if (run.retries === null) return null
  return (
    <>
      <FailureNotice error={leaving.error} />
      <Button isBusy={leaving.isPending} onPress={() => leaving.mutate()}>
        {say('bulkScreen.check.leaveRetry')}
      </Button>
    </>
  )
}

function Checked({ run, go }: StepProps) {
  const say = useSay()
  const format = useFormat()
  const counts = run.counts ?? { good: 0, faulty: 0, duplicate: 0, skipped: 0 }
  const all = counts.good + counts.faulty + counts.duplicate + counts.skipped
  const [filter, setFilter] = useState<Filter>('all')
  const [finding, setFinding] = useState<FindingKey | null>(null)
  const [sort, setSort] = useState<RowSort | null>(null)
  const [version, setVersion] = useState(0)
  const changes = useRowChanges(run, () => setVersion((old) => old + 1))
  useUndoKeys(changes)
  const including = useRunCall((include: boolean) => unwrap(client.bulk.setIncludeDuplicates({ runId: run.id, include })))
  const saving = useMutation({
    mutationFn: (chosen: 'csv' | 'xlsx') => unwrap(client.bulk.exportFaulty({ runId: run.id, format: chosen })),
    onSuccess: ({ saved }) => saved && toast(say('bulkScreen.saved')),
  })
  const leaving = counts.good + (run.includeDuplicates ? counts.duplicate : 0)
  const countOf = (name: Filter) =>
    name === 'all' ? all : name === 'finding' ? (finding ? rowsOf(run.findings, finding) : 0) : counts[name]
  const shown = filters.filter(
    (name) => name === 'all' || name === filter || name === 'good' || (name === 'finding' ? finding !== null : counts[name] > 0),
  )
  return (
    <>
      <Findings
        run={run}
        chosen={filter === 'finding' ? finding : null}
        onChoose={(chosen) => {
          setFinding(chosen)
          setFilter(chosen ? 'finding' : 'all')
        }}
      />
      <div className={cx(bulk.rows)}>
        <Tabs<Filter>
          label={say('bulkScreen.check.filter')}
          selected={filter}
          onSelect={setFilter}
          tabs={shown.map((key) => {
            const count = countOf(key)
            return {
              key,
              label: say(key === 'duplicate' ? `bulkScreen.check.${key}.${run.kind}` : `bulkScreen.check.${key}`, {
                count: format.number(count),
              }),
              content: key === filter && (
                <RowsGrid
                  run={run}
                  mode="check"
                  standing={key === 'all' || key === 'finding' ? null : key}
                  states={[]}
                  finding={key === 'finding' ? finding : null}
                  expected={count}
                  version={version}
                  sort={sort}
                  onSort={setSort}
                  changes={changes}
                />
              ),
            }
          })}
        />
      </div>
      <FailureNotice error={including.error ?? saving.error} />
      <PaneFooter status={say('bulkScreen.check.leaving', { count: leaving, left: all - leaving })}>
        {counts.duplicate > 0 && (
          <Switch
            label={say(`bulkScreen.check.duplicates.${run.kind}`, { count: counts.duplicate })}
            isSelected={run.includeDuplicates}
            isDisabled={including.isPending}
            onChange={(include) => including.mutate(include, { onSuccess: () => setVersion((old) => old + 1) })}
          />
        )}
        {counts.faulty > 0 && (
          <FormatMenu
            label={say('bulkScreen.check.export')}
            isBusy={saving.isPending}
            onChoose={(chosen) => saving.mutate(chosen)}
          />
        )}
        <LeaveRetry run={run} />
        <Button variant="primary" isDisabled={leaving === 0} onPress={() => go('send')}>
          {say('bulkScreen.check.next')}
        </Button>
      </PaneFooter>
    </>
  )
}
