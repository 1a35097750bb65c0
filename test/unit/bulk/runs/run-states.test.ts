import { expect, test } from 'vitest'
import { bulkStateSchema, type BulkState } from '#shared/domain/bulk.ts'
import { runStates, type RunStates } from '#main/bulk/runs/run-states.ts'
import type { BulkRunRecords, RunChange, StoredRun } from '#main/storage/bulk-run-records.ts'

const review = { counts: { good: 1, faulty: 0, duplicate: 0, skipped: 0 }, findings: [], good: null, duplicate: null } as never
const why = { id: 'bulk.paused.byPerson' } as const

/** How a run comes into each state, with what has to be said. */
const ways: Record<BulkState, (states: RunStates) => void> = {
  columns: ({ enter }) => enter(1, 'columns'),
  checked: ({ enter }) => enter(1, 'checked', { review }),
  starting: ({ enter }) => enter(1, 'starting', { startedAt: 5 }),
  sending: ({ enter }) => enter(1, 'sending'),
  paused: ({ enter }) => enter(1, 'paused', { pauseReason: why }),
  stopped: ({ enter }) => enter(1, 'stopped', { endedAt: 9 }),
  done: ({ enter }) => enter(1, 'done', { endedAt: 9, underWay: false }),
}

/** One run in a ledger of one. */
function runIn(state: BulkState, more: Partial<StoredRun> = {}) {
  const run = { id: 1, state, discarded: false, review, pauseReason: why, endedAt: 3, underWay: false, ...more } as StoredRun
  const records: Pick<BulkRunRecords, 'get' | 'list' | 'enter' | 'change'> = {
    get: (id) => (id === 1 ? { ...run } : null),
    list: () => [{ ...run }],
    enter: (_id, to, change: RunChange) => Object.assign(run, change, { state: to }),
    change: (_id, change) => Object.assign(run, change),
  }
  return { run, states: runStates(records) }
}

const allowed: Record<BulkState, readonly BulkState[]> = {
  columns: ['columns', 'checked', 'stopped', 'done'],
  checked: ['columns', 'starting', 'stopped', 'done'],
  starting: ['columns', 'sending'],
  sending: ['paused', 'stopped', 'done'],
  paused: ['paused', 'sending', 'stopped'],
  stopped: ['columns', 'sending', 'paused'],
  done: ['columns', 'sending', 'paused'],
}
const pairs = bulkStateSchema.options.flatMap((from) => bulkStateSchema.options.map((to) => ({ from, to })))

test.each(pairs.filter(({ from, to }) => allowed[from].includes(to)))('a run goes from $from to $to', ({ from, to }) => {
  const { run, states } = runIn(from)
  ways[to](states)
  expect(run.state).toBe(to)
})

test.each(pairs.filter(({ from, to }) => !allowed[from].includes(to)))('a run never goes from $from to $to', ({ from, to }) => {
  const { run, states } = runIn(from)
  const before = { ...run }
  expect(() => ways[to](states)).toThrow(new TypeError(`A bulk run does not go from ${from} to ${to}`))
  expect(run).toEqual(before)
})

test.each([
  ['columns', 'checked', { review: null, pauseReason: why }],
  ['starting', 'checked', { review, pauseReason: null, startedAt: 5 }],
  ['sending', 'done', { pauseReason: null, endedAt: null, underWay: true }],
  ['paused', 'done', { pauseReason: why, endedAt: null }],
  ['stopped', 'sending', { pauseReason: null, endedAt: 9 }],
  ['done', 'sending', { pauseReason: null, endedAt: 9, underWay: false }],
] as const)('what holds of a run that is %s holds from the moment it is', (to, from, expected) => {
  const { run, states } = runIn(from)
  ways[to](states)
  expect(run).toMatchObject(expected)
})

test('a run that was thrown away is gone for every screen, and a run that moved on says so', () => {
  const { states } = runIn('columns', { discarded: true })
  expect(() => states.existing(1)).toThrow(
    expect.objectContaining({ failure: { kind: 'invalid', message: { id: 'failure.gone' } } }),
  )
  const checked = runIn('checked').states
  expect(checked.inState(1, 'columns', 'checked').state).toBe('checked')
  expect(() => checked.inState(1, 'sending')).toThrow(
    expect.objectContaining({ failure: { kind: 'invalid', message: { id: 'bulk.moved' } } }),
  )
})
