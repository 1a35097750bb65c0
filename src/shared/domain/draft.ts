import * as z from 'zod'
import { attachmentSchema } from './attachment.ts'
import { disputeDraftFieldsSchema } from './dispute.ts'
import { fieldMessagesSchema, messageSchema } from './message.ts'
import { noteDraftFieldsSchema } from './sale-note.ts'

const common = {
  id: z.string(),
  /** The account it is made for. Switching accounts never moves it. */
  accountId: z.string(),
  /** Grows with each save, so that a late save can't overwrite a newer one. */
  revision: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** What the vendor said of the item this draft was taken back from, shown at its fields until it is filed again. */
  refusal: z.object({ head: z.array(messageSchema), fields: fieldMessagesSchema }).nullable(),
}

export const disputeDraftSchema = z.object({
  ...common,
  kind: z.literal('dispute'),
  fields: disputeDraftFieldsSchema,
  attachment: attachmentSchema.nullable(),
})
export type DisputeDraft = z.infer<typeof disputeDraftSchema>

export const noteDraftSchema = z.object({ ...common, kind: z.literal('note'), fields: noteDraftFieldsSchema })
export type NoteDraft = z.infer<typeof noteDraftSchema>

export const draftSchema = z.discriminatedUnion('kind', [disputeDraftSchema, noteDraftSchema])
export type Draft = z.infer<typeof draftSchema>

export const emptyDispute: DisputeDraft['fields'] = {
  invoice: '',
  customerName: '',
  customerEmail: '',
  category: '',
  locale: '',
  message: '',
}

export const emptyNote: NoteDraft['fields'] = {
  action: 'create',
  outletID: '',
  saleID: '',
  paymentMethodCode: '',
  text: '',
  test: null,
}
