import type { BulkColumn } from '#shared/domain/bulk.ts'

/** How a template takes the cell of a column; an optional one may be empty. */
export const placeholder = ({ name }: BulkColumn, optional = false): string =>
  `{${name.replace(/[{}]/g, '')}${optional ? '?' : ''}}`
