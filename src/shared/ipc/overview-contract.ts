import * as z from 'zod'
import { overviewAskedSchema, overviewSchema } from '../domain/overview.ts'
import { procedure } from './procedure.ts'

/** What was done in a period, for whoever answers for it. */
export const overviewContract = {
  overview: {
    get: procedure(overviewAskedSchema, overviewSchema),
    /** The same figures as a table where the person wants it. */
    export: procedure(
      z.object({ asked: overviewAskedSchema, format: z.enum(['csv', 'xlsx']) }),
      z.object({ saved: z.boolean() }),
    ),
  },
} as const
