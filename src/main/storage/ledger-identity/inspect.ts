import { existsSync, statSync } from 'node:fs'
import { openDatabase, type Database } from '../database.ts'
import { LedgerDamaged, LedgerTooNew } from '../ledger-failures.ts'
import { saysItHasLog, type LedgerKey } from '../ledger-key.ts'
import { applicationId } from '../migrations/0003-identity.ts'
import { migrations } from '../migrations/index.ts'
import type { Holder } from './host.ts'
import { readHolder } from './lock.ts'
import { readMark, type LedgerMark } from './mark.ts'
import { hasFaultyRows } from './row-faults.ts'
import { hasSchemaOf, isBlank } from './schema-check.ts'
import { orDamaged } from './sqlite-damage.ts'
import { readWithoutLog } from './without-log.ts'

/** From which version on a ledger says who it is. */
const identityVersion = 3

/** What stands in a file that SQLite can read: no ledger yet, or one of this version. */
export type LedgerContent = { version: 0 } | { version: number; mark: LedgerMark | null; holder: Holder | null }

/** What lies where the ledger belongs. */
export type Inspected =
  /** Nothing, or what a crash left before the first ledger was whole. */
  | { state: 'none' }
  | {
      state: 'ledger'
      content: Exclude<LedgerContent, { version: 0 }>
      /** The file alone, as if there were no log; null where that can't be read, as in the middle of a checkpoint. */
      alone: LedgerContent | null
      hasLog: boolean
      /** All of the file was read; otherwise that is for later, and nothing is known of its rows. */
      isChecked: boolean
      /** Values stand in it that its tables do not allow. */
      hasFaultyRows: boolean
      /** There is an account of a vendor, and not of practice alone. */
      isForVendors: boolean
    }

const sizeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.size ?? null

function contentOf(db: Database, file: string): LedgerContent {
  const number = (pragma: string) => Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0])
  const version = number('user_version')
  const application = number('application_id')
  const isOurs = application === applicationId
  if (version === 0 && (isOurs || application === 0) && isBlank(db)) return { version }
  if (isOurs && version > migrations.length) throw new LedgerTooNew(file)
  if (application !== (version < identityVersion ? 0 : applicationId) || version < 1 || !hasSchemaOf(db, version)) {
    throw new LedgerDamaged(file, `application ${application}, version ${version} and its tables are not Balie's`)
  }
  const tellsItself = version >= identityVersion
  return { version, mark: tellsItself ? readMark(db) : null, holder: tellsItself ? readHolder(db) : null }
}

function readWithLog<T>(file: string, key: LedgerKey | null, look: (db: Database) => T): T {
  const db = openDatabase(file, { readonly: true, key })
  try {
    return look(db)
  } finally {
    db.close()
  }
}

/** A file that is cut off in the middle of a checkpoint says nothing without its log. */
function alone(file: string, key: LedgerKey | null): LedgerContent | null {
  try {
    return readWithoutLog(file, key, (db) => contentOf(db, file))
  } catch {
    return null
  }
}

/** By the text alone: an account that a disk damaged counts as a vendor's. */
export const isForVendors = (db: Database): boolean =>
  db.prepare(`SELECT 1 FROM accounts WHERE settings NOT LIKE '%"url":null%' LIMIT 1`).get() !== undefined

/** Closed as it should be, by an app of this version. */
const isClosed = (content: LedgerContent): boolean =>
  content.version === migrations.length && 'mark' in content && content.mark?.clean === true && content.holder === null

/** Reads file and log as one, and writes neither: a log that belongs elsewhere would be written into the file. */
const together = (file: string, key: LedgerKey | null, hasLog: boolean, isUntouched: boolean) =>
  orDamaged(file, () =>
    (hasLog ? readWithLog : readWithoutLog)(file, key, (db) => {
      const content = contentOf(db, file)
      const isChecked = hasLog || !isUntouched || !isClosed(content)
      const isFaulty = isChecked && hasFaultyRows(db, file, 'quick_check')
      return { content, isChecked, isFaulty, isForVendors: content.version > 0 && isForVendors(db) }
    }),
  )

/** What a crash cut off before the ledger had its write-ahead log: SQLite takes it back when it opens the file. */
function takeBackHalfMade(file: string, key: LedgerKey | null): void {
  if (!existsSync(`${file}-journal`)) return
  orDamaged(file, () => {
    const db = openDatabase(file, { key })
    try {
      isBlank(db)
    } finally {
      db.close()
    }
  })
}

/**
 * Looks at what lies there before SQLite opens it for writing. Fails where it is damaged, another program's, or too new. All of it
 * is read, but for a file that this computer knows to be `isUntouched` since it was closed as it should be.
 */
export function inspectLedger(file: string, key: LedgerKey | null = null, isUntouched = false): Inspected {
  const size = sizeOf(file)
  const hasLog = (sizeOf(`${file}-wal`) ?? 0) > 0
  if (size === null || size === 0) {
    // SQLite would erase such a log with its first look.
    if (hasLog) throw new LedgerDamaged(file, 'only its write-ahead log is there')
    return { state: 'none' }
  }
  if (!statSync(file).isFile()) throw new LedgerDamaged(file, 'it is no file')
  takeBackHalfMade(file, key)
  if (key && hasLog && !saysItHasLog(file)) throw new LedgerDamaged(file, 'its header passes over its log')
  // The file first: beside a process that writes it must not seem to be ahead of its log.
  const fileAlone = hasLog ? alone(file, key) : null
  const { content, isFaulty, ...rest } = together(file, key, hasLog, isUntouched)
  if (!('mark' in content)) return { state: 'none' }
  return { state: 'ledger', content, alone: hasLog ? fileAlone : content, hasLog, hasFaultyRows: isFaulty, ...rest }
}
