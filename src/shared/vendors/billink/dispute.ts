import * as z from 'zod'
import { says } from '../../languages/says.ts'
import { draftSchemas } from '../../domain/draft.ts'
import { emailProblem } from '../../domain/email-address.ts'
import { atMost, typedText } from '../../domain/typed-text.ts'
import { identifierText } from '../../domain/identifier-text.ts'

/** A dispute as typed: nothing is checked, so that nothing typed is lost. */
export const disputeDraftFieldsSchema = z.object({
  invoice: typedText,
  customerName: typedText,
  customerEmail: typedText,
  category: typedText,
  locale: typedText,
  message: typedText,
})
export type DisputeDraftFields = z.infer<typeof disputeDraftFieldsSchema>

/** A dispute that is being written. */
export const disputeDrafts = draftSchemas('dispute', disputeDraftFieldsSchema)
export type DisputeDraft = z.infer<typeof disputeDrafts.draft>

export const emptyDispute: DisputeDraftFields = {
  invoice: '',
  customerName: '',
  customerEmail: '',
  category: '',
  locale: '',
  message: '',
}

const line = z
  .string(says('validation.required'))
  .trim()
  .min(1, says('validation.required'))
  .superRefine(atMost(1000))
  .refine((text) => text.isWellFormed(), says('validation.loneSurrogate'))

/** A dispute that may leave. All are required by Billink's document; the invoice is trimmed and rid of what nobody sees in it, and otherwise untouched. */
export const completeDisputeSchema = z.object({
  invoice: z.string(says('validation.required')).overwrite(identifierText).pipe(line),
  customerName: line,
  customerEmail: line.superRefine((text, ctx) => {
    const problem = text === '' ? null : emailProblem(text)
    if (problem && 'id' in problem)
      ctx.addIssue({ code: 'custom', message: problem.id, ...(problem.values && { params: problem.values }) })
  }),
  category: line,
  locale: line,
  message: z
    .string(says('validation.required'))
    .refine((text) => text.trim() !== '', says('validation.required'))
    .superRefine(atMost(50_000))
    .refine((text) => text.isWellFormed(), says('validation.loneSurrogate')),
})
export type CompleteDispute = z.infer<typeof completeDisputeSchema>

/** A dispute as an item holds it. The key is added when it leaves and is never stored here. */
export const disputePayloadSchema = z.object({ kind: z.literal('dispute'), dispute: completeDisputeSchema })
export type DisputePayload = z.infer<typeof disputePayloadSchema>

/** The fifteen attributes of Billink's 200 answer, in its document's order, for the details view. */
export const disputeAnswerAttributes = [
  'category',
  'client',
  'createdAt',
  'currentStep',
  'customer',
  'disputeContent',
  'emails',
  'freshDeskTicket',
  'id',
  'notificationMode',
  'owner',
  'resolved',
  'resolvedAt',
  'status',
  'steps',
] as const
