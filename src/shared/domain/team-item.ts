import * as z from 'zod'
import { payloadSchema } from '../vendors/index.ts'
import { submissionKindSchema } from './kinds.ts'
import { messageSchema } from './message.ts'
import { submissionStateSchema } from './submission.ts'

/** What team history is narrowed to; an empty list leaves none out. */
export const teamFilterSchema = z.object({
  search: z.string().max(200),
  kinds: z.array(submissionKindSchema).max(50),
  states: z.array(submissionStateSchema).max(20),
  /** The team's account, and the clerk by login. */
  account: z.number().int().nullable(),
  clerk: z.string().max(100).nullable(),
  test: z.boolean().nullable(),
  from: z.iso.datetime().nullable(),
  before: z.iso.datetime().nullable(),
})
export type TeamFilter = z.infer<typeof teamFilterSchema>

/** A line of team history. `subject` is null where the text was erased or is past its time. */
export const teamItemSummarySchema = z.object({
  id: z.string(),
  kind: submissionKindSchema,
  state: submissionStateSchema,
  accountName: z.string(),
  isPractice: z.boolean(),
  test: z.boolean(),
  clerk: z.string(),
  /** This desk's own. */
  isMine: z.boolean(),
  subject: z.string().nullable(),
  context: z.string(),
  vendorNumber: z.string().nullable(),
  createdAt: z.iso.datetime(),
  stateAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
})
export type TeamItemSummary = z.infer<typeof teamItemSummarySchema>

/** An item of the team's with all that it knows: what it says, why it stands as it does, and who decided what. */
export const teamItemDetailSchema = teamItemSummarySchema.extend({
  try: z.number().int(),
  payload: payloadSchema.nullable(),
  reason: messageSchema.nullable(),
  /** What went with it; the file itself is its sender's. */
  file: z.object({ name: z.string(), bytes: z.number() }).nullable(),
  /** From when on a colleague may decide; null where there is nothing to decide, or where it is this desk's own. */
  decidableAt: z.iso.datetime().nullable(),
  /** Whether that is so by now. */
  canDecide: z.boolean(),
  canErase: z.boolean(),
  acts: z.array(z.object({ at: z.iso.datetime(), clerk: z.string(), act: z.string(), number: z.string().nullable() })),
})
export type TeamItemDetail = z.infer<typeof teamItemDetailSchema>

const prefix = 'team:'
/** How a place in history names an item of the team's; an own one is named by its id alone. */
export const placeOfTeamItem = (id: string): string => `${prefix}${id}`
/** Which item of the team's a place names; null where it is an own one. */
export const teamItemOfPlace = (place: string | undefined): string | null =>
  place?.startsWith(prefix) ? place.slice(prefix.length) : null
