import type { BulkColumn, BulkPlan, ReadSettings } from '#shared/domain/bulk.ts'
import type { BulkKind } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import { detect } from '#main/bulk/reading/detect.ts'
import { openTable, type Table } from '#main/bulk/reading/table.ts'
import type { TableRow } from '#main/bulk/vocabulary/table-row.ts'
import { suggestPlan } from '#main/bulk/planning/suggest.ts'
import { openSource } from '#main/storage/source-file.ts'
import { bulkVendorOf, headerNames } from '#main/vendors/index.ts'
import { sharedVendors } from '#shared/vendors/index.ts'
import { accountKindOf } from '#shared/ipc/bulk-contract.ts'

/** A table as the app reads it, whole. */
export interface ReadTable {
  settings: ReadSettings
  sheets: string[]
  /** What was remarked before a row was read. */
  guesses: Message[]
  table: Table
  rows: TableRow[]
  cells: string[][]
}

/** Reads a file as the app does: what it is is detected, unless a test says how to read it. */
export async function readTable(bytes: Uint8Array | string, asked: Partial<ReadSettings> = {}): Promise<ReadTable> {
  const source = await openSource({ name: 'tabel', bytes: Buffer.from(bytes) })
  const { settings: found, sheets, remarks: guesses } = await detect(source, headerNames)
  const settings = { ...found, ...asked } as ReadSettings
  const table = await openTable(source, settings)
  const rows: TableRow[] = []
  for await (const batch of table.rows()) rows.push(...batch)
  return { settings, sheets, guesses, table, rows, cells: rows.map(({ cells }) => cells) }
}

/** What the app suggests for a table's columns, for a new account or one with these settings. */
export const suggested = (kind: BulkKind, columns: readonly BulkColumn[], settings: object | null): BulkPlan =>
  suggestPlan(
    kind,
    bulkVendorOf(kind).clues({ ...sharedVendors[accountKindOf(kind)].newSettings(), testDefault: 'ask', ...settings } as never),
    columns,
  )
