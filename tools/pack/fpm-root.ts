import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FpmOrder } from './fpm-arguments.ts'

/** Puts everything where it will be on the clerk's disk, below a new folder. */
export function layOut({ files }: FpmOrder): { work: string; root: string } {
  const work = mkdtempSync(join(tmpdir(), 'balie-fpm-'))
  const root = join(work, 'root')
  mkdirSync(root)
  for (const [from, to] of files) {
    const target = join(root, to)
    mkdirSync(dirname(target), { recursive: true })
    if (from.endsWith('/')) cpSync(from, target, { recursive: true, verbatimSymlinks: true })
    else {
      copyFileSync(from, target)
      chmodSync(target, 0o644)
    }
  }
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }))
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o755)
  return { work, root }
}

/** Every file and link of it, by its path on the clerk's disk without the first slash. */
export const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
