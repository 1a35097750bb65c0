import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { migrations } from './migrations/index.ts'

/** The one SQLite file that knows what was typed, what left and what came of it. */
export interface Ledger {
  readonly db: DatabaseSync
  /** All or nothing, on disk when it returns. Nested calls join the outer one. */
  transaction<T>(work: () => T): T
  /**
   * All or nothing, on disk at the latest with the next `transaction`: for many that count only once a last one says so. One
   * of these alone could be lost to a power cut, and never without all that came after it.
   */
  unflushed<T>(work: () => T): T
  close(): void
}

/** The ledger can't be trusted; it is left as it is, for a person to decide about. */
export class LedgerDamaged extends Error {
  readonly file: string
  constructor(file: string, detail: string) {
    super(`The ledger is damaged: ${detail}`)
    this.name = 'LedgerDamaged'
    this.file = file
  }
}

/** Made by a newer Balie: an older one must not write to it. */
export class LedgerTooNew extends Error {
  readonly file: string
  constructor(file: string) {
    super('The ledger was made by a newer version')
    this.name = 'LedgerTooNew'
    this.file = file
  }
}

/** A copy of the ledger, whole and on disk once it has its name: SQLite neither finishes nor flushes one that a crash cut off. */
function backUp(db: DatabaseSync, backup: string): void {
  if (existsSync(backup)) return
  const part = `${backup}.part`
  rmSync(part, { force: true })
  db.prepare('VACUUM INTO ?').run(part)
  const handle = openSync(part, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, backup)
}

function migrate(db: DatabaseSync, file: string): void {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version > migrations.length) throw new LedgerTooNew(file)
  if (version === migrations.length) return
  if (version > 0) {
    const check = db.prepare('PRAGMA integrity_check(1)').get() as { integrity_check: string }
    if (check.integrity_check !== 'ok') throw new LedgerDamaged(file, check.integrity_check)
    backUp(db, `${file}.before-${migrations.length}`)
  }
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue
    db.exec(`BEGIN IMMEDIATE; ${migration}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}

/** Opens the ledger, checks it and brings it up to date. `synchronous=FULL`: what was committed survives a power cut. */
export function openLedger(file: string): Ledger {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const db = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true })
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF')
    const check = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string }
    if (check.quick_check !== 'ok') throw new LedgerDamaged(file, check.quick_check)
    migrate(db, file)
  } catch (error) {
    db.close()
    const code = error instanceof Error && 'errcode' in error ? error.errcode : null
    // 11 is SQLITE_CORRUPT, 26 SQLITE_NOTADB.
    if (error instanceof Error && (code === 11 || code === 26)) throw new LedgerDamaged(file, error.message)
    throw error
  }
  return transactional(db, 'FULL')
}

/**
 * A second connection to a ledger that is open already; the first has checked it and brought it up to date. With `NORMAL` a
 * commit is whole but not yet on disk: the caller sees to that.
 */
export function joinLedger(file: string, synchronous: 'FULL' | 'NORMAL'): Ledger {
  const db = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true })
  db.exec(`PRAGMA synchronous = ${synchronous}; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF`)
  return transactional(db, synchronous)
}

function transactional(db: DatabaseSync, synchronous: 'FULL' | 'NORMAL'): Ledger {
  let depth = 0
  const transaction = <T>(work: () => T): T => {
    if (depth > 0) return work()
    db.exec('BEGIN IMMEDIATE')
    depth += 1
    try {
      const result = work()
      db.exec('COMMIT')
      return result
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      throw error
    } finally {
      depth -= 1
    }
  }
  return {
    db,
    transaction,
    unflushed(work) {
      if (depth > 0) return work()
      db.exec('PRAGMA synchronous = NORMAL')
      try {
        return transaction(work)
      } finally {
        db.exec(`PRAGMA synchronous = ${synchronous}`)
      }
    },
    close: () => db.close(),
  }
}
