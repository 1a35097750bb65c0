import * as z from 'zod'
import { environmentSchema } from './account-fields.ts'
import { historyOrderSchema } from './history-filter.ts'
import { submissionKindSchema } from './kinds.ts'
import { submissionStateSchema } from './submission.ts'

const allOr = <T extends readonly string[]>(values: T) => z.enum(['all', ...values])
const dayField = z.string().max(20)

/** Periods that a clerk asks for by name, and one of their own. */
export const periodSchema = z.enum(['all', 'today', 'yesterday', 'week', 'last-week', 'month', 'last-month', 'year', 'own'])
export type Period = z.infer<typeof periodSchema>

/** What a person narrowed history to, in the words of the screen: "this week" is another one next week. */
export const narrowingSchema = z.object({
  search: z.string().max(200),
  period: periodSchema,
  /** Days as a date field has them, both included. */
  own: z.object({ from: dayField, until: dayField }),
  kind: allOr(submissionKindSchema.options),
  state: allOr(submissionStateSchema.options),
  account: z.string().max(100),
  environment: allOr(environmentSchema.options),
  test: z.enum(['all', 'live', 'test']),
  run: z.string().max(20),
  order: historyOrderSchema,
})
export type Narrowing = Readonly<z.infer<typeof narrowingSchema>>

/** A search that a person gave a name. */
export const savedSearchSchema = z.object({ id: z.string(), name: z.string(), narrowing: narrowingSchema })
export type SavedSearch = z.infer<typeof savedSearchSchema>
