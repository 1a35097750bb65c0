import { kindOfBulk, kinds, type BulkKind, type Vendor } from '../domain/kinds.ts'
import * as z from 'zod'
import { bulkKindSchema } from '../domain/kinds.ts'
import {
  bulkConfirmationSchema,
  bulkFieldSchema,
  bulkLimits,
  bulkPlanSchema,
  bulkProgressSchema,
  bulkRowSchema,
  bulkRunSchema,
  readSettingsSchema,
  retryStateSchema,
  rowFateSchema,
  rowStandingSchema,
} from '../domain/bulk.ts'
import { findingKeySchema, rowSortSchema } from '../domain/bulk-check.ts'
import { procedure, type Contract, type Events } from './procedure.ts'

const byRun = z.object({ runId: z.string().max(100) })
const someRows = z.array(z.number().int()).min(1)
const whichRows = { standing: rowStandingSchema.nullable(), states: z.array(rowFateSchema) }
const done = z.object({})
const saved = z.object({ saved: z.boolean() })
const format = z.enum(['csv', 'xlsx'])

/** Five steps: file, columns, check, send, result. Each answers with the run as it stands, so a screen never guesses. */
export const bulkContract = {
  bulk: {
    runs: procedure(z.undefined(), z.array(bulkRunSchema)),
    get: procedure(byRun, bulkRunSchema),
    /** Opens a file by the native chooser, a dropped file's token, or text pasted from a spreadsheet; null when nothing was chosen. */
    open: procedure(
      z.object({
        kind: bulkKindSchema,
        accountId: z.string().max(100),
        source: z.discriminatedUnion('from', [
          z.object({ from: z.literal('picker') }),
          z.object({ from: z.literal('token'), token: z.string().max(100) }),
          z.object({ from: z.literal('pasted'), text: z.string().max(50_000_000) }),
        ]),
      }),
      bulkRunSchema.nullable(),
    ),
    /** The folder or ZIP that holds the files a table of disputes names. */
    chooseFiles: procedure(byRun.extend({ source: z.enum(['folder', 'zip']) }), bulkRunSchema.nullable()),
    /** Reads the file anew as the person says it should be read. */
    reread: procedure(byRun.extend({ settings: readSettingsSchema }), bulkRunSchema),
    /** Sets where each field comes from; answers with real rows as they would be sent. */
    plan: procedure(byRun.extend({ plan: bulkPlanSchema }), z.object({ run: bulkRunSchema, preview: z.array(bulkRowSchema) })),
    check: procedure(byRun, bulkRunSchema),
    rows: procedure(
      byRun.extend({
        ...whichRows,
        after: z.number().int().nullable(),
        limit: z.number().int().min(1).max(200),
      }),
      z.object({ items: z.array(bulkRowSchema), next: z.number().int().nullable() }),
    ),
    /**
     * The numbers of the rows asked for, in the order asked for: those a finding is about, or sorted. A list keeps this order while
     * its rows are mended, so that none of them moves away from who works on it. `among` sorts the rows of such a list without asking
     * anew which they are.
     */
    order: procedure(
      byRun.extend({
        ...whichRows,
        finding: findingKeySchema.nullable(),
        sort: rowSortSchema.nullable(),
        among: someRows.max(bulkLimits.csvRows).optional(),
      }),
      z.object({ rows: z.array(z.number().int()).max(bulkLimits.csvRows) }),
    ),
    /** Rows by their numbers, in the order given. */
    rowsAt: procedure(byRun.extend({ rows: someRows.max(200) }), z.object({ items: z.array(bulkRowSchema) })),
    editCell: procedure(
      byRun.extend({ row: z.number().int(), field: bulkFieldSchema, value: z.string().max(100_000) }),
      z.object({ row: bulkRowSchema, run: bulkRunSchema }),
    ),
    /** How many rows of the round have this value: said before it is replaced in all of them. */
    countValue: procedure(
      byRun.extend({ field: bulkFieldSchema, value: z.string().max(100_000) }),
      z.object({ rows: z.number().int() }),
    ),
    /**
     * One value into many rows: a value replaced wherever it stands (`total` is the number the person saw; where it is another one by
     * now, nothing happens), or filled into rows by their numbers.
     */
    fillCells: procedure(
      byRun.extend({
        field: bulkFieldSchema,
        value: z.string().max(100_000),
        which: z.discriminatedUnion('by', [
          z.object({ by: z.literal('value'), value: z.string().max(100_000), total: z.number().int() }),
          z.object({ by: z.literal('number'), rows: someRows.max(bulkLimits.csvRows) }),
        ]),
      }),
      bulkRunSchema,
    ),
    /** Undoes so many of a person's changes at this check, or makes them again. Nothing to undo is no mistake. */
    undoChange: procedure(byRun.extend({ count: z.number().int().min(1).max(1000) }), bulkRunSchema),
    redoChange: procedure(byRun.extend({ count: z.number().int().min(1).max(1000) }), bulkRunSchema),
    /** Takes rows out of the run, or back in. */
    skipRows: procedure(byRun.extend({ rows: someRows.max(bulkLimits.csvRows), skip: z.boolean() }), bulkRunSchema),
    setIncludeDuplicates: procedure(byRun.extend({ include: z.boolean() }), bulkRunSchema),
    setConnections: procedure(byRun.extend({ connections: z.number().int().min(1).max(64) }), bulkRunSchema),
    /** The faulty rows in the clerk's own layout, to be mended in Excel and opened again. */
    exportFaulty: procedure(byRun.extend({ format }), saved),
    exportResult: procedure(byRun.extend({ format }), saved),
    saveTemplate: procedure(z.object({ kind: bulkKindSchema, format }), saved),
    confirmation: procedure(byRun, bulkConfirmationSchema),
    /**
     * Begins with row one alone. `total` is the number the person confirmed: another number sends nothing. A run `inDoubt` needs
     * the person's word that it was not sent before.
     */
    start: procedure(byRun.extend({ total: z.number().int(), notSentBefore: z.boolean().optional() }), bulkRunSchema),
    /** Nothing more leaves; what is under way finishes. */
    pause: procedure(byRun, bulkRunSchema),
    resume: procedure(byRun, bulkRunSchema),
    /** Rows that have not left are marked so and never leave by themselves. */
    stop: procedure(byRun, bulkRunSchema),
    /** Back to the check with what did not arrive, to be edited, confirmed and sent as new items. */
    retry: procedure(byRun.extend({ which: z.array(retryStateSchema).min(1) }), bulkRunSchema),
    /** Back from that check to the result, with nothing sent. */
    leaveRetry: procedure(byRun, bulkRunSchema),
    /** One word for all rows of unknown outcome. `total` is the number the person saw: where it is another one by now, nothing happens. */
    decideUnknown: procedure(
      byRun.extend({ decision: z.enum(['arrived', 'send-again']), total: z.number().int() }),
      bulkRunSchema,
    ),
    /** A new run, checked but not confirmed, that deletes the notes this one created. */
    undo: procedure(byRun, bulkRunSchema),
    /** Forgets the table. What was sent stays in history; a run that is under way or paused has to be stopped first. */
    discard: procedure(byRun, done),
  },
} as const satisfies Contract

/** A run on its way; a few times a second at most. */
export const bulkEvents = {
  'bulk.progress': z.object({ runId: z.string(), state: bulkRunSchema.shape.state, progress: bulkProgressSchema }),
  'bulk.changed': z.object({ runId: z.string() }),
  /** A person clicked a notification of the system: show this run. */
  'bulk.show': z.object({ runId: z.string() }),
} as const satisfies Events

/** Whose accounts a table's rows can go to. */
export const accountKindOf = (kind: BulkKind): Vendor => kinds[kindOfBulk(kind)].vendor
