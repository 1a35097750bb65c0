import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs'
import type { Database } from './database.ts'
import { hasFaultyRows } from './ledger-identity/row-faults.ts'
import { beginIndex } from './history-search/index-fill.ts'
import { migrations, runMigrations } from './migrations/index.ts'
import { renameSync } from './rename.ts'

/** With this migration the search index began anew. */
const searchIndexSince = 19

/** A copy of the ledger, whole and on disk once it has its name: SQLite neither finishes nor flushes one that a crash cut off. */
function backUp(db: Database, backup: string): void {
  if (existsSync(backup)) return
  const part = `${backup}.part`
  rmSync(part, { force: true })
  // SECURITY: SQLite goes by the umask.
  closeSync(openSync(part, 'wx', 0o600))
  db.prepare('VACUUM INTO ?').run(part)
  const handle = openSync(part, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, backup)
}

/** Brings a ledger up to date, step by step; what it was stays beside it. Each step is there or is not, whatever ends it. */
export function migrate(db: Database, file: string): void {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version === migrations.length) return
  if (version > 0) {
    hasFaultyRows(db, file, 'integrity_check')
    backUp(db, `${file}.before-${migrations.length}`)
  }
  runMigrations(db, version)
  if (version < searchIndexSince) beginIndex(db)
}
