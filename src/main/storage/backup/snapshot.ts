import { closeSync, openSync, rmSync } from 'node:fs'
import type { LedgerKey } from '../ledger-key.ts'
import { joinLedger } from '../ledger.ts'

/** Where the ledger's copy lies while a backup is made of it. */
export const snapshotName = 'backup.snapshot'

/**
 * A copy of the ledger as it is at one moment, under the same key, over a connection of its own: whoever writes meanwhile is not held up, since
 * readers of a write-ahead log hold up nobody (https://www.sqlite.org/wal.html#concurrency).
 */
export function takeSnapshot(ledgerFile: string, key: LedgerKey | null, to: string): void {
  removeSnapshot(to)
  const ledger = joinLedger(ledgerFile, key, 'NORMAL')
  try {
    // SECURITY: SQLite goes by the umask; this user's processes alone may read it from its first byte on, as the ledger itself.
    closeSync(openSync(to, 'wx', 0o600))
    ledger.db.prepare('VACUUM INTO ?').run(to)
  } finally {
    ledger.close()
  }
}

/** Also what a crash left. */
export function removeSnapshot(file: string): void {
  for (const end of ['', '-journal']) rmSync(file + end, { force: true })
}
