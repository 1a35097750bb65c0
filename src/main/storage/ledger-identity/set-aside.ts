import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { renameSync } from '../rename.ts'

/** A folder beside the ledger that says when it was made; nothing in it is ever removed by the app. */
function asideIn(folder: string, now: number): string {
  const aside = path.join(folder, `set-aside-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`)
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  return aside
}

/** Keeps the ledger and its log as they are, before one of them is changed. */
export function keepCopy(file: string, now: number): string {
  const aside = asideIn(path.dirname(file), now)
  for (const end of ['', '-wal'])
    if (existsSync(file + end)) copyFileSync(file + end, path.join(aside, path.basename(file) + end))
  return aside
}

/**
 * Moves a ledger that can't be used out of the way, with all that only it knows of: a new one would take these files for
 * leftovers. The ledger goes last, so that a crash on the way leaves the question to be asked again.
 */
export function setAside(file: string, now: number): string {
  const folder = path.dirname(file)
  const name = path.basename(file)
  const aside = asideIn(folder, now)
  const ledgerFiles = readdirSync(folder).filter((other) => other.startsWith(name) && other !== name)
  for (const one of ['attachments', 'runs', ...ledgerFiles, name]) {
    if (existsSync(path.join(folder, one))) renameSync(path.join(folder, one), path.join(aside, one))
  }
  return aside
}
