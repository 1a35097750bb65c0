import * as z from 'zod'
import { teamFilterSchema, teamItemDetailSchema, teamItemSummarySchema } from '../domain/team-item.ts'
import { says } from '../languages/says.ts'
import { byId, page } from './inputs.ts'
import { procedure } from './procedure.ts'

/** What colleagues did: read from the team's database, and decided there. Each fails with a sentence where it is out of reach. */
export const teamHistoryContract = {
  teamHistory: {
    list: procedure(
      teamFilterSchema.extend(page),
      z.object({ items: z.array(teamItemSummarySchema), next: z.string().nullable() }),
    ),
    colleagues: procedure(z.undefined(), z.array(z.object({ clerk: z.string(), display: z.string() }))),
    get: procedure(byId, teamItemDetailSchema),
    /** A word on an unknown outcome of a colleague's, on record; `try` is the one that was shown. */
    decide: procedure(
      byId.extend({
        try: z.number().int(),
        word: z.enum(['arrived', 'close']),
        number: z.string().trim().max(100, says('validation.tooLong')).nullable(),
      }),
      teamItemDetailSchema,
    ),
    /** For managers: takes the text of an item that is over, on record. */
    erase: procedure(byId, teamItemDetailSchema),
  },
} as const
