import * as z from 'zod'
import { draftSchemas } from '../../domain/draft.ts'
import { typedText } from '../../domain/typed-text.ts'
import { says } from '../../languages/says.ts'

/** A ticket as typed. */
export const ticketDraftFieldsSchema = z.object({ order: typedText, question: typedText })
export type TicketDraftFields = z.infer<typeof ticketDraftFieldsSchema>

export const ticketDrafts = draftSchemas('ticket', ticketDraftFieldsSchema)

const line = z.string().trim().min(1, says('validation.required')).max(500, says('validation.tooLong'))

/** A ticket that may leave. */
export const completeTicketSchema = z.object({ order: line, question: line })
export type CompleteTicket = z.infer<typeof completeTicketSchema>

export const ticketPayloadSchema = z.object({ kind: z.literal('ticket'), ticket: completeTicketSchema })
export type TicketPayload = z.infer<typeof ticketPayloadSchema>
