import * as z from 'zod'
import { attachmentSchema } from '../../domain/attachment.ts'
import { submissionSummarySchema } from '../../domain/submission.ts'
import { byAccount, byDraft } from '../../ipc/inputs.ts'
import { procedure, type Contract } from '../../ipc/procedure.ts'
import { reviewed } from '../../ipc/review.ts'

/** A customer as the newest dispute about them has it. */
const knownCustomerSchema = z.object({
  name: z.string(),
  email: z.string(),
  /** Of that dispute, and when it was filed: tells two customers of one name apart. */
  invoice: z.string(),
  at: z.iso.datetime(),
})
export type KnownCustomer = z.infer<typeof knownCustomerSchema>

/** What screens ask of disputes, beside what they ask of every item. */
export const disputeContract = {
  disputes: {
    /** Whether the account has a dispute for this invoice that may have reached Billink or still will: said while it is typed. */
    earlier: procedure(
      byAccount.extend({ invoice: z.string().trim().max(1000) }),
      z.object({ submissionId: z.string().nullable() }),
    ),
    /** The account's newest invoices here, by which a number in a mail is told from others. */
    invoices: procedure(byAccount, z.object({ invoices: z.array(z.string()) })),
    /** Customers of the account's disputes here whose name or e-mail begins as typed, the newest first: offered while it is typed. */
    customers: procedure(byAccount.extend({ text: z.string().max(1000) }), z.object({ customers: z.array(knownCustomerSchema) })),
    /** Checks the draft as sending would and gathers what the person should know first. Fails with `invalid` and the fields. */
    review: procedure(byDraft, z.object({ ...reviewed, attachment: attachmentSchema.nullable() })),
    /** Moves the draft into the outbox. A second click answers with the same item. */
    submit: procedure(byDraft, submissionSummarySchema),
  },
} as const satisfies Contract
