import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Copies of files that another program of the system shows. They are gone when the app ends, or at its next start, and
 * after a day where it runs for weeks. */
export function openedCopies(folder: string) {
  return {
    /** SECURITY: a file of a customer, outside the vault and in the clear: for this user's eyes, in a folder that nobody guesses. */
    async write(name: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
      const own = join(folder, randomUUID())
      await mkdir(own, { recursive: true, mode: 0o700 })
      const path = join(own, name)
      const handle = await open(path, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
      } catch (error) {
        await handle.close()
        await rm(own, { recursive: true, force: true })
        throw error
      }
      await handle.close()
      // SECURITY: it came from outside, and Word opens it as such: without its macros, until a person says otherwise.
      if (process.platform === 'win32')
        await writeFile(`${path}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n').catch(() => undefined)
      return path
    },
    /** Those from before then, or all. A program that still holds one keeps it, and no other, until it is asked again. */
    async clear(before = Infinity): Promise<void> {
      for (const name of await readdir(folder).catch(() => [])) {
        const own = join(folder, name)
        const isOld = before === Infinity || ((await stat(own).catch(() => null))?.mtimeMs ?? Infinity) < before
        if (isOld) await rm(own, { recursive: true, force: true }).catch(() => undefined)
      }
    },
  }
}
export type OpenedCopies = ReturnType<typeof openedCopies>
