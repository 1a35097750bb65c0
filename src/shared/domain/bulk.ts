import * as z from 'zod'
import { environmentSchema } from './account-fields.ts'
import { bulkFindingSchema, bulkStepSchema } from './bulk-check.ts'
import { damageSchema } from './damage.ts'
import { bulkKindSchema, kindOfBulk, type BulkKind } from './kinds.ts'
import { fieldMessagesSchema, messageSchema } from './message.ts'
import { rowFieldSchema, rowShapeOf } from '../vendors/index.ts'
import { submissionStateSchema, submissionSummarySchema } from './submission.ts'

/**
 * Where a run stands: `columns` (steps 1 and 2), `checked` (3), `starting` (its rows are being written down and its files
 * copied; nothing has left), then 4 and 5. What is before `starting` can be left and taken up again.
 */
export const bulkStateSchema = z.enum(['columns', 'checked', 'starting', 'sending', 'paused', 'stopped', 'done'])
export type BulkState = z.infer<typeof bulkStateSchema>

/** Bounds of specs and machine: above them a person is asked for CSV, or for a smaller file. */
export const bulkLimits = {
  csvRows: 100_000,
  csvBytes: 50 * 1024 * 1024,
  xlsxRows: 25_000,
  xlsxBytes: 10 * 1024 * 1024,
  columns: 500,
} as const

/** What Excel, old Macs and DOS programs wrote letters in; `ibm850` is what Dutch Windows calls the code page of its console. */
export const encodingSchema = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh', 'ibm850'])
export type Encoding = z.infer<typeof encodingSchema>

const tableSettings = {
  /** Whether one of the rows names the columns. */
  header: z.boolean(),
  /** Which row does, as Excel numbers it; without a number it is the first that is not blank. What stands above is no row. */
  headerRow: z.number().int().min(1).optional(),
  /** Whether totals and remarks below the table are rows of it; left out unless a person wants them. */
  totals: z.literal('keep').optional(),
}

/** How a file is read: detected, shown, and changeable by the person who knows better. */
export const readSettingsSchema = z.discriminatedUnion('format', [
  z.object({
    format: z.literal('csv'),
    encoding: encodingSchema,
    delimiter: z.enum([',', ';', '\t', '|', '^', '~']),
    /** Programs on Unix write a quote within quotes as `\\"`; all others double it. */
    escape: z.literal('\\').optional(),
    ...tableSettings,
  }),
  z.object({ format: z.literal('xlsx'), sheet: z.string().max(200), ...tableSettings }),
])
export type ReadSettings = z.infer<typeof readSettingsSchema>

export const bulkFieldSchema = rowFieldSchema
export type BulkField = z.infer<typeof bulkFieldSchema>

/** The fields of a row, in the order of a table. */
export const fieldsOf = (kind: BulkKind): readonly BulkField[] => rowShapeOf(kindOfBulk(kind)).fields
/** Whether a field's value is a number that is a name: not a sign of it may be another one. */
export const isIdentifier = (kind: BulkKind, field: BulkField): boolean =>
  rowShapeOf(kindOfBulk(kind)).identifiers.includes(field)

export const fieldSourceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('column'), column: z.number().int().min(0).max(bulkLimits.columns) }),
  z.object({ from: z.literal('fixed'), value: z.string().max(20_000) }),
  /** `Factuur {factuurnummer} van {datum}`: names of columns in braces; `{{` is a brace. */
  z.object({ from: z.literal('template'), template: z.string().max(20_000) }),
  z.object({ from: z.literal('none') }),
])
export type FieldSource = z.infer<typeof fieldSourceSchema>

export const bulkPlanSchema = z.object({ sources: z.partialRecord(bulkFieldSchema, fieldSourceSchema) })
export type BulkPlan = z.infer<typeof bulkPlanSchema>

export const bulkColumnSchema = z.object({
  index: z.number().int(),
  name: z.string(),
  samples: z.array(z.string()),
  /** Nobody sees it in Excel: a suggestion takes one that shows before it. */
  hidden: z.literal(true).optional(),
})
export type BulkColumn = z.infer<typeof bulkColumnSchema>

/** A row as it stands in the file, shortened: enough to see which one names the columns. */
export const topRowSchema = z.object({ row: z.number().int(), cells: z.array(z.string()) })
export type TopRow = z.infer<typeof topRowSchema>

/** A row's standing at the check; `skipped` rows were taken out by the person. */
export const rowStandingSchema = z.enum(['good', 'faulty', 'duplicate', 'skipped'])
export type RowStanding = z.infer<typeof rowStandingSchema>

export const bulkRowSchema = z.object({
  /** The row's number in the file as Excel shows it. */
  row: z.number().int(),
  standing: rowStandingSchema,
  values: z.partialRecord(bulkFieldSchema, z.string()),
  /** What the file says where a person changed it. */
  originals: z.partialRecord(bulkFieldSchema, z.string()),
  /** Whether the note that would leave, or left, is a test; null where none would, and for disputes. */
  test: z.boolean().nullable(),
  problems: fieldMessagesSchema,
  /** Worth knowing, no reason to stop: a method code that was translated, a duplicate. */
  warnings: z.array(messageSchema),
  /** Null for a row that was never part of what was sent. */
  outcome: z
    .object({
      submissionId: z.string(),
      state: submissionStateSchema,
      number: z.string().nullable(),
      reason: messageSchema.nullable(),
      /** The vendor's own sentences: those without a field, and those at one. */
      head: z.array(messageSchema),
      fields: fieldMessagesSchema,
      /** What may be done with this one item, by the outbox's procedures. */
      actions: submissionSummarySchema.shape.actions,
      /** Set where the item can't be read: what stands beside it is what can. */
      damage: damageSchema.nullish(),
    })
    .nullable(),
})
export type BulkRow = z.infer<typeof bulkRowSchema>

