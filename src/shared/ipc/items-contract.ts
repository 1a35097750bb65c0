import * as z from 'zod'
import { messageSchema } from '../domain/message.ts'
import { decisionSchema, submissionSummarySchema } from '../domain/submission.ts'
import { says } from '../languages/says.ts'
import { draftSchema } from '../vendors/index.ts'
import { byAccount, byId, page } from './inputs.ts'
import { procedure, type Contract } from './procedure.ts'

const none = z.undefined()
const done = z.object({})

/** What was filed and is still on its way, or waits for a person. */
export const itemsContract = {
  outbox: {
    /**
     * Everything that is not finished, a page at a time, what waits for a person first: of unknown outcome, held, refused and not
     * yet corrected, under way, waiting.
     */
    list: procedure(
      z.object(page),
      z.object({ items: z.array(submissionSummarySchema), next: z.string().nullable(), total: z.number().int() }),
    ),
    counts: procedure(
      none,
      z.object({
        waiting: z.number().int(),
        sending: z.number().int(),
        held: z.number().int(),
        unknown: z.number().int(),
        rejected: z.number().int(),
        oldestWaitingAt: z.string().nullable(),
        /** Waiting items that ask before they leave, for whatever reason. */
        asking: z.number().int(),
        /** Those from an earlier session that all ask for a reason that they share, and that reason. */
        askingTogether: z.number().int(),
        askingReason: messageSchema.nullable(),
      }),
    ),
    /** Takes a waiting item back: gives the draft, file included. Fails with `invalid` once it has left. */
    cancel: procedure(byId, draftSchema),
    sendNow: procedure(byId, submissionSummarySchema),
    /** A refused item as a draft to correct, with the vendor's messages at its fields. */
    edit: procedure(byId, draftSchema),
    /** Lets an account's held items go after the key was mended. */
    release: procedure(byAccount, z.object({ released: z.number().int() })),
    /** A person's word on an unknown outcome. */
    decide: procedure(
      byId.extend({ decision: decisionSchema, vendorNumber: z.string().trim().max(100, says('validation.tooLong')).optional() }),
      submissionSummarySchema,
    ),
    /** The same word on many; those that moved on meanwhile are left as they are. */
    decideAll: procedure(
      z.object({ ids: z.array(z.string().max(100)).min(1).max(1000), decision: z.enum(['arrived', 'send-again']) }),
      z.object({ decided: z.number().int(), left: z.array(z.string()) }),
    ),
    /** The answer to "these wait longer than a day": let them go, or hand them back as drafts. */
    answerAsking: procedure(z.object({ send: z.boolean() }), done),
    /** Refused items a person has seen and will not correct leave the outbox; history keeps them. */
    dismiss: procedure(byId, done),
  },
} as const satisfies Contract
