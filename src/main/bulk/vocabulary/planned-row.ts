import type { BulkField } from '#shared/domain/bulk.ts'
import type { FieldMessages } from '#shared/domain/message.ts'

/** What a row's cells come to, by field. */
export type RowValues = Partial<Record<BulkField, string>>

/** A row's values by field, and what is wrong with where they come from. */
export interface PlannedRow {
  values: RowValues
  problems: FieldMessages
  /** What was taken off a cell; absent in nearly all rows. */
  warnings?: FieldMessages
}
