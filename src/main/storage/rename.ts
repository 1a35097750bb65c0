import { renameSync as systemRenameSync } from 'node:fs'
import { rename as systemRename } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** An antivirus or an indexer that looks at a new file holds it for a moment, and Windows then refuses to rename it. */
const heldCodes: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM', 'EACCES'])
/** About two seconds in all: scanners are done in far less, and whoever waits still believes in it. */
const waitsMs = [10, 20, 40, 80, 160, 320, 640, 640]

export interface RenameParts<R> {
  platform?: NodeJS.Platform
  rename?: (from: string, to: string) => R
  wait?: (ms: number) => R
}

/** Elsewhere EPERM and EACCES are final, and EBUSY is a mount. */
const mayPass = (error: unknown, platform: NodeJS.Platform): boolean =>
  platform === 'win32' && error instanceof Error && 'code' in error && heldCodes.has(error.code)

/** Renames, and waits a little for whoever holds the file; the last refusal is the answer. */
export async function rename(
  from: string,
  to: string,
  { platform = process.platform, rename: move = systemRename, wait = async (ms) => sleep(ms) }: RenameParts<Promise<void>> = {},
): Promise<void> {
  for (const ms of waitsMs) {
    try {
      return await move(from, to)
    } catch (error) {
      if (!mayPass(error, platform)) throw error
    }
    await wait(ms)
  }
  return move(from, to)
}

/** As `rename`, where nothing may go on before it is done: at the start, while there is no ledger yet. */
export function renameSync(
  from: string,
  to: string,
  { platform = process.platform, rename: move = systemRenameSync }: RenameParts<void> = {},
): void {
  for (const wait of waitsMs) {
    try {
      return move(from, to)
    } catch (error) {
      if (!mayPass(error, platform)) throw error
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait)
  }
  return move(from, to)
}
