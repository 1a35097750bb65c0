import { useEffect, useState } from 'react'
import type { RowSort } from '#shared/domain/bulk-check.ts'
import type { BulkProgress, BulkRun, RowFate } from '#shared/domain/bulk.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import bulk from './Bulk.module.css'
import { ResultActions } from './ResultActions.tsx'
import { RowsGrid } from './RowsGrid.tsx'
import type { StepProps } from './step-props.ts'

const states = {
  all: [],
  sent: ['sent'],
  rejected: ['rejected'],
  unknown: ['unknown'],
  left: ['queued', 'sending', 'held'],
  notSent: ['withdrawn'],
  closed: ['closed'],
  leftOut: ['left-out'],
} as const satisfies Record<string, readonly RowFate[]>
type Filter = keyof typeof states

const filters = Object.keys(states) as Filter[]
const refreshMs = 1000

/** Step 5: what became of each row, and what can still be done. */
export function ResultStep({ run, go }: StepProps) {
  const say = useSay()
  const format = useFormat()
  const [filter, setFilter] = useState<Filter>('all')
  const [sort, setSort] = useState<RowSort | null>(null)
  const version = useVersion(run)
  const counts = { ...run.progress, all: run.rowCount, leftOut: run.leftOut }
  const countOf = (name: Filter) => counts[name] ?? 0
  const shown = filters.filter((name) => name === filter || name === 'all' || name === 'sent' || countOf(name) > 0)
  return (
    <>
      <div className={cx(bulk.rows)}>
        <Tabs<Filter>
          label={say('bulkScreen.check.filter')}
          selected={filter}
          onSelect={setFilter}
          tabs={shown.map((key) => ({
            key,
            label:
              key === 'all'
                ? say('bulkScreen.check.all', { count: format.number(run.rowCount) })
                : `${say(`bulkScreen.figure.${key}`)} ${format.number(countOf(key))}`,
            content: key === filter && (
              <RowsGrid
                run={run}
                mode="result"
                standing={null}
                states={states[key]}
                expected={countOf(key)}
                {...{ version, sort }}
                onSort={setSort}
              />
            ),
          }))}
        />
      </div>
      <ResultActions run={run} go={go} />
    </>
  )
}

const figures = (progress: BulkProgress | null) =>
  progress
    ? `${progress.sent}/${progress.rejected}/${progress.unknown}/${progress.left}/${progress.notSent}/${progress.closed}`
    : ''

/** Moves when outcomes did, once a second at most: the rows in view are then read anew. */
function useVersion({ progress }: BulkRun): number {
  const now = figures(progress)
  const [seen, setSeen] = useState({ figures: now, version: 0 })
  useEffect(() => {
    if (now === seen.figures) return undefined
    const timer = setTimeout(() => setSeen((old) => ({ figures: now, version: old.version + 1 })), refreshMs)
    return () => clearTimeout(timer)
  }, [now, seen])
  return seen.version
}
