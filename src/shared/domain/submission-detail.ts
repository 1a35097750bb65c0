import * as z from 'zod'
import { payloadSchema } from '../vendors/index.ts'
import { attachmentSchema } from './attachment.ts'
import { fieldMessagesSchema, messageSchema } from './message.ts'
import { attemptSchema, submissionSummarySchema } from './submission.ts'

/** An item with all that is known of it. */
export const submissionDetailSchema = submissionSummarySchema.extend({
  payload: payloadSchema,
  attachment: attachmentSchema.nullable(),
  head: z.array(messageSchema),
  fields: fieldMessagesSchema,
  attempts: z.array(attemptSchema),
  decisions: z.array(z.object({ at: z.string(), decision: z.string(), detail: z.string().nullable() })),
  /** A newer item for the same note: an unknown update or delete that it supersedes is never sent again. */
  supersededBy: z.string().nullable(),
  /** The item an edited refusal was filed anew as. */
  replacedBy: z.string().nullable(),
  /** The bulk run whose row this is; null for an item filed by itself. */
  row: z
    .object({
      runId: z.string(),
      /** As Excel numbers it. */
      number: z.number().int(),
      fileName: z.string(),
      /** False where the run's table was removed since. */
      isThere: z.boolean(),
    })
    .nullable(),
})
export type SubmissionDetail = z.infer<typeof submissionDetailSchema>
