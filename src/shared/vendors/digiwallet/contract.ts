import * as z from 'zod'
import { messageSchema } from '../../domain/message.ts'
import { submissionSummarySchema } from '../../domain/submission.ts'
import { byAccount, byDraft, page } from '../../ipc/inputs.ts'
import { procedure, type Contract } from '../../ipc/procedure.ts'
import { reviewed } from '../../ipc/review.ts'
import { knownNoteSchema } from './known-note.ts'
import { exampleSaleSchema, noteTargetSchema } from './sale-note.ts'

const { outletID, saleID, paymentMethodCode } = noteTargetSchema.shape

/** What screens ask of sale notes, beside what they ask of every item. */
export const noteContract = {
  notes: {
    review: procedure(
      byDraft,
      z.object({
        ...reviewed,
        /** The test flag that will be sent, after the outlet's own test mode. */
        test: z.boolean(),
        testForcedByOutlet: z.boolean(),
        /** What this app last had confirmed for this note; null where it knows none. */
        lastText: z.string().nullable(),
        known: z.boolean(),
        /** An earlier item for this note is not finished, and goes first. */
        waitsForEarlier: z.boolean(),
      }),
    ),
    submit: procedure(byDraft, submissionSummarySchema),
    /** Sales that exist in the practice environment, so that a first note succeeds; none for any other account. */
    examples: procedure(byAccount, z.array(exampleSaleSchema)),
    known: procedure(
      z.object({ ...page, search: z.string().max(200), accountId: z.string().max(100).nullable().optional() }),
      z.object({ items: z.array(knownNoteSchema), next: z.string().nullable() }),
    ),
    /** Tries an account: creates one `test=1` note on the chosen sale and deletes it. */
    checkAccount: procedure(
      byAccount.extend({ outletID, saleID, paymentMethodCode }),
      z.object({ steps: z.array(z.object({ name: z.enum(['create', 'delete']), ok: z.boolean(), message: messageSchema })) }),
    ),
  },
} as const satisfies Contract
