import * as z from 'zod'
import { says } from '../../languages/says.ts'
import { draftSchemas } from '../../domain/draft.ts'
import { octets } from '../../domain/octets.ts'
import { mollieModeSchema } from './settings.ts'

/** A payment's id as Mollie gives it; text from the form to the wire. */
export const paymentIdSchema = z
  .string(says('validation.required'))
  .trim()
  .min(1, { error: says('validation.required'), abort: true })
  .max(60, says('validation.tooLong'))
  .regex(/^tr_[A-Za-z0-9]+$/, says('validation.paymentId'))

export const paymentNoteActionSchema = z.enum(['create', 'update', 'delete'])
export type PaymentNoteAction = z.infer<typeof paymentNoteActionSchema>

/** A note as it was read from Mollie. `at` is null where another program wrote the text and no time beside it. */
export const readNoteSchema = z.object({ text: z.string(), at: z.string().nullable() })
export type ReadNote = z.infer<typeof readNoteSchema>

/** A note as typed: nothing is checked, so that nothing typed is lost. */
export const paymentNoteDraftFieldsSchema = z.object({
  action: paymentNoteActionSchema,
  paymentID: z.string().max(100_000),
  text: z.string().max(1_000_000),
  /** A second look was taken at metadata that is no object: it is kept as `value` beside the note. */
  keepValue: z.boolean(),
})
export type PaymentNoteDraftFields = z.infer<typeof paymentNoteDraftFieldsSchema>

/** A note that is being written. */
export const paymentNoteDrafts = draftSchemas('payment-note', paymentNoteDraftFieldsSchema)
export type PaymentNoteDraft = z.infer<typeof paymentNoteDrafts.draft>

export const emptyPaymentNote: PaymentNoteDraftFields = { action: 'create', paymentID: '', text: '', keepValue: false }

/** Bounds of a payment's metadata as JSON in UTF-8: above the first the clerk is warned, above the second it is refused. */
export const metadataBytes = { warn: 900, refuse: 1024 } as const

/** A moment as `noteAt` has it; its length is what counts while typing. */
const anyMoment = '2026-01-01T00:00:00.000Z'

/** What a note adds to the metadata, in bytes, so that the limit is said while typing and not by a refusal. */
export const noteBytes = (text: string): number =>
  octets(JSON.stringify({ note: text.toWellFormed(), noteAt: anyMoment })) - '{}'.length

/** The size of the whole: what stands beside the note, as JSON without its braces, a comma, the note. */
export const metadataBytesWith = (besideBytes: number, text: string): number =>
  '{}'.length + (besideBytes > 0 ? besideBytes + ','.length : 0) + noteBytes(text)

const target = { paymentID: paymentIdSchema }
const noteText = z
  .string(says('validation.required'))
  .refine((text) => text.trim() !== '', says('validation.required'))
  .refine((text) => text.isWellFormed(), says('validation.loneSurrogate'))
  // Even with nothing beside it; what stands there is known to main alone, which says the rest.
  .refine((text) => metadataBytesWith(0, text) <= metadataBytes.refuse, says('validation.paymentNote.tooLong'))

/** A note that may leave, checked in the form, in bulk and again in main. */
export const completePaymentNoteSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('create'), ...target, text: noteText, keepValue: z.boolean() }),
  z.object({ action: z.literal('update'), ...target, text: noteText, keepValue: z.boolean() }),
  z.object({ action: z.literal('delete'), ...target, keepValue: z.boolean() }),
])
export type CompletePaymentNote = z.infer<typeof completePaymentNoteSchema>

/** A note as an item holds it. The key is added when it leaves and is never stored here. */
export const paymentNotePayloadSchema = z.object({
  kind: z.literal('payment-note'),
  action: paymentNoteActionSchema,
  mode: mollieModeSchema,
  paymentID: paymentIdSchema,
  /** Absent in a delete. */
  text: z.string().optional(),
  /** When it was filed (ISO, UTC): with the text it tells this note from any other. */
  at: z.string(),
  /** The note that was shown, and is replaced or deleted knowingly; null where none stood there. */
  shown: readNoteSchema.nullable(),
  /**
   * What an earlier item of this desk is about to leave there, which this one replaces knowingly as well; absent where none is
   * unfinished.
   */
  own: readNoteSchema.nullable().optional(),
  keepValue: z.boolean(),
})
export type PaymentNotePayload = z.infer<typeof paymentNotePayloadSchema>

/** A note with all that it is filed with. */
export type FiledPaymentNote = CompletePaymentNote & Pick<PaymentNotePayload, 'mode' | 'at' | 'shown' | 'own'>
