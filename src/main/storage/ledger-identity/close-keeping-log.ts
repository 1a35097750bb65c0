import { openDatabase, type Database } from '../database.ts'
import type { LedgerKey } from '../ledger-key.ts'

/**
 * Closes a ledger that could not be marked as closed, and leaves its log. SQLite would write the log into the file and
 * remove it, and a file that says it is open and has no log is what a lost log looks like. It does so for the last connection
 * only, and not for one that can't write.
 */
export function closeKeepingLog(db: Database, file: string, key: LedgerKey | null): void {
  let last: Database | null = null
  try {
    last = openDatabase(file, { readonly: true, key })
    // A connection counts from its first read on.
    last.prepare('PRAGMA user_version').get()
  } catch {
    // Where nothing can be opened any more, nothing is removed either.
  }
  db.close()
  last?.close()
}
