import type { ReadSettings } from '#shared/domain/bulk.ts'
import type { SourceFile } from '../../storage/source-file.ts'
import type { HeaderNames } from '../vocabulary/column-names.ts'
import { headerSettings } from './header.ts'
import { openTable, type Table } from './table.ts'

/**
 * Opens a table as a person asks for it. Another sheet has its header elsewhere than the one before, so there it is looked for
 * anew; everything else is as they say.
 */
export async function openAsked(
  file: SourceFile,
  settings: ReadSettings,
  before: ReadSettings,
  names: HeaderNames,
): Promise<{ settings: ReadSettings; opened: Table }> {
  const opened = await openTable(file, settings)
  const isOtherSheet = settings.format === 'xlsx' && before.format === 'xlsx' && settings.sheet !== before.sheet
  if (!isOtherSheet || settings.headerRow !== undefined) return { settings, opened }
  const found = { ...settings, ...headerSettings(opened.top, names) }
  if (found.header === settings.header && found.headerRow === undefined) return { settings, opened }
  await opened.close()
  return { settings: found, opened: await openTable(file, found) }
}
