import { rm } from 'node:fs/promises'
import type { ExpiredRecords } from '../storage/expired-records.ts'
import { migrations } from '../storage/migrations/index.ts'
import { goodStarts, migrationBackups } from './expired-files.ts'

/**
 * A version of the ledger has begun well once more. After the second time the copy of what it was made from is of use to nobody, and
 * holds all that was erased since.
 */
export async function beganWell(
  expired: Pick<ExpiredRecords, 'upkeep' | 'setUpkeep'>,
  folder: string,
  version = migrations.length,
): Promise<void> {
  const name = `good-starts-${version}`
  const starts = Math.min((expired.upkeep(name) ?? 0) + 1, goodStarts)
  expired.setUpkeep(name, starts)
  if (starts < goodStarts) return
  for (const file of await migrationBackups(folder, version)) await rm(file, { force: true })
}
