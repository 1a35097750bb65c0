import { mkdirSync, rmSync, statSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A file up to this size is read whole in less time than it takes to start a thread for it. */
export const readAtOnceBytes = 4 * 1024 ** 2

/** How long a file system may take to tell a later moment from the one before; those that take longer get no stamp that counts. */
const tickMs = 5
const ticks = 4

const named = (file: string) => statSync(file, { bigint: true, throwIfNoEntry: false })

/** What a file system says of a file that differs once anything was written to it; no program can set the time of its last change. */
function stampOf(file: string): string | null {
  const stat = named(file)
  return stat ? [stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ') : null
}

/**
 * Remembers, outside its folder, how the ledger's file was left by a session that closed it. A file that nobody wrote to since is
 * the one that was checked then, so that it is read whole later, beside the start.
 */
export function createUntouched(stateFolder: string, key: string, file: string, atOnceBytes: number = readAtOnceBytes) {
  const stampFile = path.join(stateFolder, key, 'closed')

  /** A stamp from the same moment as the file's last change would not tell it from one right after. */
  const isLater = (): boolean => (named(stampFile)?.mtimeNs ?? 0n) > (named(file)?.ctimeNs ?? 0n)

  return {
    /** Whether nothing was written to it since, and it is large. Once, before anything looks at the file: a session that is killed leaves no stamp. */
    take(): boolean {
      try {
        const left = readFileSync(stampFile, 'utf8')
        const isUntouched = left === stampOf(file) && isLater() && statSync(file).size > atOnceBytes
        rmSync(stampFile)
        return isUntouched
      } catch {
        return false
      }
    },
    /** After the ledger was closed, with nothing left in its log. */
    async leave(): Promise<void> {
      const stamp = stampOf(file)
      if (stamp === null) return
      // SECURITY: says which ledgers this person has; theirs alone.
      mkdirSync(path.dirname(stampFile), { recursive: true, mode: 0o700 })
      for (let tick = 0; tick < ticks; tick += 1) {
        writeFileSync(stampFile, stamp, { mode: 0o600 })
        if (isLater()) return
        await wait(tickMs)
      }
    },
  }
}
export type Untouched = ReturnType<typeof createUntouched>
