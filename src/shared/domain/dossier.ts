import * as z from 'zod'
import { sourceKindSchema } from './evidence.ts'
import { submissionDetailSchema } from './submission-detail.ts'
import { submissionSummarySchema } from './submission.ts'

/** More in one file is read by nobody, and its attachments would not fit. */
export const dossierAtMost = 100

/** An item as a dispute file tells of it. */
export const dossierItemSchema = z.object({
  summary: submissionSummarySchema,
  /** Null where its text was erased, or it can't be read. */
  detail: submissionDetailSchema.nullable(),
  /** What went with it, by a stream that can be read once; null where there was none, or it is no longer there. */
  file: z.object({ path: z.string(), name: z.string(), kind: sourceKindSchema }).nullable(),
})
export type DossierItem = z.infer<typeof dossierItemSchema>
