import * as z from 'zod'
import type { TeamAddress } from './postgres.ts'

const invitationSchema = z.object({
  balieTeam: z.literal(1),
  host: z.string().trim().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  database: z.string().min(1).max(63),
  user: z.string().min(1).max(63),
  ca: z.string().max(100_000).nullable(),
})

/** All that a clerk needs to join but the password, which travels another way. */
export const invitationText = ({ host, port, database, user, ca }: TeamAddress): string =>
  `${JSON.stringify({ balieTeam: 1, host, port, database, user, ca } satisfies z.infer<typeof invitationSchema>, null, 2)}\n`

/** Null where it is no invitation: a file is input like any other. */
export function readInvitation(text: string): TeamAddress | null {
  try {
    const { balieTeam: _, ...address } = invitationSchema.parse(JSON.parse(text))
    return address
  } catch {
    return null
  }
}