export const bulkCountsSchema = z.object({
  good: z.number().int(),
  faulty: z.number().int(),
  duplicate: z.number().int(),
  skipped: z.number().int(),
})
export type BulkCounts = z.infer<typeof bulkCountsSchema>

/** `total` is the sum of the others. */
export const bulkProgressSchema = z.object({
  total: z.number().int(),
  sent: z.number().int(),
  rejected: z.number().int(),
  /** Of unknown outcome, and not yet decided by a person or by a repeat that is due. */
  unknown: z.number().int(),
  /** Will still leave: waiting, under way, or held. */
  left: z.number().int(),
  /** Never left and will not by itself: the run was stopped. */
  notSent: z.number().int(),
  /** Laid to rest by a person without an answer. */
  closed: z.number().int(),
  /** Can't be read in the ledger: neither sent nor counted as anything else. */
  damaged: z.number().int(),
  /** Rows a second over the last ten seconds; null while nothing moves. */
  rate: z.number().nullable(),
  secondsLeft: z.number().int().nullable(),
  /** While sending: why nothing leaves just now (no network, the vendor asked to wait), and until when. */
  waiting: z.object({ reason: messageSchema, until: z.string().nullable() }).nullable(),
})
export type BulkProgress = z.infer<typeof bulkProgressSchema>

/** Rows that can go back to the check: refused ones, ones that a stop kept here, ones that were left out. */
export const retryStateSchema = z.enum(['rejected', 'not-sent', 'left-out'])
export type RetryState = z.infer<typeof retryStateSchema>

/** What became of a row of a run that was started: how its item stands, or that it stayed behind and has none. */
export const rowFateSchema = z.enum([...submissionStateSchema.options, 'left-out'])
export type RowFate = z.infer<typeof rowFateSchema>

export const bulkRunSchema = z.object({
  id: z.string(),
  kind: bulkKindSchema,
  state: bulkStateSchema,
  accountId: z.string(),
  accountName: z.string(),
  environment: environmentSchema,
  fileName: z.string(),
  createdAt: z.string(),
  rowCount: z.number().int(),
  columns: z.array(bulkColumnSchema),
  sheets: z.array(z.string()),
  /** The first rows of the file, titles above the header among them. */
  top: z.array(topRowSchema),
  settings: readSettingsSchema,
  /** Worth knowing about the file as a whole: lines that were odd, numbers that Excel may have changed. */
  remarks: z.array(messageSchema),
  plan: bulkPlanSchema,
  /** Where the plan comes from: the names and content of the columns, an earlier file of this layout, or the person. */
  planFrom: z.enum(['suggested', 'remembered', 'person']),
  /** The folder or ZIP with a dispute table's files; null until it is chosen. */
  files: z.object({ name: z.string(), count: z.number().int() }).nullable(),
  /** The standing of every row of this round; null before the check. */
  counts: bulkCountsSchema.nullable(),
  findings: z.array(bulkFindingSchema),
  /** What Ctrl+Z and Ctrl+Y would do at the check; null where there is nothing. */
  undoStep: bulkStepSchema.nullable(),
  redoStep: bulkStepSchema.nullable(),
  includeDuplicates: z.boolean(),
  connections: z.number().int().min(1).max(64),
  /** Null until it was started for the first time. */
  progress: bulkProgressSchema.nullable(),
  /** Rows that have stayed behind so far: faulty, duplicate or left out by a person. 0 until it was started. */
  leftOut: z.number().int(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** Why it pauses, by itself or by a person. */
  pauseReason: messageSchema.nullable(),
  /** Why it may have been sent already, where an older copy of the ledger was put back: a start asks about that. */
  inDoubt: messageSchema.nullable(),
  /** Back at the check with what did not arrive; null in the first round. */
  retries: z.array(retryStateSchema).nullable(),
  /** What could be taken back to the check now. */
  canRetry: z.array(retryStateSchema),
  /** The run whose created notes this one deletes. */
  undoes: z.string().nullable(),
  /** The run that deletes, or deleted, the notes this one created. */
  undoneBy: z.string().nullable(),
  canUndo: z.boolean(),
})
export type BulkRun = z.infer<typeof bulkRunSchema>

/** What is confirmed before anything leaves: every number, the account and where it goes. */
export const bulkConfirmationSchema = z.object({
  total: z.number().int(),
  create: z.number().int(),
  update: z.number().int(),
  delete: z.number().int(),
  test: z.number().int(),
  leftOut: z.number().int(),
  accountName: z.string(),
  environment: environmentSchema,
  host: z.string(),
})
export type BulkConfirmation = z.infer<typeof bulkConfirmationSchema>
