import * as z from 'zod'
import { rowFieldSchema } from '../vendors/index.ts'
import { messageSchema } from './message.ts'

/** One kind of problem or remark with the number of rows that have it, most frequent first. */
export const bulkFindingSchema = z.object({
  severity: z.enum(['problem', 'warning']),
  field: z.string().nullable(),
  message: messageSchema,
  rows: z.number().int(),
  /** The sentence is one row's; the others have other values in it. */
  isExample: z.boolean(),
})
export type BulkFinding = z.infer<typeof bulkFindingSchema>
/** A finding as it is named to find its rows: what it says, whatever the number of rows by now. */
export const findingKeySchema = bulkFindingSchema.omit({ rows: true })
export type FindingKey = z.infer<typeof findingKeySchema>

/** What rows can be sorted by: a field, or something about the row. */
export const rowSortSchema = z.object({
  by: z.union([rowFieldSchema, z.enum(['row', 'included', 'messages', 'state', 'number'])]),
  descending: z.boolean(),
})
export type RowSort = z.infer<typeof rowSortSchema>

/** One thing that a person did to a table at the check, whatever the number of its rows. */
export const bulkStepSchema = z.object({
  kind: z.enum(['cell', 'replace', 'fill', 'skip', 'take-in']),
  /** Null where rows were left out or taken in. */
  field: rowFieldSchema.nullable(),
  rows: z.number().int(),
})
export type BulkStep = z.infer<typeof bulkStepSchema>
