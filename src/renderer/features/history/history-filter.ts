import { environmentSchema } from '#shared/domain/account-fields.ts'
import type { HistoryFilter } from '#shared/domain/history-filter.ts'
import { periodSchema, type Narrowing } from '#shared/domain/history-narrowing.ts'
import { submissionKindSchema } from '#shared/domain/kinds.ts'
import { submissionStateSchema } from '#shared/domain/submission.ts'
import { momentsOf } from './period.ts'

export const kindChoices = ['all', ...submissionKindSchema.options] as const
export const stateChoices = ['all', ...submissionStateSchema.options] as const
export const environmentChoices = ['all', ...environmentSchema.options] as const
export const periodChoices = periodSchema.options
export const testChoices = ['all', 'live', 'test'] as const
export const orderChoices = ['made', 'moved', 'subject', 'customer', 'account'] as const

/** How many of the filters that are folded away leave something out. */
export const foldedFilters = ({ kind, state, account, environment, test, run }: Narrowing): number =>
  [kind, state, account, environment, test, run].filter((value) => value !== 'all').length

/** True while the list shows all there is. */
export const isEverything = (narrowing: Narrowing): boolean =>
  narrowing.search.trim() === '' && narrowing.period === 'all' && foldedFilters(narrowing) === 0

/** The narrowing in main's words: an empty list of kinds or states leaves none out. */
export function filterOf(narrowing: Narrowing, now = new Date()): HistoryFilter {
  const { search, kind, state, account, environment, test, run, period, own } = narrowing
  return {
    search: search.trim(),
    kinds: kind === 'all' ? [] : [kind],
    states: state === 'all' ? [] : [state],
    accountId: account === 'all' ? null : account,
    environments: environment === 'all' ? [] : [environment],
    test: test === 'all' ? null : test === 'test',
    runId: run === 'all' ? null : run,
    ...momentsOf(period, own, now),
  }
}
