import type { BulkRun } from '#shared/domain/bulk.ts'
import type { Step } from './bulk-steps.ts'

/** What every step is given: the run as it stands, and the way to another step. */
export interface StepProps {
  readonly run: BulkRun
  readonly go: (step: Step) => void
}
