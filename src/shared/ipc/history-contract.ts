import * as z from 'zod'
import { dossierItemSchema } from '../domain/dossier.ts'
import { hitSchema, historyFilterSchema, historyOrderSchema } from '../domain/history-filter.ts'
import { savedSearchSchema } from '../domain/history-narrowing.ts'
import { submissionDetailSchema } from '../domain/submission-detail.ts'
import { submissionSummarySchema } from '../domain/submission.ts'
import { says } from '../languages/says.ts'
import { draftSchema } from '../vendors/index.ts'
import { byId, page } from './inputs.ts'
import { procedure } from './procedure.ts'

/** What was marked, or all that a filter leaves. */
const chosenSchema = z.union([
  z.object({ ids: z.array(z.string().max(100)).min(1).max(100_000) }),
  z.object({ filter: historyFilterSchema }),
])

/** All that was ever filed: found, told, and kept under names. */
export const historyContract = {
  history: {
    list: procedure(
      historyFilterSchema.extend({
        ...page,
        order: historyOrderSchema.optional(),
        /** Of one that asks as somebody types: its next search overtakes this one, which fails then. */
        line: z.enum(['list', 'palette']).optional(),
      }),
      z.object({
        /** `hit`: where else than in its line the search was found. */
        items: z.array(submissionSummarySchema.extend({ hit: hitSchema.nullish() })),
        next: z.string().nullable(),
        /** Of all pages; told with the first. */
        total: z.number().int(),
        totalCapped: z.boolean(),
        /** There were more than are sorted: these are so many of the newest. */
        sortedWithin: z.number().int().nullable(),
        /** The index is being filled, the newest first: so many items at most no search finds yet. */
        notIndexed: z.number().int(),
      }),
    ),
    /** Fails with `damage.item` where the item can't be read: `damaged.item` tells what can. */
    get: procedure(byId, submissionDetailSchema),
    /** What stays of an item whose text was erased. */
    erased: procedure(byId, submissionSummarySchema),
    /** A new draft with the same content. */
    duplicate: procedure(byId, draftSchema),
    /** The call and its answers for the vendor's helpdesk, without a secret and without the file. */
    vendorText: procedure(byId, z.object({ text: z.string() })),
    /** What was marked, or all that a filter leaves, as a table where the person wants it. */
    export: procedure(
      z.object({
        chosen: chosenSchema,
        format: z.enum(['csv', 'xlsx']),
      }),
      z.object({ saved: z.boolean(), count: z.number().int() }),
    ),
    /** What a dispute file of these items is made of, and the stream to which what was made is brought. */
    file: procedure(z.object({ chosen: chosenSchema }), z.object({ items: z.array(dossierItemSchema), result: z.string() })),
    /** Saves what a worker made and brought. */
    saveFile: procedure(z.object({ token: z.string().max(100) }), z.object({ saved: z.boolean() })),
    /** Searches under a name. */
    saved: procedure(z.undefined(), z.array(savedSearchSchema)),
    /** Under a name that there is already it takes that one's place. */
    save: procedure(
      savedSearchSchema
        .omit({ id: true })
        .extend({ name: z.string().trim().min(1, says('validation.required')).max(100, says('validation.tooLong')) }),
      z.array(savedSearchSchema),
    ),
    forget: procedure(byId, z.array(savedSearchSchema)),
  },
} as const
