import { mkdir, open as openFile, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { rename } from './rename.ts'

/** What shares and sticks say that have no such thing. */
const cannotSync: ReadonlySet<unknown> = new Set(['EINVAL', 'ENOTSUP', 'EISDIR'])

/** Windows keeps its directory entries by itself and cannot open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await openFile(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && cannotSync.has(error.code))) throw error
  } finally {
    await handle.close()
  }
}

/**
 * Writes a file whole or not at all: under a temporary name, on disk before the rename, and the rename on disk before the
 * answer. What stood there before stays until then, whatever ends the app.
 */
export async function writeWhole(
  file: string,
  content: AsyncIterable<Uint8Array> | Uint8Array | string,
  /** Looks at what was written before it takes the place of another. */
  check: (temporary: string) => Promise<void> = async () => undefined,
): Promise<void> {
  const folder = path.dirname(file)
  // SECURITY: only this user's processes may read what the app keeps, whatever the umask.
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const temporary = `${file}.part`
  let handle: FileHandle | null = null
  try {
    handle = await openFile(temporary, 'wx', 0o600)
    await handle.writeFile(content)
    await handle.sync()
    await handle.close()
    handle = null
    await check(temporary)
    await rename(temporary, file)
    await syncFolder(folder)
  } catch (error) {
    await handle?.close().catch(() => undefined)
    await rm(temporary, { force: true })
    throw error
  }
}
