import * as z from 'zod'
import { submissionSummarySchema } from '../../domain/submission.ts'
import { byAccount, byDraft } from '../../ipc/inputs.ts'
import { procedure, type Contract } from '../../ipc/procedure.ts'
import { reviewed } from '../../ipc/review.ts'
import { paymentIdSchema, readNoteSchema } from './payment-note.ts'

/** A payment as it was read just now: a person sees it before a note on it is changed. */
export const readPaymentSchema = z.object({
  id: z.string(),
  mode: z.enum(['live', 'test']),
  amount: z.object({ value: z.string(), currency: z.string() }).nullable(),
  description: z.string(),
  /** Mollie's own word; one that is not known yet is shown as it is. */
  status: z.string(),
  createdAt: z.string().nullable(),
  /** The note that stands there now. */
  note: readNoteSchema.nullable(),
  /** Metadata that is no object, as JSON: a note is put beside it after a second look only. */
  otherMetadata: z.string().nullable(),
  /** What another program keeps under `note` or `noteAt`, as JSON: no note of ours may replace it. */
  foreignNote: z.string().nullable(),
  /** What stays beside the note, in bytes of JSON without its braces, for the size that is said while typing. */
  besideBytes: z.number().int(),
  readAt: z.string(),
})
export type ReadPayment = z.infer<typeof readPaymentSchema>

/** A payment of the practice environment, with what a clerk would recognise it by. */
export const examplePaymentSchema = z.object({ paymentID: paymentIdSchema, label: z.string() })
export type ExamplePayment = z.infer<typeof examplePaymentSchema>

/** What screens ask of notes on payments, beside what they ask of every item. */
export const paymentNoteContract = {
  paymentNotes: {
    /**
     * Reads a payment with the account's key. Fails with `invalid` at `paymentID` where there is none of that id, `unauthorized`
     * where the key is refused or missing, `unreachable` where there is no answer.
     */
    read: procedure(byAccount.extend({ paymentID: paymentIdSchema }), readPaymentSchema),
    /** Checks the draft as sending would and reads the payment anew: what is replaced is shown word for word. */
    review: procedure(
      byDraft,
      z.object({
        ...reviewed,
        payment: readPaymentSchema,
        /** An earlier item for this payment is not finished, and goes first. */
        waitsForEarlier: z.boolean(),
      }),
    ),
    /** Moves the draft into the outbox, with the note that was shown: another one that stands there by then is not replaced unasked. */
    submit: procedure(byDraft.extend({ shown: readNoteSchema.nullable() }), submissionSummarySchema),
    /** Payments that exist in the practice environment, so that a first note succeeds; none for any other account. */
    examples: procedure(byAccount, z.array(examplePaymentSchema)),
  },
} as const satisfies Contract
