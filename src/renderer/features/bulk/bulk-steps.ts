import type { BulkRun, BulkState } from '#shared/domain/bulk.ts'

export const steps = ['file', 'columns', 'check', 'send', 'result'] as const
export type Step = (typeof steps)[number]

/** What a person chose to look at, and how the run stood then. */
export interface ChosenStep {
  readonly step: Step
  readonly state: BulkState
}

type Standing = Pick<BulkRun, 'state' | 'retries' | 'undoes'>

const natural: Record<BulkState, Step> = {
  columns: 'file',
  checked: 'check',
  starting: 'send',
  sending: 'send',
  paused: 'send',
  stopped: 'result',
  done: 'result',
}

/** The steps that can be gone to: a table that was sent is not read again, and one that has left cannot be checked anew. */
export function openSteps({ state, retries, undoes }: Standing): readonly Step[] {
  // What comes back from a run is a choice of its rows: file and columns are settled.
  const isFirstRound = retries === null && undoes === null
  switch (state) {
    case 'columns':
      return ['file', 'columns']
    case 'checked':
      return isFirstRound ? ['file', 'columns', 'check', 'send'] : ['check', 'send']
    case 'starting':
      return ['send']
    case 'sending':
    case 'paused':
      return ['send', 'result']
    case 'stopped':
    case 'done':
      return ['result']
  }
}

/** The step in view: the chosen one while the run stands as it did then, else the one that is up. */
export function stepInView(run: Standing, chosen: ChosenStep | null): Step {
  return chosen && chosen.state === run.state && openSteps(run).includes(chosen.step) ? chosen.step : natural[run.state]
}
