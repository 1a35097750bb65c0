import * as z from 'zod'
import { environmentSchema } from '../domain/account-fields.ts'
import { messageSchema } from '../domain/message.ts'

/** Said before the last click; none of them stops a person who means it. */
const warningSchema = z.object({
  message: messageSchema,
  /** The earlier item the warning speaks of, one click away. */
  submissionId: z.string().nullable(),
})

/** What every review says, whatever leaves: where it goes, and what to know first. */
export const reviewed = {
  destination: z.object({
    accountId: z.string(),
    accountName: z.string(),
    environment: environmentSchema,
    host: z.string(),
  }),
  warnings: z.array(warningSchema),
}
