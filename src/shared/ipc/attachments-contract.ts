import * as z from 'zod'
import {
  evidenceSchema,
  madeSchema,
  makingSchema,
  sourceEditsSchema,
  sourceKindSchema,
  streamSchema,
} from '../domain/evidence.ts'
import { messageSchema } from '../domain/message.ts'
import { byDraft } from './inputs.ts'
import { procedure, type Contract } from './procedure.ts'

const done = z.object({})
const bySource = byDraft.extend({ sourceId: z.string().max(100) })
/** One of a draft's files, the one that goes with it, or the one that went with an item. */
const whichFile = z.union([
  byDraft.extend({ sourceId: z.string().max(100).nullable() }),
  z.object({ itemId: z.string().max(100) }),
])

/** The files of a draft. Their bytes cross by streams that the page's workers alone can read; all here are names and words. */
export const attachmentsContract = {
  attachments: {
    of: procedure(byDraft, evidenceSchema),
    /** Opens the native chooser in main; what was refused of what was chosen. */
    pick: procedure(byDraft, z.object({ refused: z.array(messageSchema) })),
    /** Adds what the preload registered for a dropped or pasted file, or what a worker brought. */
    attach: procedure(byDraft.extend({ token: z.string().max(100) }), evidenceSchema),
    remove: procedure(bySource, evidenceSchema),
    order: procedure(byDraft.extend({ ids: z.array(z.string().max(100)).max(100) }), evidenceSchema),
    edit: procedure(bySource.extend({ edits: sourceEditsSchema }), evidenceSchema),
    /** What the page needs to put the files together; null where nothing has to be. */
    making: procedure(byDraft, makingSchema.nullable()),
    /** What was put together; of files that have changed since it is dropped. */
    made: procedure(
      byDraft.extend({ version: z.string().max(100), token: z.string().max(100), made: madeSchema.omit({ names: true }) }),
      evidenceSchema,
    ),
    /** A stream to which a worker brings a file that it took out of another one, as a mail's attachment. */
    receive: procedure(byDraft.extend({ name: z.string().max(1000) }), streamSchema),
    /** A stream out of which a worker reads a file to show it. */
    open: procedure(whichFile, streamSchema.extend({ name: z.string(), kind: sourceKindSchema })),
    /** Opens a copy in the system's own program for it, which is removed when Balie ends. */
    openOutside: procedure(whichFile, done),
  },
} as const satisfies Contract
