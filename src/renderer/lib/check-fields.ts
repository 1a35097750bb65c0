import type * as z from 'zod'
import { fieldMessagesOf, type FieldMessages, type Message } from '#shared/domain/message.ts'

/**
 * The form's own check, with the schema that main uses too. One sentence a field: an empty one is missing, and that it is
 * no e-mail address either helps nobody.
 */
export function checkFields(schema: z.ZodType, values: unknown): FieldMessages {
  const parsed = schema.safeParse(values)
  if (parsed.success) return {}
  return Object.fromEntries(
    Object.entries(fieldMessagesOf(parsed.error)).map(([field, messages]) => [field, messages.slice(0, 1)]),
  )
}

/** Of what is wrong with a value only that it is too long: the one thing that more typing does not mend. */
export function lengthMessages(rule: z.ZodType, value: unknown): Message[] {
  const parsed = rule.safeParse(value)
  if (parsed.success) return []
  return (fieldMessagesOf(parsed.error)[''] ?? []).filter((message) => 'id' in message && message.id === 'validation.tooLongBy')
}
