import { kinds, vendors } from '#shared/domain/kinds.ts'
import { practiceRuntime, type PracticeRuntime } from '../practice/runtime.ts'
import type { SubmissionQueries } from '../storage/submission-queries.ts'
import { mainVendor } from '../vendors/index.ts'

/** Where items for the practice environment are bound, whatever port it has. */
const practiceOrigin = 'practice'

/** The practice environment, which asks what this app had confirmed there: it forgets everything when it stops, and much before. */
export const rememberingPractice = (queries: Pick<SubmissionQueries, 'confirmedOf'>): PracticeRuntime =>
  practiceRuntime(async () => {
    const { createPractice } = await import('../vendors/practice.ts')
    const options = vendors.map((vendor) => {
      const confirmed = (noteKeyAt: (origin: string) => string) =>
        queries.confirmedOf(noteKeyAt(practiceOrigin)).filter(({ payload }) => kinds[payload.kind].vendor === vendor)
      return [vendor, mainVendor(vendor).practice.optionsFor(confirmed)] as const
    })
    return createPractice(Object.fromEntries(options))
  })
