import * as z from 'zod'
import { isMessageId, type MessageId } from '../languages/index.ts'

/** A sentence of our own, named so that the screen can say it in the person's language. */
export interface NamedSentence {
  id: MessageId
  values?: Record<string, string | number> | undefined
}

/** What a vendor said, shown as it came. */
export interface VendorText {
  text: string
}

/** A sentence on its way to a screen. */
export type Message = NamedSentence | VendorText

/** What another version stored may name a sentence that this one lacks: it is read all the same, and shown as unnamed. */
const messageIdSchema = z.string() as unknown as z.ZodType<MessageId, MessageId>

export const messageSchema: z.ZodType<Message, Message> = z.union([
  z.object({ id: messageIdSchema, values: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
  z.object({ text: z.string() }),
])

/** Sentences by the field they belong to, so that an error is shown where it can be mended. */
export const fieldMessagesSchema = z.record(z.string(), z.array(messageSchema))
export type FieldMessages = z.infer<typeof fieldMessagesSchema>

/** Turns zod's issues into sentences at fields: schemas in this room carry message ids as their issue messages. */
export function fieldMessagesOf(error: z.core.$ZodError): FieldMessages {
  const fields: FieldMessages = {}
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.')
    const known = isMessageId(issue.message) ? issue.message : null
    const params = issue.code === 'custom' ? issue.params : undefined
    const message: Message = known ? { id: known, ...(params ? { values: params } : {}) } : { id: 'validation.invalid' }
    const list = (fields[field] ??= [])
    list.push(message)
  }
  return fields
}
