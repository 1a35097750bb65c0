import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { openDatabase, type Database } from './database.ts'
import { LedgerTakenOver } from './ledger-failures.ts'
import { closeKeepingLog } from './ledger-identity/close-keeping-log.ts'
import { inspectLedger, type Inspected } from './ledger-identity/inspect.ts'
import { hasStrangeWords } from './ledger-identity/row-faults.ts'
import { orDamaged } from './ledger-identity/sqlite-damage.ts'
import type { LedgerKey } from './ledger-key.ts'
import { resetIndex } from './history-search/index-fill.ts'
import { isIndexDamage } from './sqlite-code.ts'
import { migrate } from './ledger-migration.ts'
import { recordReader, type RecordReader } from './read-records.ts'

/** The one SQLite file that knows what was typed, what left and what came of it. */
export interface Ledger {
  readonly db: Database
  /** The only way from rows to records. */
  readonly reader: RecordReader
  /** Values stand in it that its tables do not allow: no query by state or kind finds those rows, so that someone must look. Not known of one that is read whole later. */
  readonly hasFaultyRows: boolean
  /** All or nothing, on disk when it returns. Nested calls join the outer one. */
  transaction<T>(work: () => T): T
  /**
   * All or nothing, on disk at the latest with the next `transaction`: for many that count only once a last one says so. One
   * of these alone could be lost to a power cut, and never without all that came after it.
   */
  unflushed<T>(work: () => T): T
  /** A write found the search index damaged, and went on with an empty one that is to be filled. */
  onIndexReset: () => void
  /** Whose claims these are, from now on: see `countClaims`. */
  setOwner(owner: LedgerOwner): void
  /** Counts claims, in the transaction that makes them; fails where the ledger has another owner by now. */
  countClaims(count: number): void
  /** What was counted is on disk: says so outside the ledger, before the first byte leaves. */
  publishClaims(): void
  close(): void
}

/** A session that holds the ledger's lock. */
export interface LedgerOwner {
  session: string
  /** Tells the number of claims to whoever remembers it outside the ledger. */
  publish(claims: number): void
}

/** Pages that are kept in memory as they are read. Four times as much took 50 MB, and was no faster on a million items. */
const cacheKilobytes = 16_000

/** What every connection to the ledger is set to, beside how its commits wait for the disk. */
function prepareConnection(db: Database, synchronous: 'FULL' | 'NORMAL'): void {
  // On macOS a plain fsync leaves data in the drive's own memory (https://www.sqlite.org/pragma.html#pragma_fullfsync).
  db.exec(`
    PRAGMA synchronous = ${synchronous}; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;
    PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -${cacheKilobytes}`)
}

/** SECURITY: theirs alone who made it. SQLite goes by the umask, and gives a log the rights of its file. */
function keepToOneself(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  for (const end of ['', '-wal', '-shm']) if (existsSync(file + end)) chmodSync(file + end, 0o600)
}

/** Opens the ledger, under its key where it is sealed, checks it and brings it up to date. `synchronous=FULL`: what was committed survives a power cut. */
export function openLedger(file: string, key: LedgerKey | null = null, inspected: Inspected = inspectLedger(file, key)): Ledger {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  keepToOneself(file)
  const db = openDatabase(file, { key })
  try {
    orDamaged(file, () => {
      db.exec('PRAGMA journal_mode = WAL')
      prepareConnection(db, 'FULL')
      migrate(db, file)
    })
  } catch (error) {
    closeKeepingLog(db, file, key)
    throw error
  }
  const isFaulty = inspected.state === 'ledger' && inspected.isChecked && (inspected.hasFaultyRows || hasStrangeWords(db))
  return transactional(db, file, 'FULL', isFaulty)
}

/**
 * A second connection to a ledger that is open already; the first has checked it and brought it up to date. With `NORMAL` a
 * commit is whole but not yet on disk: the caller sees to that.
 */
export function joinLedger(file: string, key: LedgerKey | null, synchronous: 'FULL' | 'NORMAL'): Ledger {
  const db = openDatabase(file, { key })
  prepareConnection(db, synchronous)
  return transactional(db, file, synchronous)
}

function transactional(db: Database, file: string, synchronous: 'FULL' | 'NORMAL', hasFaultyRows = false): Ledger {
  let depth = 0
  let owner: LedgerOwner | null = null
  let counted: number | null = null
  // So that it stands in each write-ahead log, by which one that belongs elsewhere is told.
  const commit = db.prepare('UPDATE ledger_identity SET commits = commits + 1')
  const count = db.prepare(`
    UPDATE ledger_identity SET claims = claims + :count
    WHERE :session IS NULL OR EXISTS (SELECT 1 FROM ledger_lock WHERE session = :session) RETURNING claims`)

  const hooks: Pick<Ledger, 'onIndexReset'> = { onIndexReset: () => undefined }
  const transaction = <T>(work: () => T): T => {
    if (depth > 0) return work()
    try {
      return once(work)
    } catch (error) {
      if (!isIndexDamage(error)) throw error
      // Nothing of it was written. What a ledger is for goes on; what history is searched by is made anew.
      resetIndex(db)
      const result = once(work)
      hooks.onIndexReset()
      return result
    }
  }
  const once = <T>(work: () => T): T => {
    db.exec('BEGIN IMMEDIATE')
    depth += 1
    try {
      const result = work()
      commit.run()
      db.exec('COMMIT')
      return result
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    } finally {
      depth -= 1
    }
  }
  return Object.assign(hooks, {
    db,
    reader: recordReader(db),
    hasFaultyRows,
    transaction,
    unflushed<T>(work: () => T): T {
      if (depth > 0) return work()
      db.exec('PRAGMA synchronous = NORMAL')
      try {
        return transaction(work)
      } finally {
        db.exec(`PRAGMA synchronous = ${synchronous}`)
      }
    },
    setOwner(next: LedgerOwner) {
      owner = next
    },
    countClaims(claims: number) {
      const row = count.get({ count: claims, session: owner?.session ?? null })
      if (!row) throw new LedgerTakenOver(file)
      counted = Number(row['claims'])
    },
    publishClaims() {
      if (counted !== null) owner?.publish(counted)
      counted = null
    },
    close: () => db.close(),
  })
}
