import * as z from 'zod'
import { kindSchema } from './kinds.ts'

/** The ledger's tables whose rows are read by a schema; one that can't be read is set aside under its table's name. */
export const recordSourceSchema = z.enum([
  'accounts',
  'attachments',
  'drafts',
  'submissions',
  'attempts',
  'decisions',
  'bulk_runs',
  'bulk_pieces',
  'bulk_marks',
  'bulk_edits',
  'bulk_plans',
  'saved_searches',
  'templates',
])
export type RecordSource = z.infer<typeof recordSourceSchema>

/** Names a record that was set aside. */
export const damageSchema = z.object({ source: recordSourceSchema, key: z.string().max(300) })
export type Damage = z.infer<typeof damageSchema>

/** What is still known of a record that was set aside; what can't be read is null. */
export const damagedRecordSchema = damageSchema.extend({
  foundAt: z.string(),
  /** What it is of, as far as that can be read. */
  kind: kindSchema.nullable(),
  /** An invoice, a sale number, a file's or an account's name. */
  label: z.string().nullable(),
  accountName: z.string().nullable(),
  at: z.string().nullable(),
  /** What was typed can be shown as it stands in the ledger, letter by letter. */
  hasText: z.boolean(),
  /** Whether the record was hidden by a person. */
  putAway: z.boolean(),
})
export type DamagedRecord = z.infer<typeof damagedRecordSchema>
