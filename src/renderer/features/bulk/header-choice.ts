import type { BulkRun, ReadSettings } from '#shared/domain/bulk.ts'

/** A choice in the list of rows that may name the columns. */
export type HeaderChoice = 'none' | `row-${number}`

/** The row that names the columns, by its number in the file; null where the file has none. */
export function headerRowOf({ settings, top }: Pick<BulkRun, 'settings' | 'top'>): number | null {
  if (!settings.header) return null
  return settings.headerRow ?? top[0]?.row ?? null
}

export function headerChoiceOf(run: Pick<BulkRun, 'settings' | 'top'>): HeaderChoice | null {
  if (!run.settings.header) return 'none'
  const row = headerRowOf(run)
  return row === null ? null : `row-${row}`
}

export const headerSettings = (choice: HeaderChoice): Pick<ReadSettings, 'header' | 'headerRow'> =>
  choice === 'none' ? { header: false, headerRow: undefined } : { header: true, headerRow: Number(choice.slice('row-'.length)) }
