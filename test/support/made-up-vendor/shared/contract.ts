import * as z from 'zod'
import { submissionSummarySchema } from '../../domain/submission.ts'
import { byDraft } from '../../ipc/inputs.ts'
import { procedure, type Contract } from '../../ipc/procedure.ts'
import { reviewed } from '../../ipc/review.ts'

/** What screens ask of tickets, beside what they ask of every item. */
export const ticketContract = {
  tickets: {
    review: procedure(byDraft, z.object(reviewed)),
    submit: procedure(byDraft, submissionSummarySchema),
  },
} as const satisfies Contract
