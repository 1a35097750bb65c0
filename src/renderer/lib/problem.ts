import type { Failure } from '#shared/ipc/procedure.ts'
import { failureOf } from './client.ts'
import { sharedState } from './shared-state.ts'

const problem = sharedState<Failure | null>(null)

/** For what failed with no form or panel to say it at, as a command of the palette: the shell shows it until it is closed. */
export const reportProblem = (error: unknown): void => problem.set(failureOf(error))

/** The person has read it. */
export const dismissProblem = (): void => problem.set(null)

/** What failed last, or null. */
export const useProblem = problem.use
