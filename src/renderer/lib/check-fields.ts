import type * as z from 'zod'
import { fieldMessagesOf, type FieldMessages } from '#shared/domain/message.ts'

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
