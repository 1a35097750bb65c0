import { createHash } from 'node:crypto'
import type { BulkKind } from '#shared/domain/kinds.ts'
import type { BulkColumn } from '#shared/domain/bulk.ts'
import { comparable } from '../vocabulary/column-names.ts'

/**
 * Tells a layout by the names of its columns and their order, so that next month's export gets last month's plan. Null without
 * a header: then columns say nothing of what is in them.
 */
export function layoutFingerprint(
  kind: BulkKind,
  header: readonly string[] | null,
  columns: readonly BulkColumn[],
): string | null {
  if (!header) return null
  const names = columns.map(({ name }) => comparable(name))
  return createHash('sha256')
    .update(JSON.stringify([kind, ...names]))
    .digest('hex')
}
