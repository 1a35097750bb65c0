import * as z from 'zod'
import { says } from '../languages/says.ts'
import { messageSchema } from './message.ts'

const line = (most: number) =>
  z.string(says('validation.required')).trim().min(1, says('validation.required')).max(most, says('validation.tooLong'))

/** Where a team's database is, and who this clerk is there. */
export const teamAddressSchema = z.object({
  host: line(253),
  port: z.number(says('validation.required')).int().min(1).max(65_535),
  database: line(63),
  user: line(63),
  /** The certificate of the authority that signed the server's; null where this computer knows it. */
  ca: z.string().max(100_000, says('validation.tooLong')).nullable(),
})
export type TeamAddressFields = z.infer<typeof teamAddressSchema>

/** A desk that others wait for, after the database was put back. */
export const untoldDeskSchema = z.object({ id: z.string(), clerk: z.string(), label: z.string() })

/** How this desk stands with its team; `link` is null where it has none. */
export const teamViewSchema = z.object({
  link: teamAddressSchema.nullable(),
  state: z.enum(['none', 'connecting', 'telling', 'untold', 'online', 'offline']),
  /** What it means, in a sentence. */
  message: messageSchema.nullable(),
  untold: z.array(untoldDeskSchema),
  isManager: z.boolean(),
  /** The accounts that the team shares, and which of this desk's own each of them is. */
  accounts: z.array(
    z.object({
      shared: z.number().int(),
      name: z.string(),
      vendor: z.string(),
      accountId: z.string().nullable(),
      isPractice: z.boolean(),
      /** Whether this clerk manages it. */
      isManaged: z.boolean(),
      /** Own accounts with the same address and the same user. */
      candidates: z.array(z.object({ accountId: z.string(), name: z.string() })),
    }),
  ),
})
export type TeamView = z.infer<typeof teamViewSchema>
