import { cpSync, renameSync } from 'node:fs'
import path from 'node:path'
import { folderKey } from '#main/storage/ledger-identity/anchor.ts'

/**
 * Copies the data folder of a desk of `faultPorts`, as what a later start of the same computer finds in the same place: what
 * is remembered of the ledger goes along, so that it is no stranger there.
 */
export function copyDataFolder(from: string, to: string): void {
  // At one go: the ledger and its log belong together.
  cpSync(from, to, { recursive: true, filter: (name) => !name.endsWith('-shm') })
  renameSync(path.join(to, 'state', folderKey(from)), path.join(to, 'state', folderKey(to)))
}
