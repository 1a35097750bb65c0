import * as z from 'zod'
import { environmentSchema } from './account-fields.ts'
import { damageSchema } from './damage.ts'
import { submissionKindSchema } from './kinds.ts'
import { messageSchema } from './message.ts'
import { attemptReadingSchema } from './reading.ts'

/**
 * The states of specs/decisions.md, "Send states", and the two a person alone can give: `withdrawn` (taken back before it
 * left) and `closed` (an unknown outcome laid to rest without an answer).
 */
export const submissionStateSchema = z.enum(['queued', 'sending', 'sent', 'rejected', 'held', 'unknown', 'withdrawn', 'closed'])
export type SubmissionState = z.infer<typeof submissionStateSchema>

/** How far a try got, which is what a clerk is told about an unknown outcome. */
export const progressSchema = z.enum(['nothing-sent', 'connected', 'request-sent', 'answer-begun', 'answered'])
export type Progress = z.infer<typeof progressSchema>

export const decisionSchema = z.enum(['arrived', 'send-again', 'close', 'keep', 'look-again'])
export type Decision = z.infer<typeof decisionSchema>

/** One line of a list: what a clerk needs to recognise an item and see how it stands. */
export const submissionSummarySchema = z.object({
  id: z.string(),
  kind: submissionKindSchema,
  accountId: z.string(),
  accountName: z.string(),
  environment: environmentSchema,
  state: submissionStateSchema,
  stateAt: z.string(),
  createdAt: z.string(),
  /** The invoice of a dispute, or the sale number of a note. */
  subject: z.string(),
  /** The customer of a dispute, or outlet and method of a note. */
  context: z.string(),
  /** The note's text or the dispute's message, shortened. */
  excerpt: z.string(),
  test: z.boolean(),
  attachmentName: z.string().nullable(),
  /** While queued: the moment it may leave (hold, backoff, Retry-After); null when it may leave now. */
  notBefore: z.string().nullable(),
  /** While queued within its hold: Cancel still gives the draft back untouched. */
  inHold: z.boolean(),
  attemptCount: z.number().int(),
  /** While of unknown outcome at a vendor that reads back: when it is looked up whether it arrived; null where a person decides. */
  looksAt: z.string().nullable(),
  /** Why it stands as it does, in a sentence. */
  reason: messageSchema.nullable(),
  /** The vendor's number: dispute id or saleNoteID, as text. */
  vendorNumber: z.string().nullable(),
  /** True where a person, not the vendor, said that it arrived. */
  confirmedByPerson: z.boolean(),
  /** What may still be done with it. */
  actions: z.array(
    z.enum(['cancel', 'send-now', 'edit', 'release', 'arrived', 'send-again', 'close', 'keep', 'look-again', 'duplicate']),
  ),
  /** Set where the item can't be read: what stands beside it is what can. */
  damage: damageSchema.nullish(),
  /** When its text was erased: what stands beside it is what stays. */
  textGoneAt: z.string().nullish(),
})
export type SubmissionSummary = z.infer<typeof submissionSummarySchema>
export type SubmissionAction = SubmissionSummary['actions'][number]

export const attemptSchema = z.object({
  number: z.number().int(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Null where it is not known: the try is under way, or the app ended before it did. */
  progress: progressSchema.nullable(),
  /** Method, host and byte counts; never a credential, base64 or the path of a PATCH (it carries the note's text). */
  request: z.object({ method: z.string(), host: z.string(), bodyBytes: z.number().int() }),
  status: z.number().int().nullable(),
  /** The answer as it came, secrets removed; null when there was none. */
  answer: z.string().nullable(),
  stateAfter: submissionStateSchema.nullable(),
  reason: messageSchema.nullable(),
  /** At a vendor that reads back: what stood there before, and what a later reading made of an unknown outcome. */
  reading: attemptReadingSchema.nullable(),
})
export type Attempt = z.infer<typeof attemptSchema>
