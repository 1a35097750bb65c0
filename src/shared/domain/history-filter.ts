import * as z from 'zod'
import { environmentSchema } from './account-fields.ts'
import { submissionKindSchema } from './kinds.ts'
import { submissionStateSchema } from './submission.ts'

/** What history is narrowed to; an empty list leaves none out, and neither does what is absent. */
export const historyFilterSchema = z.object({
  search: z.string().max(200),
  kinds: z.array(submissionKindSchema).max(50),
  states: z.array(submissionStateSchema).max(20),
  accountId: z.string().max(100).nullable().optional(),
  environments: z.array(environmentSchema).max(10).optional(),
  test: z.boolean().nullable().optional(),
  /** The bulk run whose rows these are. */
  runId: z.string().max(20).nullable().optional(),
  /** When they were made: from this moment on, and before that one. */
  from: z.iso.datetime().nullable().optional(),
  before: z.iso.datetime().nullable().optional(),
})
export type HistoryFilter = z.infer<typeof historyFilterSchema>

/** What history is sorted by: when an item was made, when it last moved, or what stands in its line. */
export const historyOrderSchema = z.object({
  by: z.enum(['made', 'moved', 'subject', 'customer', 'account']),
  descending: z.boolean(),
})
export type HistoryOrder = z.infer<typeof historyOrderSchema>
export const newestFirst: HistoryOrder = { by: 'made', descending: true }

/** Sorted by anything but when they were made, so many of the newest are looked at. */
export const sortedAtMost = 2000

/** Below this a search is for the beginning of a number or a name. */
export const lettersInside = 3
export const isBeginning = (search: string): boolean => {
  const { length } = Array.from(search.trim())
  return length > 0 && length < lettersInside
}

/** Where else than in its line an item was found, with the text around it. */
export const hitSchema = z.object({ place: z.enum(['text', 'attachment', 'answer']), text: z.string() })
export type SearchHit = z.infer<typeof hitSchema>
