import type { SubmissionState } from '#shared/domain/submission.ts'
import type { TeamState } from '../../team/answers.ts'

/** A team's word for where an item stands, as screens have it. */
export const stateOf = (state: TeamState): SubmissionState => (state === 'leaving' ? 'sending' : state)

/** And back. */
export const teamStateOf = (state: SubmissionState): TeamState => (state === 'sending' ? 'leaving' : state)
