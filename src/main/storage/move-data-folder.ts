import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { renameSync } from './rename.ts'

/** What in a data folder is Balie's own; the rest is the browser's, which makes it anew. */
const ours = /^(?:ledger\.sqlite.*|attachments|runs|preferences.*\.json|logs|set-aside-.*|replaced-.*|restoring)$/
const ledgerName = 'ledger.sqlite'
/** Says that the copy is whole. */
const wholeName = 'copy-is-whole'

const oursIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => ours.test(name)) : [])
const holdsLedger = (folder: string): boolean => existsSync(path.join(folder, ledgerName))

/**
 * Moves what is Balie's to another folder, perhaps on another disk, and answers whether it did. A crash on the way loses nothing
 * and leaves one ledger: until the copy is whole the old one counts, and from then on the new one. The old ledger keeps its
 * bytes under another name, so that nobody opens it by mistake.
 */
export function moveDataFolder(from: string, to: string): boolean {
  const copy = `${to}.moving`
  if (!existsSync(path.join(copy, wholeName))) {
    rmSync(copy, { recursive: true, force: true })
    if (holdsLedger(to) || !holdsLedger(from)) return false
    mkdirSync(copy, { recursive: true, mode: 0o700 })
    for (const name of oursIn(from)) cpSync(path.join(from, name), path.join(copy, name), { recursive: true })
    writeFileSync(path.join(copy, wholeName), '', { mode: 0o600 })
  }
  mkdirSync(to, { recursive: true, mode: 0o700 })
  // The ledger last: a folder that has one has everything.
  const names = oursIn(copy).toSorted((one, other) => Number(one === ledgerName) - Number(other === ledgerName))
  for (const name of names) {
    rmSync(path.join(to, name), { recursive: true, force: true })
    renameSync(path.join(copy, name), path.join(to, name))
  }
  if (holdsLedger(from)) renameSync(path.join(from, ledgerName), path.join(from, `moved-${ledgerName}`))
  rmSync(copy, { recursive: true, force: true })
  return true
}
