import * as z from 'zod'
import { kindSchema } from '../domain/kinds.ts'
import {
  draftElsewhereSchema,
  draftStandingSchema,
  maxNote,
  teamDraftDetailSchema,
  teamDraftSchema,
} from '../domain/team-draft.ts'
import { says } from '../languages/says.ts'
import { byId } from './inputs.ts'
import { procedure } from './procedure.ts'

/** Drafts that change hands. What colleagues have is asked of the team's database each time. */
export const teamDraftsContract = {
  teamDrafts: {
    /** Those of colleagues, of accounts that are linked here. */
    list: procedure(z.object({ kind: kindSchema }), z.array(teamDraftSchema)),
    get: procedure(byId, teamDraftDetailSchema),
    /** From now on it is this desk's, under an id of its own; `missing` are files that its holder had not brought whole. */
    take: procedure(
      byId.extend({ fence: z.number().int().nullable() }),
      z.object({ draftId: z.string(), missing: z.array(z.string()) }),
    ),
    /** For managers: takes a draft and its files away from the team, on record. */
    erase: procedure(byId, z.object({})),
    /** Own drafts that a colleague took over or ended, of all kinds. */
    elsewhere: procedure(z.undefined(), z.array(draftElsewhereSchema)),
    standing: procedure(byId, draftStandingSchema.nullable()),
    /** What whoever takes it over should know; answers as saving a draft does. */
    note: procedure(
      byId.extend({
        revision: z.number().int(),
        fields: z.object({ note: z.string().max(maxNote, says('validation.tooLong')) }),
      }),
      z.object({ revision: z.number().int(), updatedAt: z.string(), fields: z.object({ note: z.string() }) }),
    ),
    /** A draft that a colleague took or ended becomes one of this desk's own. */
    keepOwn: procedure(byId, z.object({})),
  },
} as const
