import type { Ledger } from './ledger.ts'

/** How many pages of the search index are merged in one go. */
const mergePages = 200

/**
 * Makes the ledger's file say nothing but what its tables say. SQLite overwrites what is deleted, and still leaves copies behind in
 * pages whose rows it had moved before; and the search index keeps words until its parts are merged.
 *
 * The log is not emptied, since one that is gone is taken for lost: the first commit after it was written into the file cuts off
 * what stands behind it (https://www.sqlite.org/pragma.html#pragma_journal_size_limit).
 */
export async function cleanPages(ledger: Ledger, breath: () => Promise<void>, whenClean: () => void): Promise<void> {
  const { db, reader } = ledger
  const changes = db.prepare('SELECT total_changes() AS changes')
  const total = () => Number(reader.raw(changes)[0]?.['changes'] ?? 0)
  const merge = db.prepare('INSERT INTO submission_search (submission_search, rank) VALUES (?, ?)')
  for (let pages = -mergePages, before = -2; total() - before >= 2; pages = mergePages) {
    before = total()
    merge.run('merge', pages)
    await breath()
  }
  // SECURITY: what SQLite keeps aside meanwhile is all of the ledger, and must not lie on the disk.
  db.exec('PRAGMA temp_store = MEMORY')
  db.exec('VACUUM')
  db.exec('PRAGMA journal_size_limit = 0')
  db.prepare('PRAGMA wal_checkpoint(RESTART)').all()
  ledger.transaction(whenClean)
  db.exec('PRAGMA journal_size_limit = -1')
}
