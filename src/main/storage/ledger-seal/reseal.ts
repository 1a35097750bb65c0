import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openDatabase } from '../database.ts'
import { closeKeepingLog } from '../ledger-identity/close-keeping-log.ts'
import { inspectLedger } from '../ledger-identity/inspect.ts'
import type { LedgerMark } from '../ledger-identity/mark.ts'
import { renewIdentity } from '../ledger-identity/renew.ts'
import { sealingOf, type LedgerKey, type Sealing } from '../ledger-key.ts'
import { joinLedger } from '../ledger.ts'
import { renameSync } from '../rename.ts'
import { copyUnder } from './copy.ts'

/** Being written: of no worth to anyone. */
const partOf = (file: string): string => `${file}.resealing`
/** Whole, on disk, and the ledger from now on: what is still done is to put it in its place. */
const wholeOf = (file: string): string => `${file}.resealed`

/** Windows keeps its directory entries by itself; shares and sticks may have no such thing. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch {
    // The copy has its name all the same.
  } finally {
    closeSync(handle)
  }
}

/** What a ledger that is put in place by `finishReseal` is sealed under; `none` where nothing is left to finish. */
export const resealedAs = (file: string): Sealing => sealingOf(wholeOf(file))

function markOf(file: string, key: LedgerKey | null): LedgerMark | null {
  const inspected = inspectLedger(file, key)
  return inspected.state === 'ledger' ? inspected.content.mark : null
}

/** Whether nothing was written to the ledger since its copy was made; only an older Balie, which knows of no copy, could. */
function isUpToDate(copy: LedgerMark | null, ledger: LedgerMark | null): boolean {
  if (!copy || !ledger) return true
  return (
    copy.id === ledger.id &&
    copy.generation >= ledger.generation &&
    copy.commits >= ledger.commits &&
    copy.claims >= ledger.claims
  )
}

/**
 * Goes on where a crash broke off: what was half-written is gone, and what was whole takes the ledger's place. `key` is what
 * `resealedAs` names.
 */
export function finishReseal(file: string, key: LedgerKey | null): void {
  for (const end of ['', '-journal', '.opener', '-wal', '-shm']) rmSync(partOf(file) + end, { force: true })
  const whole = wholeOf(file)
  if (!existsSync(whole)) return
  // What is sealed no older Balie can have written to.
  if (sealingOf(file).state === 'open' && !isUpToDate(markOf(whole, key), markOf(file, null))) {
    for (const end of ['', '-wal', '-shm']) rmSync(whole + end, { force: true })
    return
  }
  // The log goes first: beside another file it would be written into that.
  for (const end of ['-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
  for (const end of ['-wal', '-shm']) rmSync(whole + end, { force: true })
  renameSync(whole, file)
}

/**
 * Puts a ledger that nobody has open under another key, or under its first one. Killed at any moment, and on a full disk, it
 * is afterwards under the one or under the other, with everything in it: the copy counts from the moment it has its name, and
 * `finishReseal` does the rest at the next start.
 */
export function resealLedger(file: string, from: LedgerKey | null, to: LedgerKey | null, now: number): void {
  const part = partOf(file)
  // Nobody else may write meanwhile; and while it is open no other connection takes the log away.
  const guard = openDatabase(file, { key: from, fileMustExist: true })
  try {
    guard.exec('BEGIN IMMEDIATE')
    copyUnder({ file, key: from }, { file: part, key: to })
    const mark = markOf(part, to)
    if (mark) {
      const copy = joinLedger(part, to, 'FULL')
      try {
        // It lies there closed and with no log: were that not said, a log would be missed.
        renewIdentity(copy, { event: 'closed', at: now })
      } finally {
        copy.close()
      }
    }
    renameSync(part, wholeOf(file))
    flushFolder(path.dirname(file))
  } catch (error) {
    closeKeepingLog(guard, file, from)
    throw error
  }
  guard.close()
  finishReseal(file, to)
}
