import type { BulkRun, BulkState } from '#shared/domain/bulk.ts'

export const steps = ['file', 'columns', 'check', 'send', 'result'] as const
export type Step = (typeof steps)[number]

/** What a person chose to look at, and how the run stood then. */
export interface ChosenStep {
  readonly step: Step
  readonly state: BulkState
}

type Standing = Pick<BulkRun, 'state' | 'retries' | 'undoes' | 'planFrom'>

const natural: Record<Exclude<BulkState, 'columns'>, Step> = {
  checked: 'check',
  starting: 'send',
  sending: 'send',
  paused: 'send',
  stopped: 'result',
  done: 'result',
}

/** The steps that can be gone to: a table that was sent is not read again, and one that has left cannot be checked anew. */
export function openSteps({ state, retries, undoes }: Omit<Standing, 'planFrom'>): readonly Step[] {
  // What comes back from a run is a choice of its rows: file and columns are settled.
  const isFirstRound = retries === null && undoes === null
  switch (state) {
    case 'columns':
      return isFirstRound ? ['file', 'columns'] : ['check']
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
  if (chosen && chosen.state === run.state && openSteps(run).includes(chosen.step)) return chosen.step
  if (run.state !== 'columns') return natural[run.state]
  const open = openSteps(run)
  if (open.includes('check')) return 'check'
  // Who chose columns already comes back to them.
  return run.planFrom === 'person' ? 'columns' : 'file'
}
