import * as z from 'zod'
import { says } from '../languages/says.ts'
import { emailProblem } from './email-address.ts'
import { atMost, typedText } from './typed-text.ts'
import { identifierText } from './identifier-text.ts'

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
