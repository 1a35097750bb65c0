import { constants, copyFileSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openDatabase, type Database } from '../database.ts'
import type { LedgerKey } from '../ledger-key.ts'

/** Where the file has a second name for a moment, for each process its own. */
const asideOf = (file: string, pid: number): string => `${file}.alone-${pid}`

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** SECURITY: what a crash left would keep the ledger readable under its second name after it was sealed under its first. */
export function removeOtherNames(file: string): void {
  const start = asideOf(path.basename(file), 0).slice(0, -1)
  for (const name of readdirSync(path.dirname(file)).filter((one) => one.startsWith(start))) {
    const pid = Number(name.slice(start.length))
    if (pid === process.pid || !isAlive(pid)) rmSync(path.join(path.dirname(file), name), { recursive: true, force: true })
  }
}

/** Some file systems know one name for each file. */
function linkOrCopy(file: string, other: string): void {
  try {
    linkSync(file, other)
  } catch {
    copyFileSync(file, other, constants.COPYFILE_FICLONE)
  }
}

/**
 * Reads a ledger's file as if it had no log, and changes nothing: SQLite looks for a log beside the name it was given, so the
 * file gets another name in a folder of its own. Not for a file that this process has open: within a process SQLite takes the
 * two names for one.
 */
export function readWithoutLog<T>(file: string, key: LedgerKey | null, look: (db: Database) => T): T {
  const folder = asideOf(file, process.pid)
  removeOtherNames(file)
  mkdirSync(folder, { mode: 0o700 })
  try {
    const alone = path.join(folder, path.basename(file))
    linkOrCopy(file, alone)
    const db = openDatabase(alone, { fileMustExist: true, key })
    try {
      db.exec('PRAGMA query_only = ON')
      return look(db)
    } finally {
      db.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
