import * as z from 'zod'

/**
 * A sentence on its way to a screen: either one of our own, named so that the screen can say it in the person's
 * language, or a vendor's text, which is shown as it came.
 */
export const messageSchema = z.union([
  z.object({ id: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
  z.object({ text: z.string() }),
])
export type Message = z.infer<typeof messageSchema>

/** Sentences by the field they belong to, so that an error is shown where it can be mended. */
export const fieldMessagesSchema = z.record(z.string(), z.array(messageSchema))
export type FieldMessages = z.infer<typeof fieldMessagesSchema>

/** Turns zod's issues into sentences at fields: schemas in this room carry message ids as their issue messages. */
export function fieldMessagesOf(error: z.core.$ZodError): FieldMessages {
  const fields: FieldMessages = {}
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.')
    const known = issue.message.startsWith('validation.')
    const params = issue.code === 'custom' ? issue.params : undefined
    const message: Message = known ? { id: issue.message, ...(params ? { values: params } : {}) } : { id: 'validation.invalid' }
    const list = (fields[field] ??= [])
    list.push(message)
  }
  return fields
}
