import * as z from 'zod'

/** Why nothing was updated, so that a screen can say what to do. */
export const updateTroubleSchema = z.enum(['offline', 'untrusted', 'stale', 'damaged', 'server', 'not-taken'])
export type UpdateTrouble = z.infer<typeof updateTroubleSchema>

const next = { version: z.string(), notes: z.string().nullable() }

/** What is known of a newer Balie. */
export const updateStateSchema = z.discriminatedUnion('state', [
  /** Nothing is asked of anyone: this app is not packed, knows no feed, or the organisation updates it itself. */
  z.object({ state: z.literal('off'), why: z.enum(['unpacked', 'no-feed', 'policy']) }),
  z.object({ state: z.literal('idle') }),
  z.object({ state: z.literal('checking') }),
  z.object({ state: z.literal('newest') }),
  /** Packages of the system are its own to install: Balie only tells. */
  z.object({ state: z.literal('told'), ...next }),
  z.object({ state: z.literal('downloading'), ...next }),
  z.object({ state: z.literal('ready'), ...next }),
  /** The person asked for it, and the system is given it first. */
  z.object({ state: z.literal('preparing'), ...next }),
  z.object({ state: z.literal('failed'), trouble: updateTroubleSchema }),
])
export type UpdateState = z.infer<typeof updateStateSchema>
