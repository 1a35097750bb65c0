import { submissionKindSchema, type SubmissionKind } from '#shared/domain/kinds.ts'
import { submissionStateSchema, type SubmissionState } from '#shared/domain/submission.ts'
import type { HistoryFilter } from '../../lib/history.ts'

/** What the person narrowed the list to. */
export interface Narrowing {
  readonly search: string
  readonly kind: SubmissionKind | 'all'
  readonly state: SubmissionState | 'all'
}

export const everything: Narrowing = { search: '', kind: 'all', state: 'all' }

export const kindChoices = ['all', ...submissionKindSchema.options] as const
export const stateChoices = ['all', ...submissionStateSchema.options] as const

/** True while the list shows all there is. */
export const isEverything = ({ search, kind, state }: Narrowing): boolean =>
  search.trim() === '' && kind === 'all' && state === 'all'

/** The narrowing in main's words: an empty list of kinds or states leaves none out. */
export const filterOf = ({ search, kind, state }: Narrowing): HistoryFilter => ({
  search: search.trim(),
  kinds: kind === 'all' ? [] : [kind],
  states: state === 'all' ? [] : [state],
})
