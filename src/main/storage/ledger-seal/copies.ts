import { createReadStream } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { markOfKey, sealingOf, type LedgerKey } from '../ledger-key.ts'
import { renameSync } from '../rename.ts'
import { seal, type DataKey } from '../sealed-stream.ts'
import { writeWhole } from '../whole-file.ts'
import { copyUnder } from './copy.ts'

export interface Copies {
  /** The ledger that they are copies of. */
  file: string
  /** What it is sealed under. */
  key: LedgerKey
  /** What its copies may still be under. */
  earlier: readonly LedgerKey[]
  /** For files that SQLite can't be asked to seal: they are kept byte for byte. */
  vault: () => Promise<DataKey | null>
  log(message: string, error: unknown): void
}

/** What an upgrade left: whole, closed, and with no log. */
function resealBackup(backup: string, { key, earlier }: Copies): void {
  const sealing = sealingOf(backup)
  if (sealing.state === 'none') return
  const from = sealing.state === 'sealed' ? earlier.find((one) => markOfKey(one).equals(sealing.mark)) : null
  // Under this key already, or under one that is not here.
  if (from === undefined || (sealing.state === 'sealed' && sealing.mark.equals(markOfKey(key)))) return
  const part = `${backup}.part`
  copyUnder({ file: backup, key: from }, { file: part, key })
  renameSync(part, backup)
}

/** A ledger that was set aside is what a person or a helper may want to look at: as it was, broken or not. */
async function sealAside(folder: string, name: string, vault: Copies['vault']): Promise<void> {
  if (sealingOf(path.join(folder, name)).state === 'sealed') return
  const open = (await readdir(folder)).filter((one) => one.startsWith(name) && !/\.(sealed|part|keys)$/.test(one))
  for (const one of open.filter((each) => sealingOf(path.join(folder, each)).state === 'open')) {
    const key = await vault()
    if (!key) return
    const plain = path.join(folder, one)
    await writeWhole(`${plain}.sealed`, seal(createReadStream(plain), key, one))
    await rm(plain)
  }
}

/**
 * Seals what lies beside a sealed ledger and tells of the same people: copies of upgrades, and ledgers that were set aside. One
 * that can't be sealed now is left as it is, and tried at the next start.
 */
export async function sealCopies(copies: Copies): Promise<void> {
  const { file, vault, log } = copies
  const [folder, name] = [path.dirname(file), path.basename(file)]
  const all = await readdir(folder)
  for (const one of all) {
    try {
      if (one.startsWith(`${name}.before-`) && /\d$/.test(one)) resealBackup(path.join(folder, one), copies)
      if (one.startsWith('set-aside-')) await sealAside(path.join(folder, one), name, vault)
    } catch (error) {
      log('A copy of the ledger could not be sealed', error)
    }
  }
}
