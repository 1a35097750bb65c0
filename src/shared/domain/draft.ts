import * as z from 'zod'
import { attachmentSchema } from './attachment.ts'
import type { Kind } from './kinds.ts'
import { fieldMessagesSchema, messageSchema } from './message.ts'

const stored = {
  id: z.string(),
  /** The account it is made for. Switching accounts never moves it. */
  accountId: z.string(),
  /** Grows with each save, so that a late save can't overwrite a newer one. */
  revision: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** What the vendor said of the item this draft was taken back from, shown at its fields until it is filed again. */
  refusal: z.object({ head: z.array(messageSchema), fields: fieldMessagesSchema }).nullable(),
  /** Null as well where no file can go with its kind. */
  attachment: attachmentSchema.nullable(),
}

/** All a kind's drafts are read, begun, saved and taken back by, given what is typed in one. */
export const draftSchemas = <K extends Kind, F extends z.ZodRawShape>(name: K, fields: z.ZodObject<F>) => {
  const kind = z.literal(name)
  return {
    draft: z.object({ ...stored, kind, fields }),
    /** What a list knows of it: each text as far as a row shows it. */
    summary: z.object({
      kind,
      id: stored.id,
      accountId: stored.accountId,
      createdAt: stored.createdAt,
      updatedAt: stored.updatedAt,
      fields,
    }),
    /** What of it is known when it is made. */
    start: z.object({ kind, accountId: z.string().max(100), fields: fields.partial().optional() }),
    save: z.object({ kind, id: z.string().max(100), revision: z.number().int(), fields }),
    /** What an item gives back as it was typed. */
    typed: z.object({ kind, fields }),
  }
}
