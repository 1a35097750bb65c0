import { kinds, vendors } from '#shared/domain/kinds.ts'
import { practiceRuntime, type PracticeRuntime } from '../practice/runtime.ts'
import type { SubmissionQueries } from '../storage/submission-queries.ts'
import { mainVendor } from '../vendors/index.ts'

/** The practice environment, which knows what this app last had confirmed there: it forgets everything when it stops. */
export const rememberingPractice = (queries: Pick<SubmissionQueries, 'confirmedNotes'>): PracticeRuntime =>
  practiceRuntime(async () => {
    const { createPractice } = await import('../vendors/practice.ts')
    const confirmed = queries.confirmedNotes('practice')
    const options = vendors.map((vendor) => {
      const own = confirmed.filter(({ kind }) => kinds[kind].vendor === vendor)
      return [vendor, mainVendor(vendor).practice.optionsFor(own)] as const
    })
    return createPractice(Object.fromEntries(options))
  })
