import { dayMs } from '#shared/domain/time-spans.ts'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { rename } from './rename.ts'

/** How long a file that nothing names can still be had back: a ledger that was put back may name it again. */
export const keptMs = 7 * dayMs

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const isGone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Files taken out of a folder, by the day on which that was; each day is emptied a week later. */
export function removedFiles(folder: string, now: () => number) {
  const removed = join(folder, 'removed')
  const days = async () => (await readdir(removed).catch(() => [])).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))
  /** Answers whether it was there. */
  const move = async (from: string, to: string): Promise<boolean> => {
    try {
      await rename(from, to)
      return true
    } catch (error) {
      if (isGone(error)) return false
      throw error
    }
  }

  return {
    async putAway(names: readonly string[]): Promise<void> {
      if (names.length === 0) return
      const day = join(removed, dayOf(now()))
      // SECURITY: files of customers, and no less so because nothing names them.
      await mkdir(day, { recursive: true, mode: 0o700 })
      for (const name of names) await move(join(folder, name), join(day, name))
    },
    /** The newest that was put away under this name, back where it was; false where there is none. */
    async bringBack(name: string): Promise<boolean> {
      for (const day of (await days()).toSorted().toReversed()) {
        if (await move(join(removed, day, name), join(folder, name))) return true
      }
      return false
    },
    /** Every name that was put away and is still there. */
    async names(): Promise<string[]> {
      const all = await Promise.all((await days()).map((day) => readdir(join(removed, day)).catch(() => [])))
      return all.flat()
    },
    /** Erases these, on whichever day they were put away. */
    async erase(names: readonly string[]): Promise<void> {
      const all = (await days()).flatMap((day) => names.map((name) => join(removed, day, name)))
      await Promise.all(all.map((path) => rm(path, { force: true })))
    },
    /** Erases what was put away more than a week ago. */
    async emptyOld(): Promise<void> {
      const last = dayOf(now() - keptMs)
      for (const day of await days()) if (day < last) await rm(join(removed, day), { recursive: true, force: true })
    },
  }
}
