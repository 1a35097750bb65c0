import * as z from 'zod'
import { kindSchema } from './kinds.ts'

/** A draft of a colleague's, as a list shows it. */
export const teamDraftSchema = z.object({
  id: z.string(),
  kind: kindSchema,
  /** The own account that goes with the team's. */
  accountId: z.string(),
  /** The number that it is about; empty where none is typed yet. */
  subject: z.string(),
  clerk: z.string(),
  /** The same clerk's, on another computer, or one that was taken over and did not come whole. */
  isOwn: z.boolean(),
  /** Whether its holder is at work. */
  isLive: z.boolean(),
  at: z.iso.datetime(),
  note: z.string(),
  files: z.number().int(),
  /** What taking it over names, so that of two who do only one gets it. */
  fence: z.number().int(),
})
export type TeamDraftSummary = z.infer<typeof teamDraftSchema>

/** With what stands in it, to be read before it is taken over. */
export const teamDraftDetailSchema = teamDraftSchema.extend({
  /** Null where only a newer Balie can read it. */
  fields: z.record(z.string(), z.string()).nullable(),
  /** For managers of the account. */
  canErase: z.boolean(),
  names: z.array(z.object({ name: z.string(), bytes: z.number().int(), isThere: z.boolean() })),
})
export type TeamDraftDetail = z.infer<typeof teamDraftDetailSchema>

/** How an own draft stands with the team; null where its account is shared with nobody. */
export const draftStandingSchema = z.object({
  state: z.enum(['held', 'taken', 'gone']),
  /** Under which id the team knows it. */
  teamId: z.string().nullable(),
  /** Who has it now, or from whom it came. */
  clerk: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  /** For whoever takes it over. */
  note: z.string(),
  /** What is typed here and the team does not have. */
  hasMore: z.boolean(),
})
export type DraftStanding = z.infer<typeof draftStandingSchema>

/** An own draft that is not to be filed here: who has it now; null where a colleague ended it. */
export const draftElsewhereSchema = z.object({ id: z.string(), clerk: z.string().nullable() })
export type DraftElsewhere = z.infer<typeof draftElsewhereSchema>

/** A note to the next holder is short: the draft itself says the rest. */
export const maxNote = 2000
