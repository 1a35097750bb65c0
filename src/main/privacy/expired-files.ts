import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** How often a version has to begin well before what it was made from may go. */
export const goodStarts = 2

const backup = /^ledger\.sqlite\.before-(\d+)(\.part)?$/
const broken = /^preferences\.broken-[^/]*\.json$/

const namesIn = (folder: string) => readdir(folder).catch(() => [] as string[])

/** Copies of the ledger as it was before a newer version, by their whole names; with those of this version or earlier ones alone. */
export async function migrationBackups(folder: string, upTo = Number.MAX_SAFE_INTEGER): Promise<string[]> {
  const names = await namesIn(folder)
  return names.filter((name) => Number(backup.exec(name)?.[1] ?? Infinity) <= upTo).map((name) => path.join(folder, name))
}

/** Preferences that could not be read and were put aside. */
export async function brokenPreferences(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter((name) => broken.test(name)).map((name) => path.join(folder, name))
}

/** Erases files that were last written before then. */
export async function eraseOlder(files: readonly string[], before: number): Promise<void> {
  for (const file of files) {
    const known = await stat(file).catch(() => null)
    if (known && known.mtimeMs < before) await rm(file, { force: true })
  }
}
