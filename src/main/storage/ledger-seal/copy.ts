import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { openDatabase, rawKey } from '../database.ts'
import type { LedgerKey } from '../ledger-key.ts'

/** A file and what it is sealed under; null where it lies open. */
export interface SealedFile {
  file: string
  key: LedgerKey | null
}

/** On the disk when it returns. */
export function flush(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Writes all of a ledger, with its log, to a file that is not there yet, under another key or none: row by row as SQLite does it
 * for a backup, free pages left behind. A copy without its name is what a crash or a full disk leaves: see its caller.
 *
 * SQLite gives a copy the key of the connection's own file, so that an empty one under the new key opens the old ledger
 * beside it.
 */
export function copyUnder(from: SealedFile, to: SealedFile): void {
  const opener = `${to.file}.opener`
  for (const left of [to.file, `${to.file}-journal`, opener]) rmSync(left, { force: true })
  try {
    // SECURITY: SQLite goes by the umask, and gives a log the rights of its file.
    closeSync(openSync(to.file, 'wx', 0o600))
    const db = openDatabase(to.key ? opener : ':memory:', { key: to.key })
    try {
      db.prepare('ATTACH ? AS earlier KEY ?').run(from.file, from.key ? rawKey(from.key) : '')
      db.prepare('VACUUM earlier INTO ?').run(to.file)
    } finally {
      db.close()
    }
    flush(to.file)
  } catch (error) {
    for (const left of [to.file, `${to.file}-journal`]) rmSync(left, { force: true })
    throw error
  } finally {
    rmSync(opener, { force: true })
  }
}
